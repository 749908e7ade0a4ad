package io.github.reelay.failure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Retry-After} (RFC 9110, 10.2.3): seconds, or a date in one of its three forms. Some
 * providers write a unit, as in {@code 30s} or {@code 1m30s}, or milliseconds in a header of their
 * own, {@code retry-after-ms}.
 */
public final class RetryAfter {
  private static final List<DateTimeFormatter> DATES =
      List.of(
          format("EEE, d MMM uuuu HH:mm:ss 'GMT'"),
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .appendPattern("EEEE, dd-MMM-")
              .appendValueReduced(ChronoField.YEAR, 2, 2, LocalDate.of(1970, 1, 1))
              .appendPattern(" HH:mm:ss 'GMT'")
              .toFormatter(Locale.ENGLISH),
          format("EEE MMM ppd HH:mm:ss uuuu"));

  private static final String NUMBER = "\\d{1,40}(\\.\\d{1,20})?";
  private static final BigDecimal MILLI = new BigDecimal("0.001");
  private static final Pattern PART =
      Pattern.compile(
          "(\\d{1,40}(?:\\.\\d{1,20})?) ?"
              + "(ms|millis|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?)"
              + "(?![a-z]) *");

  private RetryAfter() {}

  /**
   * How long to wait; total.
   *
   * @param value such as {@code 30} or a date
   * @param observedAt when the response came, for dates; null if that is not known
   * @return whole seconds, fractions rounded up, 0 for a date in the past; null if the value is
   *     negative, too large for a duration, or neither a number, a number with a unit nor a date
   */
  public static @Nullable Duration parse(String value, @Nullable Instant observedAt) {
    String text = value.strip();
    if (text.matches(NUMBER)) {
      return seconds(new BigDecimal(text));
    }
    Duration units = withUnits(text);
    return units != null || observedAt == null ? units : untilDate(text, observedAt);
  }

  /**
   * How long {@code retry-after-ms} says to wait; total.
   *
   * @param value the header's value, milliseconds
   * @return whole seconds, fractions rounded up; null if the value is negative, too large for a
   *     duration, or no number
   */
  public static @Nullable Duration parseMillis(String value) {
    String text = value.strip();
    return text.matches(NUMBER) ? seconds(new BigDecimal(text).movePointLeft(3)) : null;
  }

  /** The sum of numbers with a unit each; null if the text is anything else. */
  private static @Nullable Duration withUnits(String text) {
    BigDecimal sum = BigDecimal.ZERO;
    Matcher part = PART.matcher(text.toLowerCase(Locale.ROOT));
    int parts = 0;
    while (part.lookingAt() && parts < 4) {
      sum = sum.add(new BigDecimal(part.group(1)).multiply(unit(part.group(2))));
      part.region(part.end(), part.regionEnd());
      parts++;
    }
    return parts > 0 && part.regionStart() == part.regionEnd() ? seconds(sum) : null;
  }

  private static BigDecimal unit(String name) {
    return switch (name.charAt(0)) {
      case 'm' -> name.startsWith("ms") || name.startsWith("mil") ? MILLI : BigDecimal.valueOf(60);
      case 'h' -> BigDecimal.valueOf(3600);
      default -> BigDecimal.ONE;
    };
  }

  private static @Nullable Duration seconds(BigDecimal number) {
    BigDecimal whole = number.setScale(0, RoundingMode.CEILING);
    return whole.precision() > 18 ? null : Duration.ofSeconds(whole.longValueExact());
  }

  private static @Nullable Duration untilDate(String text, Instant observedAt) {
    for (DateTimeFormatter form : DATES) {
      try {
        Instant date = LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC);
        Duration wait = Duration.between(observedAt, date);
        return wait.isNegative() ? Duration.ZERO : roundUp(wait);
      } catch (DateTimeParseException otherForm) {
        continue; // the next form, and in the end: no date
      }
    }
    return null;
  }

  private static Duration roundUp(Duration wait) {
    return wait.getNano() == 0 ? wait : Duration.ofSeconds(Math.addExact(wait.getSeconds(), 1));
  }

  private static DateTimeFormatter format(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH);
  }
}
