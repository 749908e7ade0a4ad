package io.github.reelay.specs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.lint.ContractLint;
import io.github.reelay.lint.evolution.Repository;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The documents, before anything is generated from them. */
class SpecsTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final String SPECS = "api-specs/src/main/resources/io/github/reelay/specs";

  @Test
  void everyDocumentFollowsEveryRule() throws IOException {
    assertThat(ContractLint.lint(ROOT.resolve(SPECS))).isEmpty();
  }

  @Test
  void versionsAndChangelogSayWhatChangedInTheContracts() throws IOException {
    Repository repository = new Repository(ROOT, SPECS, "api-specs/baseline", "CHANGELOG.md");

    assertThat(repository.problems()).isEmpty();
  }
}
