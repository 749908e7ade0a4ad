package io.github.reelay.watch;

import static io.github.reelay.watch.WatcherStoreFixture.DONE;
import static io.github.reelay.watch.WatcherStoreFixture.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.log.RecordedLog;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.time.VirtualScheduler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is open in the store while a task is watched, and afterwards. */
class WatcherStoreTest {
  @RegisterExtension final RecordedLog log = RecordedLog.of(Watcher.class);

  private static final TaskHandle ONE = TaskHandle.parse("toapis:t-1");
  private static final TaskHandle TWO = TaskHandle.parse("toapis:t-2");
  private final WatcherStoreFixture fixture = new WatcherStoreFixture();
  private final VirtualScheduler time = fixture.time;
  private final RecordingHandleStore store = fixture.store;

  @Test
  void aHandleIsKeptBeforeItsFirstQuery() {
    ScriptedProviders providers =
        new ScriptedProviders(
            time,
            query -> {
              assertThat(store.handles()).contains(query.handle());
              return RUNNING;
            });
    Watcher watcher = Watcher.builder(providers.providers()).scheduler(time).store(store).build();

    watcher.addAll(List.of(ONE, TWO));

    assertThat(providers.queries).isNotEmpty();
    assertThat(store.calls).containsExactly("add [toapis:t-1, toapis:t-2]");
    watcher.close();
  }

