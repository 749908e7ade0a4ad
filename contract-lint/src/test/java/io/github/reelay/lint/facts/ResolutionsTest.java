package io.github.reelay.lint.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ResolutionsTest {

  @Test
  void takeTheWholeOfACommentAndNothingElse() {
    String yaml =
        """
        # AC9 is not meant here.
        openapi: 3.0.3
          # AC1: text counts,
          # never a number.
          # AC2: so be it.
        info: 'AC3: no comment'
        # no resolution either
        """;

    assertThat(Resolutions.in(yaml))
        .isEqualTo(Map.of("AC1", "text counts, never a number.", "AC2", "so be it."));
  }
}
