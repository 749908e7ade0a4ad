package io.github.reelay.contracttests.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ElementLocationTest {
  @Test
  void escapesNamesInItsPointer() {
    ElementLocation location = ElementLocation.of("/components/schemas/A", "A").property("a~/b");

    assertThat(location)
        .isEqualTo(ElementLocation.of("/components/schemas/A/properties/a~0~1b", "A.a~/b"));
  }
}
