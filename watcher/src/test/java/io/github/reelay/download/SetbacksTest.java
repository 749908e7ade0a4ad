package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetbacksTest {
  private final Setbacks setbacks = new Setbacks(10);

  @Test
  void waitsTwiceAsLongEachTimeUpToAMinuteAndGivesUpAtTheTenth() {
    List<Object> delays = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      delays.add(setbacks.next(false, null));
    }

    assertThat(delays)
        .containsExactly(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            Duration.ofSeconds(16),
            Duration.ofSeconds(32),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            null);
  }

  @Test
  void startsAgainAfterProgress() {
    setbacks.next(false, null);
    setbacks.next(false, null);

    assertThat(setbacks.next(true, null)).isEqualTo(Duration.ZERO);
    assertThat(setbacks.next(false, null)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void neverComesEarlierThanTold() {
    assertThat(setbacks.next(true, Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
    assertThat(setbacks.next(false, Duration.ZERO)).isEqualTo(Duration.ofSeconds(1));
    assertThat(setbacks.next(false, Duration.ofMinutes(61))).isNull();
  }

  @Test
  void endsAtTheThousandthEvenWithProgress() {
    for (int i = 1; i < 1_000; i++) {
      assertThat(setbacks.next(true, null)).isEqualTo(Duration.ZERO);
    }

    assertThat(setbacks.next(true, null)).isNull();
  }
}
