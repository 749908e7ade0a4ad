package io.github.reelay.watch;

import static io.github.reelay.watch.WatcherStoreFixture.DONE;
import static io.github.reelay.watch.WatcherStoreFixture.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.log.RecordedLog;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.time.VirtualScheduler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When a watcher writes ends to its store, and that no end is lost before. */
class WatcherStoreWritesTest {
  @RegisterExtension final RecordedLog log = RecordedLog.of(Watcher.class);
  private static final TaskHandle ONE = TaskHandle.parse("toapis:t-1");
  private static final TaskHandle TWO = TaskHandle.parse("toapis:t-2");
  private final WatcherStoreFixture fixture = new WatcherStoreFixture();
  private final VirtualScheduler time = fixture.time;
  private final RecordingHandleStore store = fixture.store;
  private final DeferredExecutor deferredExecutor = new DeferredExecutor();

  /** One that added its task again before the removal of the task was written. */
  private Watcher watcherThatAddedAgain() {
    Watcher watcher = fixture.watcher(RUNNING, deferredExecutor);
    watcher.add(ONE);
    watcher.remove(ONE);
    watcher.add(ONE);
    return watcher;
  }

  @Test
  void noOutcomeIsLostWhenThereIsNoThreadForIt() {
    Executor exhausted =
        work -> {
          throw new OutOfMemoryError("unable to create native thread");
        };
    CompletableFuture<Outcome> outcome = fixture.watcher(DONE, exhausted).watch(ONE);

    time.advance(Duration.ofSeconds(1));

    assertThat(outcome).isCompletedWithValueMatching(Outcome.Finished.class::isInstance);
    assertThat(store.handles()).isEmpty();
  }

  @Test
  void aHandleAddedAgainWhileItsClosingIsPendingStaysOpen() {
    watcherThatAddedAgain();

    deferredExecutor.runAll();

    assertThat(store.handles()).containsExactly(ONE);
  }

  @Test
  void aHandleAddedAgainAndHandedBackOnStoppingStaysOpenThoughItsClosingWasPending() {
    Watcher watcher = watcherThatAddedAgain();

    assertThat(watcher.stop()).containsExactly(ONE);
    deferredExecutor.runAll();

    assertThat(store.handles()).containsExactly(ONE);
  }

  @Test
  void stoppingWritesWhatIsLeftToWrite() {
    Watcher watcher = fixture.watcher(DONE, deferredExecutor);
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
    Watcher watcher = fixture.watcher(RUNNING, deferredExecutor);
    watcher.addAll(List.of(ONE, TWO));
    watcher.remove(ONE);
    watcher.remove(TWO);

    deferredExecutor.runAll();

    assertThat(store.calls)
        .containsExactly("add [toapis:t-1, toapis:t-2]", "remove [toapis:t-1, toapis:t-2]");
  }
}
