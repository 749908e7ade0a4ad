package io.github.reelay.internal.text;

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

/**
 * Reads a time in any spelling of ISO 8601, and with a blank for the {@code T}. Apart from {@link
 * IsoInstant}, because making the formatter and the pattern takes milliseconds.
 */
public final class IsoText {
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .optionalStart()
          .parseLenient()
          .appendOffset("+HH", "Z")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final int SHORTEST = "2025-01-01T00:00".length();

  /** The longest text that is looked at for a date with blanks. */
  private static final int LONGEST = 64;

  /** {@code 2026-03-02 09:55:00}, with a fraction, an offset or UTC, also as Go prints it. */
  private static final Pattern WITH_BLANK =
      Pattern.compile(
          "(?<date>\\d{4}-\\d\\d-\\d\\d) +(?<time>\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?) *"
              + "(?:(?<offset>[+-]\\d\\d(?::?\\d\\d)?)(?: +[A-Z]{1,5})?|(?<utc>[Zz]|UTC|GMT))?");

  private IsoText() {}

  /** The instant to the microsecond, UTC where the text has no offset; null if it is no time. */
  public static @Nullable Instant parse(String text) {
    Matcher spaced = WITH_BLANK.matcher(text.length() > LONGEST ? "" : text);
    return ofIso(spaced.matches() ? withoutBlanks(spaced) : text);
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

  /** The same without blanks; of a usual spelling it must give what {@link IsoInstant} does. */
  static @Nullable Instant ofIso(String text) {
    if (text.length() < SHORTEST) {
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
