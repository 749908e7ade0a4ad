package io.github.reelay.sandbox;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Writes a time in the form that an example shows: seconds, milliseconds, fractions or text. */
final class TimeForm {
  private static final double FIRST_MILLISECONDS = 1e11;
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

  private TimeForm() {}

  /** The time in the form of the documented value, whose JSON type is kept. */
  static Object like(Object documented, Instant at) {
    if (documented instanceof Number number && number.doubleValue() != 0) {
      boolean millis = Math.abs(number.doubleValue()) >= FIRST_MILLISECONDS;
      if (number instanceof Double) {
        return exact(at).movePointRight(millis ? 3 : 0);
      }
      return millis ? at.toEpochMilli() : at.getEpochSecond();
    }
    return documented instanceof String text ? text(text, at) : documented;
  }

  private static String text(String documented, Instant at) {
    if (documented.isBlank()) {
      return documented; // how a time is written that is not set
    }
    boolean digits = documented.matches("[1-9]\\d{9,12}");
    return digits ? like(Long.valueOf(documented), at).toString() : ISO.format(at);
  }

  private static BigDecimal exact(Instant at) {
    return BigDecimal.valueOf(at.getEpochSecond())
        .add(BigDecimal.valueOf(at.getNano(), 9))
        .setScale(6, RoundingMode.DOWN);
  }
}
