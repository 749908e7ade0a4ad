package io.github.reelay.contracttests.pactspec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyPathTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "$, /",
        "$.status, /status",
        "$.result.data[0].url, /result/data/*/url",
        "$.result.data[*]['a.b'], /result/data/*/a.b"
      })
  void isReadFromTheRuleOfAPact(String rule, String place) {
    assertThat(BodyPath.ofRule(rule)).hasToString(place);
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "$status", "$.a..b", "$.a[x]"})
  void isNotReadFromAnythingElse(String rule) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BodyPath.ofRule(rule))
        .withMessage("expected a path such as $.a[0].b, found " + rule);
  }
}
