package io.github.reelay.lint.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1759763631.222531 | 1759763631.222531",
        "10.0 | 10.0",
        "2025-10-06 | \"2025-10-06\"",
        "no | \"no\"",
        "on | \"on\"",
        "0o17 | \"0o17\"",
        "0x1F | \"0x1F\"",
        "1_000 | \"1_000\"",
        "12:30:45 | \"12:30:45\"",
        ".inf | \".inf\"",
        "null | null",
        "'' | \"\"",
        "true | true",
        "7 | 7",
        "-7 | -7",
        "9223372036854775808 | 9223372036854775808",
      })
  void readsTheScalarsOfJsonAndEverythingElseAsText(String yaml, String json) {
    assertThat(Yaml.read("a: " + yaml)).hasToString("{\"a\":" + json + "}");
  }

  @Test
  void keepsMembersInOrder() {
    assertThat(Yaml.read("b: {d: [1], c: }\na: x"))
        .hasToString("{\"b\":{\"d\":[1],\"c\":null},\"a\":\"x\"}");
  }

  @Test
  void findsNothingInAnEmptyText() {
    assertThat(Yaml.read("# nothing\n").isMissingNode()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{a: 1, a: 2} | expected each member once, found a twice in line 1",
        "{[a]: 1} | expected YAML, found Non scalar key is detected but it is not configured to be"
            + " allowed.",
        "a: [1 | expected YAML, found an error in line 1: expected ',' or ']', but got <stream"
            + " end>",
        "a: b: c | expected YAML, found an error in line 1: mapping values are not allowed here",
      })
  void refusesWhatIsNoDocument(String yaml, String sentence) {
    assertThatThrownBy(() -> Yaml.read(yaml))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
  }

  @Test
  void refusesWhatRepeatsItselfTooOften() {
    assertThatThrownBy(() -> Yaml.read(laughs()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected a document of usual size, found one that is larger or repeats more in line"
                + " 17");
  }

  @Test
  void refusesLevelsThatAliasesPutInsideEachOther() {
    String deep = "[".repeat(40) + "%s" + "]".repeat(40);
    String text = "a: &a " + deep.formatted(1) + "\nb: " + deep.formatted("*a");

    assertThatThrownBy(() -> Yaml.read(text))
        .hasMessage("expected a document of usual depth, found one that nests more in line 2");
  }

  @Test
  void readsEachRepetitionOfAnAlias() {
    assertThat(Yaml.read("a: &a {b: 1}\nc: [" + "*a, ".repeat(60) + "]").get("c"))
        .hasSize(60)
        .allSatisfy(each -> assertThat(each).hasToString("{\"b\":1}"));
  }

  /** Few aliases, where each line is twice the one before. */
  private static String laughs() {
    StringBuilder text = new StringBuilder("a0: &a0 [ha, ha]\n");
    for (int line = 1; line < 40; line++) {
      text.append("a%d: &a%d [*a%d, *a%d]\n".formatted(line, line, line - 1, line - 1));
    }
    return text.toString();
  }
}
