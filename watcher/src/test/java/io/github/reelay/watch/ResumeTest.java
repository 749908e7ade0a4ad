package io.github.reelay.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.task.TaskHandle;
import io.github.reelay.time.VirtualScheduler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is watched again after a restart, and what waiting writes to the store. */
class ResumeTest {
  private static final TaskHandle ONE = TaskHandle.parse("toapis:t-1");
  private static final TaskHandle TWO = TaskHandle.parse("toapis:t-2");

  private final VirtualScheduler time = new VirtualScheduler(Instant.EPOCH);
  private final RecordingHandleStore store = new RecordingHandleStore();
  private final ScriptedProviders providers =
      new ScriptedProviders(
          time, query -> SimulatedResponse.of(StatusBodies.running("toapis", "t-1", 1)));

  private Watcher watcher() {
    return watcher(Runnable::run);
  }

  private Watcher watcher(Executor executor) {
    return Watcher.builder(providers.providers())
        .scheduler(time)
        .random(new LowestRandom())
        .executor(executor)
        .store(store)
        .build();
  }

  /** An hour is beyond the time limit of ten minutes, which counts from the submission. */
  @ParameterizedTest
  @CsvSource({"3600,1", "300,30", "0,60"})
  void aRestartDoesNotRestartTheTimeLimit(int age, int queries) {
    Watcher before = watcher();
    before.add(ONE, time.clock().instant().minusSeconds(age));
    before.stop();
    providers.queries.clear();

    Watcher after = watcher();
    assertThat(after.resume()).containsExactly(ONE);
    time.advance(Duration.ofHours(1));

    assertThat(providers.queries).hasSize(queries);
    assertThat(after.unfinished()).isEmpty();
    assertThat(store.handles()).containsExactly(ONE);
  }

  @Test
  void resumingLeavesAloneWhatIsAboutToLeaveTheStore() {
    DeferredExecutor deferredExecutor = new DeferredExecutor();
    Watcher watcher = watcher(deferredExecutor);
    watcher.addAll(List.of(ONE, TWO));
    watcher.remove(ONE);

    assertThat(watcher.resume()).containsExactly(TWO);
    deferredExecutor.runAll();

    assertThat(store.handles()).containsExactly(TWO);
  }

  @Test
  void aWatchedTaskIsJoinedWithoutAWriteAndManyAreAddedWithOne() {
    Watcher watcher = watcher();
    watcher.add(ONE);

    watcher.watch(ONE);
    watcher.watchAll(List.of(ONE, TWO, TaskHandle.parse("22codex:t-3")));

    assertThat(store.calls).containsExactly("add [toapis:t-1]", "add [toapis:t-2, 22codex:t-3]");
  }

  @Test
  void whatTheStoreCannotKeepLeavesTheOtherWaitsAlone() {
    Watcher watcher = watcher();
    CompletableFuture<Outcome> one = watcher.watch(ONE);
    store.onAdd = new IOException("disk full");

    assertThatThrownBy(() -> watcher.watchAll(List.of(ONE, TWO)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            "expected the handle store RecordingHandleStore to keep 1 handle, found a failure;"
                + " remove its cause, and watch the tasks once more");

    assertThat(watcher.unfinished()).containsExactly(ONE);
    one.cancel(true);
    assertThat(watcher.unfinished()).isEmpty();
  }
}
