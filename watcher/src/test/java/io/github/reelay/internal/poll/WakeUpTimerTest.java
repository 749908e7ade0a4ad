package io.github.reelay.internal.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.time.VirtualScheduler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WakeUpTimerTest {
  private final VirtualScheduler scheduler = new VirtualScheduler(Instant.EPOCH);
  private final MonotonicTime time = new MonotonicTime(scheduler);
  private final List<Long> rings = new ArrayList<>();
  private final WakeUpTimer timer = new WakeUpTimer(time, this::ring);
  private long after = WakeUpTimer.NEVER;

  /** Does what a poller does: sets the time that counts now. */
  private void ring() {
    timer.rang();
    rings.add(time.now());
    timer.set(after > time.now() ? after : WakeUpTimer.NEVER);
  }

  private void runAll() {
    while (scheduler.runNext()) {
      assertThat(rings).hasSizeLessThan(10);
    }
  }

  @DisplayName("A time that is put off rings once at the earlier time, then at its own")
  @Test
  void staysWhenItIsPutOff() {
    timer.set(10);
    timer.set(20);
    after = 30;
    timer.set(after);

    runAll();

    assertThat(rings).containsExactly(10L, 30L);
  }

  @DisplayName("An earlier time takes the place of a later one")
  @Test
  void ringsEarlier() {
    timer.set(30);
    timer.set(10);

    runAll();

    assertThat(rings).containsExactly(10L);
  }

  @DisplayName("Without a time it never rings, and waits for nothing")
  @Test
  void neverRings() {
    timer.set(10);
    timer.set(WakeUpTimer.NEVER);

    assertThat(scheduler.runNext()).isFalse();
    assertThat(rings).isEmpty();
  }
}
