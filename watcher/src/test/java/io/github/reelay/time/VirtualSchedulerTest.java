package io.github.reelay.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualSchedulerTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final VirtualScheduler time = new VirtualScheduler(START);
  private final List<String> ran = new ArrayList<>();

  private Runnable note(String name) {
    return () -> ran.add(name + "@" + time.nanoTime());
  }

  @Test
  void runsInTheOrderOfTimesAndThenOfScheduling() {
    time.schedule(note("late"), 30);
    time.schedule(note("first"), 10);
    time.schedule(note("second"), 10);

    time.advance(Duration.ofNanos(30));

    assertThat(ran).containsExactly("first@10", "second@10", "late@30");
  }

  @Test
  void runsNothingBeforeItsTime() {
    time.schedule(note("task"), 10);

    time.advance(Duration.ofNanos(9));

    assertThat(ran).isEmpty();
    assertThat(time.nanoTime()).isEqualTo(9);
  }

  @Test
  void runsWhatIsOverdueNowWithoutTurningTimeBack() {
    time.advance(Duration.ofNanos(20));
    time.schedule(note("overdue"), 10);

    time.advance(Duration.ZERO);

    assertThat(ran).containsExactly("overdue@20");
  }

  @Test
  void runsWhatATaskSchedulesWithinTheSameAdvance() {
    time.schedule(() -> time.schedule(note("inner"), 20), 10);

    time.advance(Duration.ofNanos(25));

    assertThat(ran).containsExactly("inner@20");
    assertThat(time.nanoTime()).isEqualTo(25);
  }

  @Test
  void jumpsToTheNextTaskAndSaysWhenThereIsNone() {
    time.schedule(note("task"), 10);

    assertThat(time.runNext()).isTrue();
    assertThat(time.runNext()).isFalse();
    assertThat(ran).containsExactly("task@10");
  }

  @Test
  void takesBackWhatHasNotBegunAndNothingElse() {
    Runnable cancel = time.schedule(note("cancelled"), 10);
    time.schedule(note("kept"), 10);

    cancel.run();
    cancel.run();
    time.advance(Duration.ofNanos(10));

    assertThat(ran).containsExactly("kept@10");
  }

  @Test
  void runsNothingOnceItIsClosed() {
    time.schedule(note("before"), 10);

    time.close();
    Runnable cancel = time.schedule(note("after"), 10);
    time.advance(Duration.ofNanos(10));
    cancel.run();
    time.close();

    assertThat(ran).isEmpty();
  }

  @Test
  void aTaskMayItselfMoveTimeOn() {
    time.schedule(
        () -> {
          time.schedule(note("behind"), 20);
          time.advance(Duration.ofNanos(90));
          time.schedule(note("ahead"), 101);
        },
        10);

    time.advance(Duration.ofNanos(50));

    assertThat(ran).containsExactly("behind@20");
    assertThat(time.nanoTime()).isEqualTo(100);
  }

  @Test
  void itsClockMovesWithItInEveryZone() {
    time.advance(Duration.ofHours(1));

    assertThat(time.clock().instant()).isEqualTo(START.plusSeconds(3600));
    assertThat(time.clock().withZone(ZoneId.of("Asia/Shanghai")).instant())
        .isEqualTo(START.plusSeconds(3600));
    assertThat(time.clock().withZone(ZoneId.of("Asia/Shanghai")).getZone())
        .isEqualTo(ZoneId.of("Asia/Shanghai"));
  }
}
