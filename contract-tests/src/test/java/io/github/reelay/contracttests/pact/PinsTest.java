package io.github.reelay.contracttests.pact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contracttools.mutation.Overspecification;
import org.junit.jupiter.api.Test;

/** Every field that a pact pins is needed by the canonical task, or says why it is pinned. */
class PinsTest {

  @Test
  void everyPinMattersOrHasAReason() {
    assertThat(Overspecification.complaints()).isEmpty();
  }
}
