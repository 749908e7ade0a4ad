package io.github.reelay.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant SEEN = Instant.parse("1994-11-06T08:49:00Z");

  @DisplayName("Seconds, decimals rounded up")
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "30, 30",
    "0030, 30",
    "' 30 ', 30",
    "0.0, 0",
    "0.000000001, 1",
    "1.0, 1",
    "1.5, 2",
    "29.999, 30",
    "86400, 86400",
    "999999999999999999, 999999999999999999"
  })
  void readsSeconds(String value, long seconds) {
    assertThat(RetryAfter.parse(value, null)).isEqualTo(Duration.ofSeconds(seconds));
    assertThat(RetryAfter.parse(value, SEEN)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @DisplayName("Negative, overflowing and garbage: absent")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-1",
        "-0",
        "+30",
        "s30",
        "30x",
        "30 days",
        "-30s",
        "1m 30",
        "1m-30s",
        "1s1s1s1s1s",
        "999999999999999999h",
        "30sm",
        "30,",
        "1.",
        ".5",
        "1e3",
        "0x1F",
        "1,5",
        "٣٠",
        "NaN",
        "soon",
        "1000000000000000000",
        "999999999999999999.1",
        "99999999999999999999999999999999999999999999999999",
        "2026-01-14T08:43:42Z",
        "Sun, 06 Nov 1994",
        "Sun, 06 Nov 1994 08:49:37",
        "Sun, 06 Nov 1994 08:49:37 CET",
        "Sun, 06 Nov 1994 08:49:37 +0000",
        "Mon, 06 Nov 1994 08:49:37 GMT",
        "Sun, 31 Feb 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 25:00:00 GMT",
        "Sun, 06 Nom 1994 08:49:37 GMT",
        "Sunday, 06-Nov-1994 08:49:37 GMT",
        "Sun Nov 6 08:49:37 94"
      })
  void refusesTheRest(String value) {
    assertThat(RetryAfter.parse(value, SEEN)).isNull();
  }

  @DisplayName("Numbers with a unit, their sum rounded up once")
  @ParameterizedTest
  @CsvSource({
    "30s, 30",
    "' 30S ', 30",
    "1.2s, 2",
    "500ms, 1",
    "1m, 60",
    "1m30s, 90",
    "1h2m3.5s, 3724",
    "0.4s 0.4s, 1",
    "20 seconds, 20",
    "2 min, 120",
    "1 hour, 3600",
    "0s, 0",
    "120 secs, 120"
  })
  void readsUnits(String value, long seconds) {
    assertThat(RetryAfter.parse(value, null)).isEqualTo(Duration.ofSeconds(seconds));
    assertThat(RetryAfter.parse(value, SEEN)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @DisplayName("Milliseconds, rounded up to seconds")
  @ParameterizedTest
  @CsvSource({"1500, 2", "1000, 1", "1, 1", "0, 0", "' 250.5 ', 1", "60001, 61"})
  void readsMilliseconds(String value, long seconds) {
    assertThat(RetryAfter.parseMillis(value)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @DisplayName("Milliseconds that are no number: absent")
  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "soon", "1e3", "1500ms", "1,5", "9999999999999999999999"})
  void refusesOtherMilliseconds(String value) {
    assertThat(RetryAfter.parseMillis(value)).isNull();
  }

  @DisplayName("An HTTP date in each of its three forms, minus the observation")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sun, 6 Nov 1994 08:49:37 GMT",
        "sun, 06 nov 1994 08:49:37 gmt",
        " Sun, 06 Nov 1994 08:49:37 GMT ",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "SUNDAY, 06-NOV-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994"
      })
  void readsDates(String value) {
    assertThat(RetryAfter.parse(value, SEEN)).isEqualTo(Duration.ofSeconds(37));
    assertThat(RetryAfter.parse(value, null)).as("without an observation").isNull();
  }

  @DisplayName("asctime pads a day below ten with a blank, and another one not")
  @Test
  void readsAsctimeDays() {
    Instant seen = Instant.parse("1994-11-16T08:49:07Z");

    assertThat(RetryAfter.parse("Wed Nov 16 08:49:37 1994", seen)).hasSeconds(30);
  }

  @DisplayName("A year of two digits lies from 1970 to 2069")
  @ParameterizedTest
  @CsvSource({
    "'Wednesday, 14-Jan-26 08:44:00 GMT', 2026-01-14T08:44:00Z",
    "'Thursday, 01-Jan-70 00:00:30 GMT', 1970-01-01T00:00:30Z",
    "'Friday, 31-Dec-99 23:59:59 GMT', 1999-12-31T23:59:59Z",
    "'Saturday, 01-Jan-00 00:00:00 GMT', 2000-01-01T00:00:00Z",
    "'Tuesday, 31-Dec-69 23:59:59 GMT', 2069-12-31T23:59:59Z"
  })
  void readsYearsOfTwoDigits(String value, Instant date) {
    assertThat(RetryAfter.parse(value, date.minusSeconds(5))).hasSeconds(5);
  }

  @DisplayName("A past date is 0")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 06 Nov 1994 08:48:59 GMT",
        "Sun, 06 Nov 1994 08:49:00 GMT",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "Sat Jan  1 00:00:00 0000"
      })
  void pastIsZero(String value) {
    assertThat(RetryAfter.parse(value, SEEN)).isEqualTo(Duration.ZERO);
  }

  @DisplayName("What is left of a second is rounded up: never earlier than stated")
  @Test
  void roundsUp() {
    Instant seen = SEEN.plusMillis(999);

    assertThat(RetryAfter.parse("Sun, 06 Nov 1994 08:49:02 GMT", seen)).hasSeconds(2);
    assertThat(RetryAfter.parse("Sun, 06 Nov 1994 08:49:01 GMT", seen)).hasSeconds(1);
    assertThat(RetryAfter.parse("Sun, 06 Nov 1994 08:49:00 GMT", seen)).isEqualTo(Duration.ZERO);
  }

  @DisplayName("Every month and weekday is known, whatever the machine's language")
  @Test
  void knowsEveryMonth() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      for (int day = 1; day <= 365; day += 3) {
        Instant date = LocalDate.ofYearDay(2026, day).atTime(12, 0).toInstant(ZoneOffset.UTC);
        for (String form :
            new String[] {
              "EEE, dd MMM yyyy HH:mm:ss 'GMT'",
              "EEEE, dd-MMM-yy HH:mm:ss 'GMT'",
              "EEE MMM ppd HH:mm:ss yyyy"
            }) {
          String value =
              DateTimeFormatter.ofPattern(form, Locale.US).withZone(ZoneOffset.UTC).format(date);

          assertThat(RetryAfter.parse(value, date.minusSeconds(9))).as(value).hasSeconds(9);
        }
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @DisplayName("An observation at the end of time overflows nothing")
  @Test
  void overflowsNothing() {
    String value = "Sun, 06 Nov 1994 08:49:37 GMT";

    assertThat(RetryAfter.parse(value, Instant.MAX)).isEqualTo(Duration.ZERO);
    assertThat(RetryAfter.parse(value, Instant.MIN)).isPositive();
  }
}
