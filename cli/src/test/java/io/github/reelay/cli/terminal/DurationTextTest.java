package io.github.reelay.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {
  @ParameterizedTest
  @CsvSource({
    "PT0.2S, 200 ms",
    "PT40S, 40 s",
    "PT60S, 1 min",
    "PT90S, 90 s",
    "PT16M, 16 min",
    "PT2H, 120 min",
    "PT1.5S, 1500 ms",
  })
  void writesALengthOfTime(Duration span, String words) {
    assertThat(DurationText.text(span)).isEqualTo(words);
  }
}
