package io.github.reelay.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {" ", "\t\r\n", "\u3000", "\u2003 \u2028", "\u000b\f", "\u001c\u001f"})
  void aBlankSaysNothing(String text) {
    assertThat(Texts.saysNothing(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", " a ", "\u3000a", "\u0085", "\u00a0", "\u0000", "\u0007", "\u007f", "视频"})
  void anythingElseSaysSomething(String text) {
    assertThat(Texts.saysNothing(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "a,a",
        " a b ,a b",
        "\u3000视频\u3000,视频",
        "\ta\u001f,a",
        "\u0085a\u0085,\u0085a\u0085",
        "\u00a0a,\u00a0a",
        "a\u0000,a\u0000",
        "' ',''"
      })
  void onlyBlanksAreStripped(String text, String stripped) {
    assertThat(Texts.stripped(text)).isEqualTo(stripped);
  }

  @Test
  void anEmptyTextStaysEmpty() {
    assertThat(Texts.stripped("")).isEmpty();
  }

  @Test
  void agreesWithStringAboutEachCharacter() {
    for (int c = 0; c <= 0xffff; c++) {
      String one = String.valueOf((char) c);
      for (String text :
          List.of(one, one + "a", "a" + one, "a" + one + "b", " " + one, one + one)) {
        assertThat(Texts.saysNothing(text)).as("U+%04X", c).isEqualTo(text.isBlank());
        assertThat(Texts.stripped(text)).as("U+%04X", c).isEqualTo(text.strip());
      }
    }
  }

  @Test
  void noBlankIsUsualAndNoPlaceOutsideTheText() {
    assertThat(Texts.isUsual("!~", 0)).isTrue();
    assertThat(Texts.isUsual("!~", 1)).isTrue();
    assertThat(Texts.isUsual("!~", 2)).isFalse();
    assertThat(Texts.isUsual("!~", -1)).isFalse();
    assertThat(Texts.isUsual("", 0)).isFalse();
    assertThat(Texts.isUsual(" ", 0)).isFalse();
    assertThat(Texts.isUsual("\u007f", 0)).isFalse();
    assertThat(Texts.isUsual("\u3000", 0)).isFalse();
  }
}
