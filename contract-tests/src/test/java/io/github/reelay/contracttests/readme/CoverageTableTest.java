package io.github.reelay.contracttests.readme;

import io.github.reelay.contracttools.coverage.PactAgainstSpec;
import io.github.reelay.contracttools.spec.Spec;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The page about contracts shows how much of each document the pacts cover. */
class CoverageTableTest {
  @Test
  void showsEachProvider() throws IOException {
    String table = PactAgainstSpec.table(Spec.all().toList());

    PageTable.requireEqual("docs/contracts.md", "coverage", "```\n" + table + "```\n");
  }
}
