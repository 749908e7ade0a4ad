package io.github.reelay.contracttests.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contracttools.facts.Sources;
import io.github.reelay.contracttools.spec.Root;
import io.github.reelay.lint.facts.FactAnnotations;
import io.github.reelay.lint.facts.References;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * The tests that are homes of facts are run by every build. Where each fact lives is checked in
 * {@code api-specs}, from the text of these tests.
 */
class TraceabilityTest {
  private final References compiled = Sources.in("io.github.reelay.contracttests");

  @Test
  void everyTestThatIsTheHomeOfAFactIsRun() {
    assertThat(compiled.problems()).isEmpty();
  }

  @Test
  void theTextOfTheTestsShowsTheSameHomes() throws IOException {
    assertThat(FactAnnotations.in(Root.path("contract-tests/src/test/java")).found())
        .containsExactlyInAnyOrderElementsOf(compiled.found());
  }
}
