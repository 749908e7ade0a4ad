package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryBackoffTest {
  private final RetryBackoff retries = new RetryBackoff(10);

  @Test
  void waitsTwiceAsLongEachTimeUpToAMinuteAndGivesUpAtTheTenth() {
    List<Object> delays = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      delays.add(retries.next(false, null));
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
    assertThat(retries.ending()).isEqualTo(", 10 times in a row; try again later");
  }

  @Test
  void saysNothingOfARowOfOne() {
    RetryBackoff one = new RetryBackoff(1);

    assertThat(one.ending()).isEmpty();
    assertThat(one.next(false, null)).isNull();
    assertThat(one.ending()).isEqualTo("; try again later");
  }

  @Test
  void startsAgainAfterProgress() {
    retries.next(false, null);
    retries.next(false, null);

    assertThat(retries.next(true, null)).isEqualTo(Duration.ZERO);
    assertThat(retries.next(false, null)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void neverComesEarlierThanRetryAfter() {
    assertThat(retries.next(true, Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
    assertThat(retries.next(false, Duration.ZERO)).isEqualTo(Duration.ofSeconds(1));
    assertThat(retries.next(false, Duration.ofMinutes(61))).isNull();
    assertThat(retries.ending()).isEqualTo(", with a Retry-After of 3660 s; try again then");
  }

  @Test
  void endsAtTheThousandthEvenWithProgress() {
    for (int i = 1; i < 1_000; i++) {
      assertThat(retries.next(true, null)).isEqualTo(Duration.ZERO);
    }

    assertThat(retries.next(true, null)).isNull();
    assertThat(retries.ending()).isEqualTo(", at attempt 1000; try again later");
  }
}
