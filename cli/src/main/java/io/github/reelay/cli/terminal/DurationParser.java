package io.github.reelay.cli.terminal;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads lengths of time as people write them: 90s, 10m, 1h30m, 500ms, or PT10M. */
public final class DurationParser {
  private static final Pattern SHORT =
      Pattern.compile("(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");
  private static final Duration LONGEST = Duration.ofDays(365);

  private DurationParser() {}

  /**
   * The length of time.
   *
   * @param option where it stands
   * @param text the value of the option
   * @throws UsageException if it is not a duration, not longer than zero, or longer than a year
   */
  public static Duration parse(String option, String text) {
    Duration span = read(text);
    if (span == null) {
      throw new UsageException(
          "expected a length of time such as 90s, 10m, 1h30m or PT10M at "
              + option
              + ", found '"
              + text
              + "'");
    }
    if (span.isZero() || span.isNegative() || span.compareTo(LONGEST) > 0) {
      throw new UsageException(
          "expected more than no time and at most 365 days at "
              + option
              + ", found '"
              + text
              + "'");
    }
    return span;
  }

  private static @Nullable Duration read(String text) {
    Matcher matcher = SHORT.matcher(text);
    if (!text.isEmpty() && matcher.matches()) {
      return Duration.ofHours(number(matcher.group(1)))
          .plusMinutes(number(matcher.group(2)))
          .plusSeconds(number(matcher.group(3)))
          .plusMillis(number(matcher.group(4)));
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeException neither) {
      return null;
    }
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
