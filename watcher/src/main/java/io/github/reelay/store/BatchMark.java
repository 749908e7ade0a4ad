package io.github.reelay.store;

import io.github.reelay.task.TaskHandle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says which bytes of a journal were written and forced together. It is a line that closes a handle
 * which is never open, so that programs which know no marks read the same handles.
 *
 * @param from the offset of the first byte of the batch
 * @param to the offset behind its last byte
 */
record BatchMark(long from, long to) {
  /** The provider's name in marks. */
  static final String PROVIDER = "reelay.batch";

  private static final Pattern EXTENT = Pattern.compile("(\\d{12})-(\\d{12})");

  /** How many bytes the line of a mark takes, with its end; the same for each. */
  static final int LENGTH = JournalLine.SIGN + ("-" + PROVIDER + ":").length() + 25 + 1;

  JournalLine line() {
    String extent = String.format(Locale.ROOT, "%012d-%012d", from, to);
    return new JournalLine(false, new TaskHandle(PROVIDER, extent));
  }

  /** The mark that a line is; null if it is an ordinary line. */
  static @Nullable BatchMark of(JournalLine line) {
    if (line.opened() || !line.handle().provider().equals(PROVIDER)) {
      return null;
    }
    Matcher extent = EXTENT.matcher(line.handle().id());
    return extent.matches()
        ? new BatchMark(Long.parseLong(extent.group(1)), Long.parseLong(extent.group(2)))
        : null;
  }

  /** Whether these bytes are part of the batch. */
  boolean contains(long start, long end) {
    return from <= start && end <= to;
  }
}
