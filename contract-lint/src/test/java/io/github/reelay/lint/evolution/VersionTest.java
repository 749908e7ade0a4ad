package io.github.reelay.lint.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {
  @ParameterizedTest
  @CsvSource({
    "0.1.2, NONE, 0.1.2",
    "0.1.2, PATCH, 0.1.3",
    "0.1.2, MINOR, 0.1.3",
    "0.1.2, BREAKING, 0.2.0",
    "1.2.3, NONE, 1.2.3",
    "1.2.3, PATCH, 1.2.4",
    "1.2.3, MINOR, 1.3.0",
    "1.2.3, BREAKING, 2.0.0",
  })
  void risesByTheSeverity(String released, Severity severity, String next) {
    assertThat(Version.of("toapis", released).after(severity)).hasToString(next);
  }

  @ParameterizedTest
  @CsvSource({"0.1.9, 0.1.10", "0.9.9, 0.10.0", "0.99.9, 1.0.0"})
  void comparesNumbersAndNotText(String lower, String higher) {
    assertThat(Version.of("toapis", lower)).isLessThan(Version.of("toapis", higher));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.1", "1", "", "0.1.0-SNAPSHOT", "00.1.0", "v0.1.0", "0.1.9999999999"})
  void refusesWhatIsNotThreeNumbers(String text) {
    assertThatThrownBy(() -> Version.of("toapis", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "toapis: expected three numbers such as 0.1.0 at /info/version, found '%s'; write it so."
                .formatted(text));
  }
}