  @ParameterizedTest
  @CsvSource({
    "404,true",
    "410,true",
    "400,true",
    "401,true",
    "402,true",
    "403,true",
    "500,true",
    "429,true",
    "0,true"
  })
  void noStatusAloneRemovesAHandle(int status, boolean stays) {
    fixture
        .watcher(
            new SimulatedResponse(
                status, Map.of(), "{\"error\":{\"code\":" + status + "}}", Duration.ZERO))
        .add(ONE);

    time.advance(Duration.ofHours(1));

    assertThat(store.handles().contains(ONE)).isEqualTo(stays);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html><title>404 Not Found</title></html>"})
  void a404ThatIsNotInTheProvidersWordsRemovesNothing(String page) {
    fixture.watcher(new SimulatedResponse(404, Map.of(), page, Duration.ZERO)).add(ONE);

    time.advance(Duration.ofHours(1));

    assertThat(store.handles()).containsExactly(ONE);
  }

  @Test
  void theHandleOfATaskCompletedWithoutAVideoStaysSinceItMayStillShowOne() {
    Watcher watcher =
        fixture.watcher(SimulatedResponse.of(StatusBodies.completedWithoutVideo("toapis", "t-1")));
    CompletableFuture<Outcome> outcome = watcher.watch(ONE);

    time.advance(Duration.ofHours(1));

    assertThat(outcome).isCompletedWithValueMatching(Outcome.Finished.class::isInstance);
    assertThat(store.handles()).containsExactly(ONE);
  }

  @Test
  void theHandleOfAFinishedTaskIsRemovedAndThatOfARunningOneStays() {
    fixture.watcher(DONE).add(ONE);
    fixture.watcher(RUNNING).add(TWO);

    time.advance(Duration.ofHours(1));

    assertThat(store.handles()).containsExactly(TWO);
  }

  @Test
  void removingRemovesAHandleStoppingAndCancellingDoNot() {
    Watcher watcher = fixture.watcher(RUNNING);
    watcher.addAll(List.of(ONE, TWO));
    TaskHandle three = TaskHandle.parse("22codex:t-3");
    CompletableFuture<Outcome> outcome = watcher.watch(three);

    watcher.remove(ONE);
    outcome.cancel(true);
    watcher.stop();

    assertThat(store.handles()).containsExactly(TWO, three);
  }

  @Test
  void aHandleIsRemovedOnceItsFollowUpIsDone() {
    CompletableFuture<Void> download = new CompletableFuture<>();
    fixture.followUp = task -> download;
    fixture.watcher(DONE).add(ONE);
    time.advance(Duration.ofMinutes(1));
    assertThat(store.handles()).containsExactly(ONE);

    download.complete(null);

    assertThat(store.handles()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fails", "throws", "gives nothing"})
  void aHandleStaysWhenItsFollowUpFailsAndOthersGoOn(String way) {
    fixture.followUp =
        task ->
            switch (way) {
              case "fails" -> CompletableFuture.failedFuture(new IOException("on purpose"));
              case "throws" -> throw new IllegalStateException("on purpose");
              default -> null;
            };
    Watcher watcher = fixture.watcher(DONE);
    CompletableFuture<Outcome> first = watcher.watch(ONE);
    time.advance(Duration.ofMinutes(1));
    fixture.followUp = task -> CompletableFuture.completedStage(null);
    CompletableFuture<Outcome> second = watcher.watch(TWO);
    time.advance(Duration.ofMinutes(1));

    assertThat(first).isCompletedWithValueMatching(Outcome.Finished.class::isInstance);
    assertThat(second).isCompletedWithValueMatching(Outcome.Finished.class::isInstance);
    assertThat(store.handles()).containsExactly(ONE);
    assertThat(log.lines())
        .singleElement()
        .asString()
        .startsWith("WARNING " + ONE + " stays open: its follow-up failed (");
  }

  @Test
  void whatTheStoreCannotKeepIsNotWatched() {
    store.onAdd = new IOException("disk full");
    Watcher watcher = fixture.watcher(RUNNING);

    assertThatThrownBy(() -> watcher.addAll(List.of(ONE, TWO)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            "expected the handle store RecordingHandleStore to keep 2 handles, found a failure;"
                + " remove its cause, and watch the tasks once more")
        .hasRootCauseMessage("disk full");
    assertThatThrownBy(() -> watcher.watch(ONE)).isInstanceOf(UncheckedIOException.class);

    assertThat(watcher.unfinished()).isEmpty();
    assertThat(fixture.providers.queries).isEmpty();
  }

  static Stream<Throwable> failures() {
    return Stream.of(
        new IOException("gone"), new IllegalStateException("gone"), new StackOverflowError("gone"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aStoreThatCannotRemoveHarmsNoWaitAndIsReportedOnStopping(Throwable failure) {
    store.onRemove = failure;
    Watcher watcher = fixture.watcher(DONE);
    CompletableFuture<Outcome> first = watcher.watch(ONE);
    time.advance(Duration.ofHours(1));
    CompletableFuture<Outcome> second = watcher.watch(TWO);
    time.advance(Duration.ofHours(1));

    assertThat(first).isCompleted();
    assertThat(second).isCompleted();
    assertThatThrownBy(watcher::stop)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            "expected the handle store RecordingHandleStore to remove handles, found a failure;"
                + " they stay in it, and the next run queries their tasks again")
        .hasRootCauseMessage("gone");
    assertThat(store.handles()).containsExactly(ONE, TWO);
  }

  @Test
  void aStoppedWatcherLeavesTheStoreAlone() {
    Watcher watcher = fixture.watcher(RUNNING);
    watcher.stop();

    assertThatThrownBy(() -> watcher.add(ONE)).isInstanceOf(IllegalStateException.class);

    assertThat(store.calls).isEmpty();
  }

  @Test
  void resumingWatchesWhatWasOpen() {
    Watcher before = fixture.watcher(RUNNING);
    before.addAll(List.of(ONE, TWO));
    before.stop();

    Watcher after = fixture.watcher(RUNNING);

    assertThat(after.resume()).containsExactly(ONE, TWO);
    assertThat(after.unfinished()).containsExactlyInAnyOrder(ONE, TWO);
  }

  @Test
  void othersCanAddTasksWhileAQueryBegins() {
    AtomicReference<Watcher> watcher = new AtomicReference<>();
    ScriptedProviders providers =
        new ScriptedProviders(
            time,
            query -> {
              if (query.handle().equals(ONE)) {
                CompletableFuture.runAsync(() -> watcher.get().add(TWO))
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
              }
              return RUNNING.after(Duration.ofHours(2));
            });
    watcher.set(
        Watcher.builder(providers.providers())
            .scheduler(time)
            .executor(Runnable::run)
            .store(store)
            .build());

    watcher.get().add(ONE);
    time.advance(Duration.ofSeconds(1));

    assertThat(providers.queries)
        .extracting(ScriptedProviders.Query::handle)
        .containsExactly(ONE, TWO);
  }
}
