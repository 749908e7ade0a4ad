package io.github.reelay.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void eachColumnIsAsWideAsItsWidestCell() {
    assertThat(
            TextTable.lines(
                List.of("NAME", "N", "LAST"),
                List.of(List.of("a", "1000", ""), List.of("longer", "2", "x"))))
        .containsExactly("NAME    N     LAST", "a       1000", "longer  2     x");
  }

  @Test
  void withoutRowsThereAreTheTitles() {
    assertThat(TextTable.lines(List.of("NAME", "KEY"), List.of())).containsExactly("NAME  KEY");
  }

  @Test
  void refusesARowWithAnotherNumberOfCells() {
    assertThatThrownBy(() -> TextTable.lines(List.of("A", "B"), List.of(List.of("1"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected 2 cells in each row, found 1");
  }
}
