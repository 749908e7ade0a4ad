package io.github.reelay.cluster.internal.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may write, who counts for the rate, and what a second tenure does to the first. */
class TenuresTest {
  private final AtomicLong nanos = new AtomicLong();
  private final Tenures tenures = new Tenures(64, nanos::get);
  private double age;

  private Tenure begin(int partition, long version) {
    Tenure tenure = new Tenure(partition, version, () -> age);
    tenures.begin(tenure);
    return tenure;
  }

  private double share() {
    nanos.addAndGet(Duration.ofMillis(20).toNanos());
    return tenures.share();
  }

  @ParameterizedTest
  @CsvSource({"0, 0.03125", "0.5, 0.03125", "0.74, 0.03125", "0.75, 0", "1, 0", "30, 0"})
  void aLeaseThatIsNotProvedDoesNotCount(double heartbeatAge, double expected) {
    begin(1, 1);
    begin(2, 1);
    age = heartbeatAge;

    assertThat(share()).isEqualTo(expected);
  }

  @Test
  void theShareFollowsWhatIsHeldTogether() {
    Tenure first = begin(1, 1);
    begin(2, 1);
    assertThat(tenures.share()).isEqualTo(2.0 / 64);

    tenures.leave(first);
    assertThat(tenures.share()).isEqualTo(1.0 / 64);
    assertThat(tenures.writer(1)).isSameAs(first);
    tenures.end(first);
    assertThat(tenures.writer(1)).isNull();
  }

  @Test
  void aTenureThatIsReleasedDoesNotCountThoughItIsHeld() {
    begin(1, 1).release();

    assertThat(share()).isZero();
  }

  @Test
  void aSecondTenureOfAPartitionRevokesTheFirst() {
    Tenure first = begin(1, 1);
    Tenure second = begin(1, 3);
    tenures.leave(first);

    assertThat(first.isRevoked()).isTrue();
    assertThat(tenures.isHeld(second)).isTrue();
    assertThat(tenures.writer(1)).isSameAs(second);
    assertThat(tenures.count()).isEqualTo(1);
  }

  @Test
  void followUpsAreRepeatedAfterADelayThatDoublesUpToFiveMinutes() {
    assertThat(FollowUpScheduler.BACKOFF.delay(0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(FollowUpScheduler.BACKOFF.delay(3)).isEqualTo(Duration.ofSeconds(8));
    assertThat(FollowUpScheduler.BACKOFF.delay(8)).isEqualTo(Duration.ofSeconds(256));
    assertThat(FollowUpScheduler.BACKOFF.delay(9)).isEqualTo(Duration.ofMinutes(5));
    assertThat(FollowUpScheduler.BACKOFF.delay(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(5));
  }
}
