package io.github.reelay.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "2026-03-02T08:26:40.123Z",
        "2026-03-02T08:26:40.100Z",
        "2026-03-02T08:26:40.000001Z",
        "2026-03-02T08:26:40.000000009Z",
        "1969-12-31T23:59:59.999999999Z",
        "0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999Z",
        "+10000-01-01T00:00:00Z",
        "-0001-12-31T00:00:00Z"
      })
  void isWhatTheJdkWrites(String text) {
    assertThat(InstantText.of(Instant.parse(text))).isEqualTo(text);
  }

  @Test
  void isWhatTheJdkWritesOfAnyInstant() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      int unit = new int[] {1, 1_000, 1_000_000, 1_000_000_000}[i % 4];
      long nanos = random.nextInt(1_000_000_000) / unit * (long) unit;
      Instant instant = Instant.ofEpochSecond(random.nextLong() >> 29, nanos);

      assertThat(InstantText.of(instant)).isEqualTo(instant.toString());
    }
    assertThat(InstantText.of(Instant.MIN)).isEqualTo(Instant.MIN.toString());
    assertThat(InstantText.of(Instant.MAX)).isEqualTo(Instant.MAX.toString());
  }
}
