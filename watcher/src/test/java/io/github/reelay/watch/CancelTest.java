package io.github.reelay.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.task.TaskHandle;
import io.github.reelay.time.VirtualScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** A wait whose future is cancelled ends, and takes nobody else's with it. */
class CancelTest {
  private static final TaskHandle TASK = TaskHandle.parse("toapis:t-1");

  private final VirtualScheduler time = new VirtualScheduler(Instant.EPOCH);
  private final RecordingHandleStore store = new RecordingHandleStore();
  private final List<TaskEvent> events = new ArrayList<>();
  private final ScriptedProviders providers =
      new ScriptedProviders(
          time, query -> SimulatedResponse.of(StatusBodies.running("toapis", "t-1", 1)));
  private final Watcher watcher =
      Watcher.builder(providers.providers())
          .scheduler(time)
          .random(new LowestRandom())
          .executor(Runnable::run)
          .store(store)
          .listener(events::add)
          .build();

  @Test
  void abortsTheQueryInFlightAndSendsNoMore() {
    CompletableFuture<Outcome> outcome = watcher.watch(TASK);
    time.advance(Duration.ofMillis(40));

    outcome.cancel(true);
    time.advance(Duration.ofHours(1));

    assertThat(providers.cancelled()).isOne();
    assertThat(providers.queries).hasSize(1);
    assertThat(watcher.unfinished()).isEmpty();
    assertThat(store.handles()).containsExactly(TASK);
  }

  @Test
  void queriesNoMoreWhenItIsCancelledBetweenTwoQueries() {
    CompletableFuture<Outcome> outcome = watcher.watch(TASK);
    time.advance(Duration.ofSeconds(5));

    outcome.cancel(false);
    time.advance(Duration.ofHours(1));

    assertThat(providers.cancelled()).isZero();
    assertThat(providers.queries).hasSize(1);
    assertThat(time.runNext()).isFalse();
  }

  @Test
  void listenersAreNotifiedThatTheWaitHasEnded() {
    CompletableFuture<Outcome> outcome = watcher.watch(TASK);
    time.advance(Duration.ofSeconds(5));

    outcome.cancel(true);

    assertThat(events).hasSize(2).last().isInstanceOf(TaskEvent.Ended.class);
    assertThat(((TaskEvent.Ended) events.get(1)).outcome()).isInstanceOf(Outcome.Unfinished.class);
  }

  @Test
  void theOtherOfTwoThatWaitIsNotDisturbed() {
    CompletableFuture<Outcome> one = watcher.watch(TASK);
    CompletableFuture<Outcome> other = watcher.watch(TASK);

    one.cancel(true);
    time.advance(Duration.ofHours(1));

    assertThat(providers.cancelled()).isZero();
    assertThat(other).isCompletedWithValueMatching(Outcome.Unfinished.class::isInstance);
    assertThat(one).isCancelled();
  }

  @Test
  void theLastOfTwoThatWaitEndsIt() {
    CompletableFuture<Outcome> one = watcher.watch(TASK);
    CompletableFuture<Outcome> other = watcher.watch(TASK);

    one.cancel(true);
    other.cancel(true);

    assertThat(providers.cancelled()).isOne();
    assertThat(watcher.unfinished()).isEmpty();
  }

  @Test
  void aTaskThatIsWatchedForItsEventsStaysWatched() {
    CompletableFuture<Outcome> outcome = watcher.watch(TASK);
    watcher.add(TASK);

    outcome.cancel(true);

    assertThat(providers.cancelled()).isZero();
    assertThat(watcher.unfinished()).containsExactly(TASK);
  }

  @Test
  void completingTheFutureOneselfEndsTheWaitToo() {
    CompletableFuture<Outcome> outcome = watcher.watch(TASK);

    outcome.complete(new Outcome.Unfinished(TASK, null, Instant.EPOCH));

    assertThat(watcher.unfinished()).isEmpty();
    assertThat(providers.cancelled()).isOne();
  }

  @Test
  void aTimeOutOfTheFutureEndsTheWait() {
    CompletableFuture<Outcome> outcome = watcher.watch(TASK);
    CompletableFuture<Void> ended = new CompletableFuture<>();
    outcome.whenComplete((done, failed) -> ended.complete(null));

    outcome.orTimeout(10, TimeUnit.MILLISECONDS);

    assertThatThrownBy(outcome::get).hasCauseInstanceOf(TimeoutException.class);
    ended.orTimeout(30, TimeUnit.SECONDS).join();
    assertThat(watcher.watch(TASK)).isNotDone();
  }

  @Test
  void whoWaitsMayAddTheTaskAgainFromItsOwnEnd() {
    CompletableFuture<Outcome> second =
        watcher.watch(TASK).thenCompose(outcome -> watcher.watch(outcome.handle()));

    time.advance(Duration.ofHours(1));

    assertThat(second).isCompletedWithValueMatching(Outcome.Unfinished.class::isInstance);
    assertThat(providers.queries).hasSize(120);
  }

  @Test
  void whoWaitsMayStopTheWatcherFromTheEndOfATask() {
    watcher.add(TaskHandle.parse("22codex:t-2"));
    CompletableFuture<Integer> stopped =
        watcher.watch(TASK).thenApply(outcome -> watcher.stop().size());

    time.advance(Duration.ofHours(1));

    assertThat(stopped).isCompletedWithValue(1);
  }
}
