package io.github.reelay.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.reelay.task.TaskHandle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * One line of a journal, such as {@code 3b1c9f02 +toapis:task_123}: the CRC-32C of what follows the
 * space, in hexadecimal, then whether the handle was opened or closed, and its text in UTF-8.
 *
 * @param opened whether the handle was opened; else it was closed
 * @param handle the handle
 */
record JournalLine(boolean opened, TaskHandle handle) {
  /** The first line of every journal. The number counts the versions of the format. */
  static final String HEADER = "reelay-handles 1";

  /** Where the sign stands, behind eight digits and a space. */
  static final int SIGN = 9;

  /** What would end a line, confuse a terminal or have no form in UTF-8, and the backslash. */
  private static final Pattern UNSAFE =
      Pattern.compile("[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\p{Cs}\\\\]");

  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

  /** The bytes of the line, with its end. */
  byte[] bytes() {
    String before = opened ? "01234567 +" : "01234567 -";
    byte[] bytes = (before + handle.provider() + ":" + handle.id() + "\n").getBytes(UTF_8);
    if (!isPlain(bytes)) {
      bytes = (before + escape(handle.toString()) + "\n").getBytes(UTF_8);
    }
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, SIGN, bytes.length - 1 - SIGN);
    for (int i = 0; i < SIGN - 1; i++) {
      bytes[i] = digit(checksum.getValue(), i);
    }
    return bytes;
  }

  /** A digit of a checksum, counted from 0. */
  static byte digit(long checksum, int index) {
    int digit = (int) (checksum >>> (28 - 4 * index)) & 0xf;
    return (byte) (digit < 10 ? '0' + digit : 'a' + digit - 10);
  }

  /**
   * Whether there is nothing but printable ASCII, as in nearly every id; known without a search.
   */
  private static boolean isPlain(byte[] line) {
    for (int i = SIGN; i < line.length - 1; i++) {
      if (line[i] < ' ' || line[i] == 0x7f || line[i] == '?' || line[i] == '\\') {
        return false;
      }
    }
    return true;
  }

  private static String escape(String text) {
    return UNSAFE
        .matcher(text)
        .replaceAll(unsafe -> String.format("\\\\u%04x", (int) unsafe.group().charAt(0)));
  }

  /** The text of a handle as it was before it was written to a line. */
  static String unescape(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    return ESCAPE
        .matcher(text)
        .replaceAll(
            escape -> {
              char unsafe = (char) Integer.parseInt(escape.group(1), 16);
              return Matcher.quoteReplacement(String.valueOf(unsafe));
            });
  }
}
