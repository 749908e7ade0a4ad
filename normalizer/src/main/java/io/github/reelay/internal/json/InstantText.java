package io.github.reelay.internal.json;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * An instant as {@link Instant#toString} writes it, without the formatters of the JDK, which take
 * longer to make than a short command runs.
 */
final class InstantText {
  /** 0000-01-01T00:00:00Z; years before it have a sign. */
  private static final long FIRST = -62_167_219_200L;

  /** 9999-12-31T23:59:59Z; years after it have a sign. */
  private static final long LAST = 253_402_300_799L;

  private static final int SECOND = 1_000_000_000;

  private InstantText() {}

  static String of(Instant instant) {
    long seconds = instant.getEpochSecond();
    if (seconds < FIRST || seconds > LAST) {
      return instant.toString();
    }
    LocalDateTime time = LocalDateTime.ofEpochSecond(seconds, instant.getNano(), ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(30).append(time.toLocalDate());
    twoDigits(text.append('T'), time.getHour());
    twoDigits(text.append(':'), time.getMinute());
    twoDigits(text.append(':'), time.getSecond());
    fraction(text, time.getNano());
    return text.append('Z').toString();
  }

  private static void twoDigits(StringBuilder text, int number) {
    text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  /** None, or three, six or nine digits. */
  private static void fraction(StringBuilder text, int nanos) {
    if (nanos != 0) {
      int digits = nanos % 1_000_000 == 0 ? 3 : nanos % 1_000 == 0 ? 6 : 9;
      text.append('.').append(String.valueOf(SECOND + nanos), 1, 1 + digits);
    }
  }
}
