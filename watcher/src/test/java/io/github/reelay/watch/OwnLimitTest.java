package io.github.reelay.watch;

import static io.github.reelay.watch.Bench.TASK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waits with a time limit of their own. */
@Timeout(60)
class OwnLimitTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Bench bench =
      new Bench(query -> Reply.of(Body.running("toapis", query.handle().id(), 7)));
  private final Watcher watcher = bench.watcher;

  private static Outcome.StillRunning running(CompletableFuture<Outcome> outcome) {
    return (Outcome.StillRunning) outcome.getNow(null);
  }

  @Test
  void aShorterOneEndsThatWaitAlone() {
    CompletableFuture<Outcome> longer = watcher.outcome(TASK);
    CompletableFuture<Outcome> shorter = watcher.outcome(TASK, SECOND.multipliedBy(25));

    bench.advance(SECOND.multipliedBy(25).minusNanos(1));
    assertThat(shorter).isNotDone();
    bench.advance(Duration.ofNanos(1));

    assertThat(running(shorter).handle()).isEqualTo(TASK);
    assertThat(running(shorter).lastSeen().progressPercent()).isEqualTo(7);
    assertThat(longer).isNotDone();
    assertThat(watcher.unfinished()).containsExactly(TASK);
    bench.advance(MINUTE.multipliedBy(10));
    assertThat(running(longer)).isNotNull();
    assertThat(bench.heard(TASK)).containsExactly("running", "Ended StillRunning");
  }

  @Test
  void nobodyAsksAnyMoreWhenTheOnlyOneIsOver() {
    CompletableFuture<Outcome> outcome = watcher.outcome(TASK, SECOND);

    bench.advance(MINUTE);

    assertThat(running(outcome)).isNotNull();
    assertThat(watcher.unfinished()).isEmpty();
    assertThat(bench.relays.queries).hasSize(1);
    assertThat(bench.heard(TASK)).containsExactly("running", "Ended StillRunning");
    assertThat(bench.time.runNext()).isFalse();
  }

  @Test
  void aLongerOneGoesOnBeyondTheRules() {
    CompletableFuture<Outcome> outcome = watcher.outcome(TASK, MINUTE.multipliedBy(45));

    bench.advance(MINUTE.multipliedBy(44));
    assertThat(outcome).isNotDone();
    bench.advance(MINUTE);

    assertThat(running(outcome)).isNotNull();
    assertThat(bench.relays.queries).hasSizeGreaterThan(260);
  }

  @Test
  void aTaskThatIsWatchedForItsEventsStaysSo() {
    watcher.add(TASK);
    CompletableFuture<Outcome> outcome = watcher.outcome(TASK, SECOND);

    bench.advance(MINUTE);

    assertThat(running(outcome)).isNotNull();
    assertThat(watcher.unfinished()).containsExactly(TASK);
    assertThat(bench.heard(TASK)).containsExactly("running");
  }

  @Test
  void zeroIsOverAtOnceAndANegativeOneIsRefused() {
    CompletableFuture<Outcome> outcome = watcher.outcome(TASK, Duration.ZERO);
    bench.advance(Duration.ZERO);

    assertThat(running(outcome)).isNotNull();
    assertThatThrownBy(() -> watcher.outcome(TASK, SECOND.negated()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a time limit of zero or more, found PT-1S");
    assertThatThrownBy(() -> watcher.await(TASK, SECOND.negated()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAbsurdOneIsAHundredYears() {
    CompletableFuture<Outcome> outcome = watcher.outcome(TASK, Duration.ofSeconds(Long.MAX_VALUE));

    bench.advance(MINUTE.multipliedBy(30));

    assertThat(outcome).isNotDone();
    assertThat(watcher.stop()).containsExactly(TASK);
    assertThat(running(outcome)).isNotNull();
  }

  @Test
  void aTaskThatEndsBeforeLeavesNothingBehind() {
    Bench quick = new Bench(query -> Reply.of(Body.completed("toapis", "t-1")));
    CompletableFuture<Outcome> outcome = quick.watcher.outcome(TASK, Duration.ofDays(1));

    quick.advance(SECOND);

    assertThat(outcome).isCompletedWithValueMatching(Outcome.Finished.class::isInstance);
    assertThat(quick.time.runNext()).isFalse();
  }

  @Test
  void whoBlocksIsReleasedAtTheLimitAndByAnInterrupt() throws Exception {
    CompletableFuture<Outcome> blocked = new CompletableFuture<>();
    CountDownLatch asking = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              asking.countDown();
              blocked.complete(watcher.await(TASK, MINUTE));
            });
    thread.start();
    asking.await();

    thread.interrupt();

    assertThat(blocked.get()).isInstanceOf(Outcome.StillRunning.class);
    assertThat(watcher.unfinished()).isEmpty();
  }
}
