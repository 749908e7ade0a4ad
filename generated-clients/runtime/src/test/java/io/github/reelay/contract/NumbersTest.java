package io.github.reelay.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  private static double shortDecimal(String text) {
    return Numbers.shortDecimal(("[" + text + ",").toCharArray(), 1, text.length());
  }

  @DisplayName("A short decimal is the double that the JDK gives, to the last bit")
  @ParameterizedTest
  @ValueSource(
      strings = {"0.0", "10.0", "4.35", "0.1", "0.29", "0.00000000000001", "99999999999999.9"})
  void readsShortDecimals(String text) {
    assertThat(shortDecimal(text)).isEqualTo(Double.parseDouble(text));
  }

  @DisplayName("Any short decimal is that double")
  @Test
  void agreesWithTheJdk() {
    Random random = new Random(9);
    for (int i = 0; i < 100_000; i++) {
      long digits = random.nextLong(1, 1_000_000_000_000_000L);
      String text = BigDecimal.valueOf(digits, 1 + random.nextInt(13)).toPlainString();
      double read = shortDecimal(text);

      assertThat(text.length() > 16 || read == Double.parseDouble(text)).as(text).isTrue();
    }
  }

  @DisplayName(
      "A time with a fraction is the one that BigDecimal gives, which reads it with a sign")
  @Test
  void readsTimesAsBigDecimalDoes() {
    Random random = new Random(11);
    for (int i = 0; i < 100_000; i++) {
      long digits = random.nextLong(1, 1_000_000_000_000_000_000L) / (1L << random.nextInt(60));
      String text = BigDecimal.valueOf(digits, random.nextInt(20)).toPlainString();

      assertThat(Instants.parse(text)).as(text).isEqualTo(Instants.parse("+" + text));
    }
  }

  @DisplayName("What is longer or written otherwise is left to the parser")
  @ParameterizedTest
  @ValueSource(strings = {"-1.5", "1.5e3", "1e3", "15", "1234567890123456.7", "1.2.3", ""})
  void leavesOthers(String text) {
    assertThat(shortDecimal(text)).isNaN();
  }

  @DisplayName("Plain are one to eighteen ASCII digits")
  @ParameterizedTest
  @CsvSource({
    "0, true",
    "007, true",
    "999999999999999999, true",
    "1000000000000000000, false",
    "'', false",
    "-1, false",
    "1.0, false",
    "' 1', false",
    "٣, false"
  })
  void knowsPlainDigits(String text, boolean plain) {
    assertThat(Numbers.plain(text)).isEqualTo(plain ? Long.parseLong(text) : -1);
  }

  @DisplayName("Plain digits are the time that they are with a fraction of zero")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "1",
        "0001",
        "1795657042",
        "99999999999",
        "100000000000",
        "253402300799999",
        "253402300800000",
        "999999999999999",
        "999999999999999999"
      })
  void readsPlainTimes(String digits) {
    assertThat(Instants.parse(digits)).isEqualTo(Instants.parse(digits + ".0"));
  }

  @DisplayName("A known word is the contract's own text, another one is new")
  @Test
  void findsWords() {
    String queued = "queued";
    KnownValues known = KnownValues.of("done", queued, "queue");

    assertThat(known.find("\"queued\"".toCharArray(), 1, 6)).isSameAs(queued);
    assertThat(known.find("\"queues\"".toCharArray(), 1, 6)).isNull();
    assertThat(known.find("\"queue\"".toCharArray(), 1, 5)).isEqualTo("queue");
    assertThat(known.find("".toCharArray(), 0, 0)).isNull();
  }
}
