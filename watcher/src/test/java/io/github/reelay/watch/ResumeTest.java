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
  private final Shelf shelf = new Shelf();
  private final Relays relays =
      new Relays(time, query -> Reply.of(Body.running("toapis", "t-1", 1)));

  private Watcher watcher() {
    return watcher(Runnable::run);
  }

  private Watcher watcher(Executor executor) {
    return Watcher.builder(relays.providers())
        .scheduler(time)
        .random(new Still())
        .executor(executor)
        .store(shelf)
        .build();
  }

  /** An hour is beyond the patience of ten minutes, which counts from the submission. */
  @ParameterizedTest
  @CsvSource({"3600,1", "300,30", "0,60"})
  void aRestartDoesNotBeginThePatienceAgain(int age, int queries) {
    Watcher before = watcher();
    before.add(ONE, time.clock().instant().minusSeconds(age));
    before.stop();
    relays.queries.clear();

    Watcher after = watcher();
    assertThat(after.resume()).containsExactly(ONE);
    time.advance(Duration.ofHours(1));

    assertThat(relays.queries).hasSize(queries);
    assertThat(after.unfinished()).isEmpty();
    assertThat(shelf.handles()).containsExactly(ONE);
  }

  @Test
  void resumingLeavesAloneWhatIsAboutToLeaveTheStore() {
    Later later = new Later();
    Watcher watcher = watcher(later);
    watcher.addAll(List.of(ONE, TWO));
    watcher.remove(ONE);

    assertThat(watcher.resume()).containsExactly(TWO);
    later.runAll();

    assertThat(shelf.handles()).containsExactly(TWO);
  }

  @Test
  void aWatchedTaskIsJoinedWithoutAWriteAndManyAreAddedWithOne() {
    Watcher watcher = watcher();
    watcher.add(ONE);

    watcher.outcome(ONE);
    watcher.watchAll(List.of(ONE, TWO, TaskHandle.parse("22codex:t-3")));

    assertThat(shelf.calls).containsExactly("add [toapis:t-1]", "add [toapis:t-2, 22codex:t-3]");
  }

  @Test
  void whatTheStoreCannotKeepLeavesTheOtherWaitsAlone() {
    Watcher watcher = watcher();
    CompletableFuture<Outcome> one = watcher.outcome(ONE);
    shelf.onAdd = new IOException("disk full");

    assertThatThrownBy(() -> watcher.watchAll(List.of(ONE, TWO)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("expected to keep 1 handles in the store, found that it cannot");

    assertThat(watcher.unfinished()).containsExactly(ONE);
    one.cancel(true);
    assertThat(watcher.unfinished()).isEmpty();
  }
}
