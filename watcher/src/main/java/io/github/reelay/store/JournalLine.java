package io.github.reelay.store;

import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of a journal, such as {@code fb246e75 +toapis:task_1}: the CRC-32C of what follows the
 * space, in hexadecimal, then a sign and the handle's text in UTF-8. The sign is {@code +} for a
 * handle that is added, and {@code -} for one that is removed. Version 2 of the format also has the
 * sign {@code @}, for a handle that is added with its time of submission, which stands before the
 * handle: {@code ba16d062 @2026-01-01T00:00:00Z toapis:task_1}.
 *
 * @param opened whether the handle was added; else it was removed
 * @param handle of the task that is added or removed
 * @param submittedAt when the task was submitted; null if that is not known or it was removed
 */
record JournalLine(boolean opened, TaskHandle handle, @Nullable Instant submittedAt) {
  /**
   * The first line of a journal in which no line has a time of submission. The number counts the
   * versions of the format. Programs that know only this one refuse the next by its number.
   */
  static final String HEADER = "reelay-handles 1";

  /** The first line of a journal in which lines may have a time of submission. */
  static final String HEADER_2 = "reelay-handles 2";

  /** The most characters of an id: its line stays one that is read again. */
  private static final int LONGEST_ID = 1 << 20;

  /** Where the sign stands, behind eight digits and a space. */
  static final int SIGN = 9;

  static final char ADDED = '+';
  static final char ADDED_WITH_TIME = '@';
  static final char REMOVED = '-';

  /** What would end a line, confuse a terminal or have no form in UTF-8, and the backslash. */
  private static final Pattern UNSAFE =
      Pattern.compile("[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\p{Cs}\\\\]");

  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

  /** Stands for the provider in a line that names a dialect's file. */
  private static final String DIALECT = "reelay.dialect";

  JournalLine(boolean opened, TaskHandle handle) {
    this(opened, handle, null);
  }

  /**
   * The line that names the document which describes a provider, such as {@code 5c3fa6f2
   * -reelay.dialect:my=/home/me/my-provider.yaml}. It removes a handle that is never open, so that
   * programs which know no such lines read the same handles.
   */
  static JournalLine ofDialect(String provider, String file) {
    return new JournalLine(false, new TaskHandle(DIALECT, provider + "=" + file));
  }

  /** The provider's name and its document, if the line names one; else null. */
  Map.@Nullable Entry<String, String> dialect() {
    int sign = opened || !handle.provider().equals(DIALECT) ? -1 : handle.id().indexOf('=');
    return sign < 1
        ? null
        : Map.entry(handle.id().substring(0, sign), handle.id().substring(sign + 1));
  }

  /**
   * Checks that the line can be read again.
   *
   * @throws IOException if the id is too long
   */
  void check() throws IOException {
    if (handle.id().length() > LONGEST_ID) {
      throw new IOException(
          "expected a task id of at most "
              + LONGEST_ID
              + " characters for the journal, found one of "
              + handle.id().length()
              + "; check where it comes from");
    }
  }

  /** The sign that stands behind the checksum and says what the line does. */
  char sign() {
    return !opened ? REMOVED : submittedAt == null ? ADDED : ADDED_WITH_TIME;
  }

  /** A hexadecimal digit of a checksum in ASCII; 0 is the index of the highest of eight. */
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
