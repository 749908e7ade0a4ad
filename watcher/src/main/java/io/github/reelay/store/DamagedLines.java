package io.github.reelay.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.reelay.task.TaskHandle;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Neighbouring lines of a journal that are not as they were written.
 *
 * @param first the number of the first, counted from 1, the header included
 * @param last the number of the last
 * @param handle the handle that a single line seems to name in spite of its damage; null if none
 */
public record DamagedLines(long first, long last, @Nullable TaskHandle handle) {
  private static final int SHOWN = 5;
  private static final int LONGEST = 600;
  private static final Pattern READABLE =
      Pattern.compile("[!-~]{8} (?:[+-]|@[0-9:.TZ-]+ )([a-z0-9][a-z0-9._-]*:[!-~]+)");

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the first is less than 1 or the last less than the first,
   *     or if several lines name a handle
   */
  public DamagedLines {
    if (first < 1 || last < first || handle != null && last > first) {
      throw new IllegalArgumentException(
          "expected lines in order and a handle only of one, found "
              + first
              + " to "
              + last
              + (handle == null ? "" : " with " + handle));
    }
  }

  static DamagedLines of(long number, byte[] bytes, int from, int to) {
    String text = new String(bytes, from, Math.min(to - from, LONGEST + 1), UTF_8);
    Matcher readable = READABLE.matcher(text);
    TaskHandle handle =
        text.length() <= LONGEST && readable.matches() ? TaskHandle.parse(readable.group(1)) : null;
    boolean mark = handle != null && handle.provider().equals(BatchMark.PROVIDER);
    return new DamagedLines(number, number, mark ? null : handle);
  }

  /** Whether the next lines can be reported together with these. */
  boolean joins(DamagedLines next) {
    return handle == null && next.handle == null && last + 1 == next.first;
  }

  /** Such as "lines 4, 7-9 (perhaps toapis:task_1) and 3 more places". */
  static String named(Collection<DamagedLines> all) {
    boolean single = all.size() == 1 && all.iterator().next().isSingle();
    String shown =
        all.stream().limit(SHOWN).map(DamagedLines::toString).collect(Collectors.joining(", "));
    String more = all.size() > SHOWN ? " and " + (all.size() - SHOWN) + " more places" : "";
    return (single ? "line " : "lines ") + shown + more;
  }

  private boolean isSingle() {
    return first == last;
  }

  /** The numbers, and what they seem to name. */
  @Override
  public String toString() {
    String numbers = isSingle() ? "" + first : first + "-" + last;
    return handle == null ? numbers : numbers + " (perhaps " + handle + ")";
  }
}
