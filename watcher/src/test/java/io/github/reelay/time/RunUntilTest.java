package io.github.reelay.time;

import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.PatientWait;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Virtual time that moves by itself, while no work is under way. */
@Timeout(60)
class RunUntilTest {
  private final VirtualScheduler time = new VirtualScheduler(Instant.parse("2026-01-01T00:00:00Z"));
  private final CompletableFuture<String> done = new CompletableFuture<>();
  private final List<String> ran = new ArrayList<>();

  private void after(Duration delay, Runnable task) {
    time.schedule(task, time.nanoTime() + delay.toNanos());
  }

  private Duration now() {
    return Duration.ofNanos(time.nanoTime());
  }

  @Test
  void movesTheTimeToTheTaskThatCompletesTheStageAndNoFurther() throws Exception {
    after(Duration.ofHours(1), () -> after(Duration.ofHours(2), () -> done.complete("end")));
    after(Duration.ofHours(4), () -> ran.add("too late"));

    assertThat(time.runUntil(done)).isEqualTo("end");

    assertThat(now()).isEqualTo(Duration.ofHours(3));
    assertThat(ran).isEmpty();
  }

  @Test
  void movesTheTimeUntilAConditionHolds() throws Exception {
    after(Duration.ofHours(1), () -> ran.add("first"));
    after(Duration.ofHours(2), () -> ran.add("second"));
    after(Duration.ofHours(3), () -> ran.add("third"));

    time.runUntil(() -> ran.size() == 2);

    assertThat(ran).containsExactly("first", "second");
    assertThat(now()).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void movesNothingIfTheConditionHolds() throws Exception {
    after(Duration.ZERO, () -> ran.add("first"));

    time.runUntil(() -> true);

    assertThat(ran).isEmpty();
  }

  @Test
  void standsStillWhileWorkIsUnderWay() throws Exception {
    CountDownLatch isQueried = new CountDownLatch(1);
    after(Duration.ofSeconds(1), () -> respondLater(isQueried));
    after(Duration.ofSeconds(2), () -> ran.add("the next task at " + now()));

    time.runUntil(
        () -> {
          isQueried.countDown(); // the work cannot end before it was waited for
          return ran.size() == 2;
        });

    assertThat(ran).containsExactly("the response at PT1S", "the next task at PT2S");
  }

  private void respondLater(CountDownLatch isQueried) {
    Runnable end = time.beginWork();
    runAsync(
        () -> {
          await(isQueried);
          ran.add("the response at " + now());
          end.run();
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Test
  void waitsForAllWorkAndCountsEachEndOnce() throws Exception {
    Runnable one = time.beginWork();
    Runnable other = time.beginWork();
    one.run();
    one.run();
    after(Duration.ofSeconds(1), () -> done.complete("end"));
    FutureTask<String> run = new FutureTask<>(() -> time.runUntil(done));
    Thread thread = start(run);
    awaitWaiting(thread);

    assertThat(now()).isEqualTo(Duration.ZERO);
    other.run();

    assertThat(run.get(30, TimeUnit.SECONDS)).isEqualTo("end");
  }

  @Test
  void aStageThatIsDoneMeanwhileEndsItThoughOtherWorkGoesOn() throws Exception {
    time.beginWork();
    FutureTask<String> run = new FutureTask<>(() -> time.runUntil(done));
    Thread thread = start(run);
    awaitWaiting(thread);

    done.complete("from elsewhere");

    assertThat(run.get(30, TimeUnit.SECONDS)).isEqualTo("from elsewhere");
  }

  @Test
  void saysThatNothingCanMakeTheConditionTrueAnyMore() {
    after(Duration.ofHours(27), () -> ran.add("last"));

    assertThatThrownBy(() -> time.runUntil(done))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "expected the condition to hold at some time, found it false at 2026-01-02T03:00:00Z"
                + " with no task scheduled and no work under way; begin what shall make it true"
                + " before, and announce work on other threads by beginWork()");
    assertThat(ran).containsExactly("last");
  }

  @Test
  void throwsWhatTheStageFailedWith() {
    after(
        Duration.ofHours(1), () -> done.completeExceptionally(new IllegalArgumentException("bad")));

    assertThatThrownBy(() -> time.runUntil(done))
        .isInstanceOf(CompletionException.class)
        .hasRootCauseMessage("bad");
    CompletableFuture<String> cancelled = new CompletableFuture<>();
    after(Duration.ofHours(1), () -> cancelled.cancel(true));
    assertThatThrownBy(() -> time.runUntil(cancelled)).isInstanceOf(CancellationException.class);
  }

  @Test
  void canBeInterruptedWhileItWaits() throws Exception {
    time.beginWork();
    FutureTask<String> run = new FutureTask<>(() -> time.runUntil(done));
    Thread thread = start(run);

    thread.interrupt();

    assertThatThrownBy(() -> run.get(30, TimeUnit.SECONDS))
        .hasCauseInstanceOf(InterruptedException.class);
  }

  @Test
  void runsForAProgramOnAnotherThreadUntilItIsClosed() throws Exception {
    FutureTask<Boolean> run =
        new FutureTask<>(
            () -> {
              time.runUntilClosed();
              return true;
            });
    awaitWaiting(start(run));
    Runnable begun = time.beginWork();
    after(Duration.ofHours(1), () -> after(Duration.ofHours(2), () -> done.complete("end")));
    assertThat(now()).isEqualTo(Duration.ZERO);

    begun.run();
    assertThat(done.get(30, TimeUnit.SECONDS)).isEqualTo("end");
    time.close();

    assertThat(run.get(30, TimeUnit.SECONDS)).isTrue();
    assertThat(now()).isEqualTo(Duration.ofHours(3));
  }

  private static Thread start(Runnable task) {
    Thread thread = new Thread(task, "moves-the-time");
    thread.start();
    return thread;
  }

  private static void awaitWaiting(Thread thread) {
    PatientWait.await("the thread waits").until(() -> thread.getState() == Thread.State.WAITING);
  }

  @Test
  void realTimeCountsNoWork() {
    try (Scheduler system = Scheduler.ofSystem()) {
      assertThat(system.beginWork()).isSameAs(system.beginWork());
    }
  }
}
