package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.provider.Providers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GracePeriodTest {
  private final ManualScheduler time = new ManualScheduler();

  @Test
  void waitsLongerEachTimeUntilItsEndAndQueriesAtEachThirdTry() {
    GracePeriod grace = new GracePeriod(time, Duration.ofSeconds(100));
    grace.begin(ManualScheduler.START);
    List<Long> waits = new ArrayList<>();
    List<Boolean> queries = new ArrayList<>();
    while (grace.isOpen()) {
      Duration wait = grace.next(null);
      waits.add(wait.toSeconds());
      queries.add(grace.queriesProvider());
      time.advance(wait);
    }

    assertThat(waits).containsExactly(2L, 4L, 8L, 16L, 30L, 30L, 10L);
    assertThat(queries).containsExactly(true, false, false, true, false, false, true);
    assertThat(grace.next(null)).isZero();
  }

  @Test
  void isNeverShorterThanItsHostSays() {
    GracePeriod grace = new GracePeriod(time, Duration.ofSeconds(10));
    grace.begin(ManualScheduler.START);

    assertThat(grace.next(Duration.ofSeconds(45))).isEqualTo(Duration.ofSeconds(45));
    assertThat(grace.next(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(4));
  }

  @ParameterizedTest
  @ValueSource(longs = {3_601, 31_536_000, 999_999_999_999_999_999L})
  void aHostThatSaysToWaitForLongIsTriedAgainWithinAnHour(long seconds) {
    GracePeriod grace = new GracePeriod(time, Duration.ofMinutes(10));
    grace.begin(ManualScheduler.START);

    assertThat(grace.next(Duration.ofSeconds(seconds))).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void beginsOnce() {
    GracePeriod grace = new GracePeriod(time, Duration.ofSeconds(10));
    grace.begin(ManualScheduler.START.minusSeconds(9));
    grace.begin(ManualScheduler.START);
    time.advance(Duration.ofSeconds(1));

    assertThat(grace.isOpen()).isFalse();
  }

  @Test
  void refusesAPeriodThatIsNone() {
    assertThatThrownBy(
            () -> Downloader.builder(Providers.of(List.of())).gracePeriod(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected gracePeriod from 0 to a day, found PT-1S");
    assertThatThrownBy(
            () -> Downloader.builder(Providers.of(List.of())).gracePeriod(Duration.ofHours(25)))
        .hasMessage("expected gracePeriod from 0 to a day, found PT25H");
  }
}
