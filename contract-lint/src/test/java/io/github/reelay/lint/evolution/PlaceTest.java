package io.github.reelay.lint.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceTest {
  @Test
  void escapesNamesInItsPointer() {
    Place place = Place.of("/components/schemas/A", "A").property("a~/b");

    assertThat(place).isEqualTo(Place.of("/components/schemas/A/properties/a~0~1b", "A.a~/b"));
  }
}
