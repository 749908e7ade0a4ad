package io.github.reelay.internal.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/** Reads the usual spelling of a time, {@code 2025-10-06T15:10:26.875729Z}, by its columns. */
public final class IsoInstant {
  private static final String COLUMNS = "dddd-dd-ddTdd:dd:dd.ddddddddd";
  private static final int POINT = COLUMNS.indexOf('.');

  private IsoInstant() {}

  /** The instant to the microsecond, as a formatter reads it; null if spelled otherwise. */
  public static @Nullable Instant parse(String text) {
    int end = text.length() - 1;
    if (end < POINT || end > COLUMNS.length() || text.charAt(end) != 'Z' || !fits(text, end)) {
      return null;
    }
    int year = digits(text, 0, 4);
    int month = digits(text, 5, 7);
    int day = digits(text, 8, 10);
    int hour = digits(text, 11, 13);
    int minute = digits(text, 14, 16);
    int second = digits(text, 17, 19);
    if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) {
      return null;
    }
    if (day < 1 || day > Month.of(month).length(Year.isLeap(year))) {
      return null;
    }
    long minutes = (LocalDate.of(year, month, day).toEpochDay() * 24 + hour) * 60 + minute;
    return Instant.ofEpochSecond(minutes * 60 + second, digits(text, POINT + 1, POINT + 7) * 1000L);
  }

  private static boolean fits(String text, int end) {
    for (int at = 0; at < end; at++) {
      char column = COLUMNS.charAt(at);
      char found = text.charAt(at);
      if (column == 'd' ? found < '0' || found > '9' : found != column) {
        return false;
      }
    }
    return true;
  }

  /** Columns behind the end of the text count as zeros, as a short fraction means them. */
  private static int digits(String text, int start, int end) {
    int number = 0;
    for (int at = start; at < end; at++) {
      number = number * 10 + (at < text.length() - 1 ? text.charAt(at) - '0' : 0);
    }
    return number;
  }
}
