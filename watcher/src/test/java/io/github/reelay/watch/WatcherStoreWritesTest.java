package io.github.reelay.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.log.RecordedLog;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.VideoTask;
import io.github.reelay.time.VirtualScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When a watcher writes ends to its store, and that no end is lost before. */
class WatcherStoreWritesTest {
  @RegisterExtension final RecordedLog log = RecordedLog.of(Watcher.class);
  private static final TaskHandle ONE = TaskHandle.parse("toapis:t-1");
  private static final TaskHandle TWO = TaskHandle.parse("toapis:t-2");
  private static final SimulatedResponse DONE =
      SimulatedResponse.of(StatusBodies.completed("toapis", "t-1"));
  private static final SimulatedResponse RUNNING =
      SimulatedResponse.of(StatusBodies.running("toapis", "t-1", 1));
  private final VirtualScheduler time = new VirtualScheduler(Instant.EPOCH);
  private final RecordingHandleStore store = new RecordingHandleStore();
  private Function<VideoTask, CompletionStage<?>> followUp =
      task -> CompletableFuture.completedStage(null);
  private ScriptedProviders providers;

  private Watcher watcher(SimulatedResponse response) {
    return watcher(response, Runnable::run);
  }

  private Watcher watcher(SimulatedResponse response, Executor executor) {
    providers = new ScriptedProviders(time, query -> response);
    return Watcher.builder(providers.providers())
        .scheduler(time)
        .random(new LowestRandom())
        .executor(executor)
        .store(store)
        .whenFinished(task -> followUp.apply(task))
        .build();
  }

  @Test
  void noOutcomeIsLostWhenThereIsNoThreadForIt() {
    Executor exhausted =
        work -> {
          throw new OutOfMemoryError("unable to create native thread");
        };
    CompletableFuture<Outcome> outcome = watcher(DONE, exhausted).watch(ONE);

    time.advance(Duration.ofSeconds(1));

    assertThat(outcome).isCompletedWithValueMatching(Outcome.Finished.class::isInstance);
    assertThat(store.handles()).isEmpty();
  }

  @Test
  void aHandleAddedAgainWhileItsClosingIsPendingStaysOpen() {
    DeferredExecutor deferredExecutor = new DeferredExecutor();
    Watcher watcher = watcher(RUNNING, deferredExecutor);
    watcher.add(ONE);
    watcher.remove(ONE);

    watcher.add(ONE);
    deferredExecutor.runAll();

    assertThat(store.handles()).containsExactly(ONE);
  }

  @Test
  void aHandleAddedAgainAndHandedBackOnStoppingStaysOpenThoughItsClosingWasPending() {
    DeferredExecutor deferredExecutor = new DeferredExecutor();
    Watcher watcher = watcher(RUNNING, deferredExecutor);
    watcher.add(ONE);
    watcher.remove(ONE);
    watcher.add(ONE);

    assertThat(watcher.stop()).containsExactly(ONE);
    deferredExecutor.runAll();

    assertThat(store.handles()).containsExactly(ONE);
  }

  @Test
  void stoppingWritesWhatIsLeftToWrite() {
    DeferredExecutor deferredExecutor = new DeferredExecutor();
    Watcher watcher = watcher(DONE, deferredExecutor);
    CompletableFuture<Outcome> outcome = watcher.watch(ONE);
    watcher.add(TWO);
    time.advance(Duration.ofSeconds(1));
    watcher.remove(TWO);

    assertThat(watcher.stop()).isEmpty();

    assertThat(store.handles()).isEmpty();
    deferredExecutor.runAll();
    assertThat(outcome).isCompleted();
    assertThat(store.calls).last().asString().startsWith("remove [");
  }

  @Test
  void closingsThatComeTogetherAreWrittenTogether() {
    DeferredExecutor deferredExecutor = new DeferredExecutor();
    Watcher watcher = watcher(RUNNING, deferredExecutor);
    watcher.addAll(List.of(ONE, TWO));
    watcher.remove(ONE);
    watcher.remove(TWO);

    deferredExecutor.runAll();

    assertThat(store.calls)
        .containsExactly("add [toapis:t-1, toapis:t-2]", "remove [toapis:t-1, toapis:t-2]");
  }
}
