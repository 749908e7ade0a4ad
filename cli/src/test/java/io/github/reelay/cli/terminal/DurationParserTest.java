package io.github.reelay.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationParserTest {
  @ParameterizedTest
  @CsvSource({
    "90s, PT90S",
    "10m, PT10M",
    "1h30m, PT1H30M",
    "2h, PT2H",
    "1h1m1s1ms, PT1H1M1.001S",
    "500ms, PT0.5S",
    "0h5s, PT5S",
    "PT10M, PT10M",
    "pt1.5s, PT1.5S",
    "P1D, PT24H",
    "8760h, PT8760H",
  })
  void readsALengthOfTime(String text, Duration span) {
    assertThat(DurationParser.parse("--every", text)).isEqualTo(span);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "10", "ten", "10 m", "-10m", "1.5s", "30m1h", "10M", "s", "1234567890s", "PT"})
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> DurationParser.parse("--timeout", text))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "expected a length of time such as 90s, 10m, 1h30m or PT10M at --timeout, found '%s'",
            text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "0ms", "PT0S", "PT-10M", "8761h", "999999999h", "P400D"})
  void refusesNoTimeAndMoreThanAYear(String text) {
    assertThatThrownBy(() -> DurationParser.parse("--timeout", text))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "expected more than no time and at most 365 days at --timeout, found '%s'", text);
  }
}
