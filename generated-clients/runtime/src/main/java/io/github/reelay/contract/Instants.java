package io.github.reelay.contract;

import io.github.reelay.internal.text.IsoInstant;
import io.github.reelay.internal.text.IsoText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Reads a time as it is written; null for what is no time after 1970 and before 10000. */
final class Instants {
  /** A number from here on is milliseconds: as seconds it would be the year 5138. */
  private static final long FIRST_MILLIS = 100_000_000_000L;

  /** A longer whole part is no time: the year 9999 ends at 15 digits of milliseconds. */
  private static final int MOST_DIGITS = 15;

  /** 9999-12-31T23:59:59.999999Z: ISO 8601 writes later years with a sign. */
  private static final Instant END = Instant.ofEpochSecond(253_402_300_799L, 999_999_000);

  private Instants() {}

  static @Nullable Instant parse(String written) {
    String text = written.strip();
    Instant usual = ofUsual(text);
    Instant instant = usual != null ? usual : ofText(text);
    return instant == null || !instant.isAfter(Instant.EPOCH) || instant.isAfter(END)
        ? null
        : instant;
  }

  /** Digits alone, or with a fraction after at most {@link #MOST_DIGITS} of them; else null. */
  private static @Nullable Instant ofUsual(String text) {
    int point = text.indexOf('.');
    if (point < 0) {
      long plain = Numbers.plain(text);
      return plain < 0 ? null : ofPlain(plain);
    }
    long whole = Numbers.plain(text, 0, point);
    long fraction = Numbers.plain(text, point + 1, text.length());
    return whole >= 0 && fraction >= 0 && point <= MOST_DIGITS
        ? ofFraction(whole, text, point + 1)
        : null;
  }

  /** Rounded down to the microsecond, of which a fraction of a millisecond has three digits. */
  private static Instant ofFraction(long whole, String text, int from) {
    int places = whole < FIRST_MILLIS ? 6 : 3;
    int shown = Math.min(text.length() - from, places);
    long micros = whole;
    for (int place = 0; place < places; place++) {
      micros = micros * 10 + (place < shown ? text.charAt(from + place) - '0' : 0);
    }
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private static @Nullable Instant ofText(String text) {
    BigDecimal number = Numbers.parse(text);
    return number == null ? ofIso(text) : ofNumber(number);
  }

  private static Instant ofPlain(long number) {
    return number < FIRST_MILLIS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
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
    return usual != null ? usual : IsoText.parse(text);
  }
}
