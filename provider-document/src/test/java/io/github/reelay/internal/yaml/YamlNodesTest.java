package io.github.reelay.internal.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** What is repeated by aliases counts each time, in levels and in nodes. */
class YamlNodesTest {
  private static final String TOO_LARGE =
      "expected a document of usual size, found one that is larger or repeats more in line ";
  private static final String TOO_DEEP =
      "expected a document of usual depth, found one that nests more in line ";

  /** Lines of which each repeats the one before that often. */
  private static String laughs(int lines, int times, String form) {
    StringBuilder text = new StringBuilder("a0: &a0 [ha, ha]\n");
    for (int line = 1; line <= lines; line++) {
      String before = form.formatted("*a" + (line - 1));
      text.append("a%d: &a%d [%s]\n".formatted(line, line, (before + ",").repeat(times)));
    }
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "9, 9, %s, 7", // the billion laughs: 9 times 9 times 9
    "40, 2, %s, 17", // few aliases, each line twice the one before
    "40, 2, {x: %s}, 16",
    "30, 3, '[%s, ha]', 11",
    "1, 150000, %s, 2",
  })
  void refusesWhatRepeatsItselfTooOften(int lines, int times, String form, int line) {
    assertThatThrownBy(() -> YamlNodes.read(laughs(lines, times, form)))
        .isInstanceOf(BoundsException.class)
        .hasMessage(TOO_LARGE + line);
  }

  @Test
  void refusesATextWithTooManyNodes() {
    assertThatThrownBy(() -> YamlNodes.read("[\n" + "1,".repeat(YamlNodes.MOST_NODES) + "]"))
        .hasMessage(TOO_LARGE + 2);
    assertThat(YamlNodes.read("[\n" + "1,".repeat(YamlNodes.MOST_NODES - 1) + "]")).isNotNull();
  }

  @Test
  void refusesLevelsThatAliasesPutInsideEachOther() {
    String deep = "[".repeat(40) + "]".repeat(40);
    String twice = "[".repeat(24) + "*a" + "]".repeat(24);

    assertThatThrownBy(() -> YamlNodes.read("a: &a " + deep + "\nb: " + twice))
        .hasMessage(TOO_DEEP + 2);
    assertThatThrownBy(
            () -> YamlNodes.read("a: &a " + deep + "\nb: &b [[[*a]]]\nc: {c: " + twice + "}\n"))
        .hasMessage(TOO_DEEP + 3);
    assertThatThrownBy(
            () ->
                YamlNodes.read(
                    "a: &a " + deep + "\nb: &b [[*a, 1], 2]\nc: " + twice.replace("*a", "*b")))
        .hasMessage(TOO_DEEP + 3);
    assertThat(YamlNodes.read("a: &a " + deep + "\nb: " + twice.substring(1, 49))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: &a [*a]", "&a {b: [{c: *a}]}", "a: &a {b: 1}\n? x\n: &a [[*a]]"})
  void refusesWhatContainsItself(String text) {
    int line = text.split("\n").length;

    assertThatThrownBy(() -> YamlNodes.read(text)).hasMessage(TOO_DEEP + line);
  }

  @Test
  void readsAsManyAliasesAsThereAreNodes() {
    Node root = YamlNodes.read("a: &a {b: &b 1, c: *b}\nd: [" + "*a, ".repeat(2_000) + "]\n*b : 1");

    assertThat(((MappingNode) root).getValue()).hasSize(3);
  }

  @Test
  void leavesAnAliasOfNothingToItsReader() {
    assertThatThrownBy(() -> YamlNodes.read("a: *b"))
        .isInstanceOf(YamlEngineException.class)
        .isNotInstanceOf(BoundsException.class)
        .hasMessageContaining("found undefined alias b");
  }
}
