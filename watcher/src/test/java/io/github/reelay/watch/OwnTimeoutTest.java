package io.github.reelay.watch;

import static io.github.reelay.watch.WatcherFixture.TASK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waits with a time limit of their own. */
@Timeout(60)
class OwnTimeoutTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final WatcherFixture fixture =
      new WatcherFixture(
          query -> SimulatedResponse.of(StatusBodies.running("toapis", query.handle().id(), 7)));
  private final Watcher watcher = fixture.watcher;

  private static Outcome.Unfinished running(CompletableFuture<Outcome> outcome) {
    return (Outcome.Unfinished) outcome.getNow(null);
  }

  @Test
  void aShorterOneEndsThatWaitAlone() {
    CompletableFuture<Outcome> longer = watcher.watch(TASK);
    CompletableFuture<Outcome> shorter = watcher.watch(TASK, SECOND.multipliedBy(25));

    fixture.advance(SECOND.multipliedBy(25).minusNanos(1));
    assertThat(shorter).isNotDone();
    fixture.advance(Duration.ofNanos(1));

    assertThat(running(shorter).handle()).isEqualTo(TASK);
    assertThat(running(shorter).lastSeen().progressPercent()).isEqualTo(7);
    assertThat(longer).isNotDone();
    assertThat(watcher.unfinished()).containsExactly(TASK);
    fixture.advance(MINUTE.multipliedBy(10));
    assertThat(running(longer)).isNotNull();
    assertThat(fixture.heard(TASK)).containsExactly("running", "Ended Unfinished");
  }

  @Test
  void noQueryIsSentAnyMoreWhenTheOnlyOneIsOver() {
    CompletableFuture<Outcome> outcome = watcher.watch(TASK, SECOND);

    fixture.advance(MINUTE);

    assertThat(running(outcome)).isNotNull();
    assertThat(watcher.unfinished()).isEmpty();
    assertThat(fixture.providers.queries).hasSize(1);
    assertThat(fixture.heard(TASK)).containsExactly("running", "Ended Unfinished");
    assertThat(fixture.time.runNext()).isFalse();
  }

  @Test
  void aLongerOneGoesOnBeyondTheRules() {
    CompletableFuture<Outcome> outcome = watcher.watch(TASK, MINUTE.multipliedBy(45));

    fixture.advance(MINUTE.multipliedBy(44));
    assertThat(outcome).isNotDone();
    fixture.advance(MINUTE);

    assertThat(running(outcome)).isNotNull();
    assertThat(fixture.providers.queries).hasSizeGreaterThan(260);
  }

  @Test
  void aTaskThatIsWatchedForItsEventsStaysSo() {
    watcher.add(TASK);
    CompletableFuture<Outcome> outcome = watcher.watch(TASK, SECOND);

    fixture.advance(MINUTE);

    assertThat(running(outcome)).isNotNull();
    assertThat(watcher.unfinished()).containsExactly(TASK);
    assertThat(fixture.heard(TASK)).containsExactly("running");
  }

  @Test
  void zeroIsOverImmediatelyAndANegativeOneIsRefused() {
    CompletableFuture<Outcome> outcome = watcher.watch(TASK, Duration.ZERO);
    fixture.advance(Duration.ZERO);

    assertThat(running(outcome)).isNotNull();
    assertThatThrownBy(() -> watcher.watch(TASK, SECOND.negated()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a limit of zero or more, found PT-1S");
    assertThatThrownBy(() -> watcher.await(TASK, SECOND.negated()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAbsurdOneIsAHundredYears() {
    CompletableFuture<Outcome> outcome = watcher.watch(TASK, Duration.ofSeconds(Long.MAX_VALUE));

    fixture.advance(MINUTE.multipliedBy(30));

    assertThat(outcome).isNotDone();
    assertThat(watcher.stop()).containsExactly(TASK);
    assertThat(running(outcome)).isNotNull();
  }

  @Test
  void aTaskThatEndsBeforeLeavesNothingBehind() {
    WatcherFixture quick =
        new WatcherFixture(query -> SimulatedResponse.of(StatusBodies.completed("toapis", "t-1")));
    CompletableFuture<Outcome> outcome = quick.watcher.watch(TASK, Duration.ofDays(1));

    quick.advance(SECOND);

    assertThat(outcome).isCompletedWithValueMatching(Outcome.Finished.class::isInstance);
    assertThat(quick.time.runNext()).isFalse();
  }

  @Test
  void whoBlocksIsReleasedAtTheLimitAndByAnInterrupt() throws Exception {
    CompletableFuture<Outcome> blocked = new CompletableFuture<>();
    CountDownLatch querying = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              querying.countDown();
              blocked.complete(watcher.await(TASK, MINUTE));
            });
    thread.start();
    querying.await();

    thread.interrupt();

    assertThat(blocked.get()).isInstanceOf(Outcome.Unfinished.class);
    assertThat(watcher.unfinished()).isEmpty();
  }
}
