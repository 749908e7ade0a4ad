package io.github.reelay.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskIdExpanderTest {
  private static final Pattern SAFE = Pattern.compile("([A-Za-z0-9._~-]|%[0-9A-F]{2})+");
  private static final String EXPECTED =
      "expected a task id of 1 to 512 printable characters other than '.' and '..', found ";
  private static final String ADVICE =
      "; use the id that the provider gave when the task was submitted";

  private final TaskIdExpander expander = new TaskIdExpander();

  @ParameterizedTest
  @CsvSource({
    "task_01k6x3, task_01k6x3",
    "sora-2:task_x, sora-2%3Atask_x",
    "a/b, a%2Fb",
    "a%2Fb, a%252Fb",
    "%2e%2e, %252e%252e",
    "..., ...",
    "../x, ..%2Fx",
    ".a, .a",
    "a b, a%20b",
    "a+b, a%2Bb",
    "a?b=c&d#e, a%3Fb%3Dc%26d%23e",
    "{id}, %7Bid%7D",
    "任务, %E4%BB%BB%E5%8A%A1",
    "😀, %F0%9F%98%80",
    "~-._, ~-._"
  })
  void encodesAllButUnreserved(String id, String encoded) {
    assertThat(expander.expand(id)).isEqualTo(encoded);
  }

  @Test
  void everyCharacterOfUnicodeComesBackOrIsRefused() {
    StringBuilder printable = new StringBuilder("x");
    for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
      if (Character.isISOControl(character)) {
        assertRefused(
            "x" + Character.toString(character),
            "one with a control character or half a surrogate pair");
      } else if (Character.getType(character) != Character.SURROGATE) {
        printable.appendCodePoint(character);
      }
      if (printable.length() >= 100 || character == Character.MAX_CODE_POINT) {
        assertComesBack(printable.toString());
        printable.setLength(1);
      }
    }
  }

  @Test
  void everyByteThatIsEncodedAlreadyIsEncodedAgain() {
    for (int octet = 0; octet < 256; octet++) {
      assertComesBack("%%%02x".formatted(octet));
      assertComesBack("%%%02X".formatted(octet));
      assertThat(expander.expand("%%%02x".formatted(octet))).startsWith("%25").hasSize(5);
    }
  }

  private void assertComesBack(String id) {
    String encoded = expander.expand(id);

    if (!SAFE.matcher(encoded).matches()
        || !URLDecoder.decode(encoded, StandardCharsets.UTF_8).equals(id)) {
      assertThat(encoded).as("the encoded form of %s", id).isEqualTo("safe and reversible");
    }
  }

  @Test
  void takes512CharactersAndNotOneMore() {
    assertThat(TaskId.check("x".repeat(512))).hasSize(512);
    assertRefused("x".repeat(513), "one of 513 characters");
  }

  @Test
  void refusesWhatWouldNameAnotherResource() {
    assertRefused("", "an empty one");
    assertRefused(".", "'.'");
    assertRefused("..", "'..'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nb", "\u0000", "\t", "a\u007F", "\u0085", "\uD800", "a\uDC00b"})
  void refusesControlCharactersAndHalfSurrogatePairs(String id) {
    assertRefused(id, "one with a control character or half a surrogate pair");
  }

  private void assertRefused(String id, String found) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> expander.expand(id))
        .withMessage(EXPECTED + found + ADVICE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TaskId.check(id))
        .withMessage(EXPECTED + found + ADVICE);
  }
}
