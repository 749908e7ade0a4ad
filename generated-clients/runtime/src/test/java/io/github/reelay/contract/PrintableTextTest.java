package io.github.reelay.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTextTest {

  @DisplayName("What ends a line, steers a terminal or turns text around is escaped")
  @ParameterizedTest
  @CsvSource({
    "'a\r\nb', 'a\\u000d\\u000ab'",
    "'\u0000\t\u001b[2J\u007f', '\\u0000\\u0009\\u001b[2J\\u007f'",
    "'a\u0085b\u009b', 'a\\u0085b\\u009b'",
    "'a\u2028b\u2029', 'a\\u2028b\\u2029'",
    "'\u202eabc\u202c', '\\u202eabc\\u202c'",
    "'\u2066a\u2069\u061c\u200e\u200f', '\\u2066a\\u2069\\u061c\\u200e\\u200f'",
    "'\ufeffa\u00ad\u200b', '\\ufeffa\\u00ad\\u200b'",
    "'\ud800a\udc00', '\\ud800a\\udc00'",
    "'\udb40\udc41', '\\udb40\\udc41'"
  })
  void escapes(String text, String escaped) {
    assertThat(PrintableText.of(text)).isEqualTo(escaped);
    assertThat(PrintableText.isPrintable(text)).isFalse();
    assertThat(PrintableText.isPrintable(escaped)).isTrue();
  }

  @DisplayName("All other text is the same object")
  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "task_1:a/b \\u202e", "视频 é ß", "👩‍👩‍👧", "می‌خواهم", "😀\u00a0\u3000"})
  void keeps(String text) {
    assertThat(PrintableText.of(text)).isSameAs(text);
    assertThat(PrintableText.isPrintable(text)).isTrue();
  }

  @DisplayName("No character of the first plane passes that begins a line or steers a terminal")
  @Test
  void lookAtEach() {
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      String escaped = PrintableText.of("a" + c + "b");

      assertThat(escaped.lines()).hasSize(1);
      assertThat(escaped)
          .doesNotContainPattern("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202a-\\u202e\\u2066-\\u2069]");
    }
  }
}
