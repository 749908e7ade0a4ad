package io.github.reelay.contracttests.pactspec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contracttests.spec.Relays;
import io.github.reelay.contracttests.spec.Spec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The committed pacts and the documents say the same. */
class PactAgainstSpecTest {
  static final List<String> PROVIDERS = Relays.names();

  @ParameterizedTest
  @FieldSource("PROVIDERS")
  void everyInteractionFitsTheSpec(String provider) {
    assertThat(Conformance.problems(Pact.of(provider), Spec.of(provider), Deliberate.ALL))
        .isEmpty();
  }

  @Test
  void everythingReadOrPromisedHasAnInteraction() {
    List<Coverage> rows = PROVIDERS.stream().map(PactAgainstSpecTest::coverage).toList();
    System.out.print(CoverageTable.of(rows));

    assertThat(rows.stream().flatMap(Coverage::missing)).isEmpty();
  }

  private static Coverage coverage(String provider) {
    return Coverage.of(
        Pact.of(provider), Spec.of(provider), FieldsRead.by(provider), NotPinned.ALL);
  }
}
