package io.github.reelay.internal.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusWordTest {
  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "succeeded,succeeded",
        "IN_PROGRESS,in_progress",
        "In-Progress,in_progress",
        "' in progress\n',in_progress",
        "in\u00a0progress,in_progress",
        "in\u3000progress\u3000,in_progress",
        "in\tprogress,in_progress",
        "in  progress,in__progress",
        "\u00a0done,_done",
        "in\u0085progress,in\u0085progress",
        "in\u0000progress,in\u0000progress",
        "完成,完成",
        "'',''",
        "' ',''"
      })
  void isComparedInOneForm(String word, String normal) {
    assertThat(StatusWord.normalise(word)).isEqualTo(normal);
    assertThat(StatusWord.normalise(normal)).isEqualTo(normal);
  }

  @Test
  void isTheSameInEachLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(StatusWord.normalise("FINISHED")).isEqualTo("finished");
    } finally {
      Locale.setDefault(before);
    }
  }
}
