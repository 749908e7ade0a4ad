package io.github.reelay.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From a time as written to an {@code Instant}; total. */
final class Instants {
  /** In seconds that would be the year 5138. */
  private static final long FIRST_MILLIS = 100_000_000_000L;

  /** The end of the year 9999 has 15 digits in milliseconds. */
  private static final int MOST_DIGITS = 15;

  private static final Instant END = Instant.parse("9999-12-31T23:59:59.999999Z");
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .optionalStart()
          .parseLenient()
          .appendOffset("+HH", "Z")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /** The longest text that is looked at for a date with blanks. */
  private static final int LONGEST = 64;

  /** {@code 2026-03-02 09:55:00}, with a fraction, an offset or UTC, also as Go prints it. */
  private static final Pattern WITH_BLANK =
      Pattern.compile(
          "(?<date>\\d{4}-\\d\\d-\\d\\d) +(?<time>\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?) *"
              + "(?:(?<offset>[+-]\\d\\d(?::?\\d\\d)?)(?: +[A-Z]{1,5})?|(?<utc>[Zz]|UTC|GMT))?");

  private Instants() {}

  static @Nullable Instant parse(String written) {
    Instant instant = ofText(written.strip());
    return instant == null || !instant.isAfter(Instant.EPOCH) || instant.isAfter(END)
        ? null
        : instant;
  }

  private static @Nullable Instant ofText(String text) {
    if (Numbers.isPlain(text)) {
      long number = Long.parseLong(text);
      return number < FIRST_MILLIS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    }
    BigDecimal number = Numbers.parse(text);
    return number == null ? ofIso(text) : ofNumber(number);
  }

  private static @Nullable Instant ofNumber(BigDecimal number) {
    if (number.signum() <= 0
        || Numbers.wholeDigits(number) > MOST_DIGITS
        || Numbers.wholeDigits(number) < -6) {
      return null;
    }
    boolean millis = number.compareTo(BigDecimal.valueOf(FIRST_MILLIS)) >= 0;
    long micros = number.movePointRight(millis ? 3 : 6).longValue();
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private static @Nullable Instant ofIso(String text) {
    Instant usual = IsoInstant.parse(text);
    if (usual != null) {
      return usual;
    }
    Matcher spaced = WITH_BLANK.matcher(text.length() > LONGEST ? "" : text);
    return spaced.matches() ? ofAnyIso(withoutBlanks(spaced)) : ofAnyIso(text);
  }

  /**
   * The date and the time as ISO 8601 joins them; a zone in words is UTC, or repeats the offset.
   */
  private static String withoutBlanks(Matcher spaced) {
    String offset = spaced.group("offset");
    return spaced.group("date")
        + 'T'
        + spaced.group("time")
        + (offset != null ? offset : spaced.group("utc") != null ? "Z" : "");
  }

  /** Without the short cut, which is ten times as fast and must give the same. */
  static @Nullable Instant ofAnyIso(String text) {
    if (text.length() < "2025-01-01T00:00".length()) {
      return null;
    }
    try {
      TemporalAccessor time = ISO.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
      Instant instant =
          time instanceof OffsetDateTime offset
              ? offset.toInstant()
              : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
      return instant.truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeParseException notIso) {
      return null; // the caller makes a finding of it
    }
  }
}
