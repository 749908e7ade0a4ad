package io.github.reelay.contracttests.pact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contracttools.coverage.PactAgainstSpec;
import io.github.reelay.contracttools.spec.Spec;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed pacts and the documents say the same, and nothing that is read is left out. */
class PactAgainstSpecTest {

  static Stream<Spec> specs() {
    return Spec.all();
  }

  @ParameterizedTest
  @MethodSource("specs")
  void everyInteractionFitsAndEverythingReadOrPromisedHasOne(Spec spec) {
    assertThat(PactAgainstSpec.problems(spec)).isEmpty();
  }

  @AfterAll
  static void printTheCoverage() {
    System.out.print(PactAgainstSpec.table(Spec.all().toList()));
  }
}
