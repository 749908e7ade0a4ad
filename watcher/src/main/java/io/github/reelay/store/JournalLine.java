package io.github.reelay.store;

import io.github.reelay.task.TaskHandle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  /** A digit of a checksum, counted from 0. */
  static byte digit(long checksum, int index) {
    int digit = (int) (checksum >>> (28 - 4 * index)) & 0xf;
    return (byte) (digit < 10 ? '0' + digit : 'a' + digit - 10);
  }

  /** The text of an id as it is written to a line. */
  static String escape(String text) {
    return UNSAFE
        .matcher(text)
        .replaceAll(unsafe -> String.format("\\\\u%04x", (int) unsafe.group().charAt(0)));
  }

  /** The text as it was before it was written to a line. */
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
