package io.github.reelay.watch;

import static io.github.reelay.watch.WatcherFixture.TASK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.provider.UnknownProviderException;
import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a handle whose future is given up, that is removed, or that is released. */
@Timeout(60)
class GivingUpTest {
  private static final WatchOptions REMOVED =
      WatchOptions.builder().removedWhenGivenUp(true).build();

  private final WatcherFixture fixture =
      new WatcherFixture(
          query -> SimulatedResponse.of(StatusBodies.running("toapis", query.handle().id(), 7)));
  private final Watcher watcher = fixture.watcher;

  private static void giveUp(CompletableFuture<Outcome> outcome, String way) throws Exception {
    switch (way) {
      case "cancel" -> outcome.cancel(true);
      case "orTimeout" -> {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        outcome.whenComplete((done, failed) -> ended.complete(null));
        outcome.orTimeout(1, TimeUnit.MILLISECONDS);
        ended.get(30, TimeUnit.SECONDS);
        assertThat(outcome).isCompletedExceptionally();
      }
      case "fail" -> outcome.completeExceptionally(new IOException("on purpose"));
      default -> outcome.complete(new Outcome.Unfinished(TASK, null, Instant.EPOCH));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancel", "orTimeout", "fail", "complete"})
  void removingWorksAfterAFutureWasGivenUp(String way) throws Exception {
    CompletableFuture<Outcome> outcome = watcher.watch(TASK);

    giveUp(outcome, way);
    watcher.idle().get(30, TimeUnit.SECONDS);

    assertThat(fixture.store.handles()).containsExactly(TASK);
    assertThat(watcher.remove(TASK)).isTrue();
    assertThat(fixture.store.handles()).isEmpty();
    assertThat(watcher.remove(TASK)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancel", "orTimeout", "fail", "complete"})
  void givingUpTheFutureCanGiveUpTheHandle(String way) throws Exception {
    CompletableFuture<Outcome> outcome = watcher.watch(TASK, REMOVED);
    assertThat(fixture.store.handles()).containsExactly(TASK);

    giveUp(outcome, way);
    watcher.idle().get(30, TimeUnit.SECONDS);

    assertThat(watcher.unfinished()).isEmpty();
    assertThat(watcher.remove(TASK)).isFalse();
    watcher.stop();
    assertThat(fixture.store.handles()).isEmpty();
  }

  @Test
  void theHandleStaysWhileSomebodyElseIsInterested() {
    watcher.add(TASK);
    CompletableFuture<Outcome> outcome = watcher.watch(TASK, REMOVED);

    outcome.cancel(true);

    assertThat(watcher.unfinished()).containsExactly(TASK);
    assertThat(fixture.store.handles()).containsExactly(TASK);
  }

  @Test
  void theLastOfTwoDecides() {
    CompletableFuture<Outcome> one = watcher.watch(TASK, REMOVED);
    CompletableFuture<Outcome> other = watcher.watch(TASK);

    one.cancel(true);
    other.cancel(true);

    assertThat(fixture.store.handles()).containsExactly(TASK);
  }

  @Test
  void theEndOfTheTimeGivesNothingUp() {
    CompletableFuture<Outcome> outcome =
        watcher.watch(
            TASK,
            WatchOptions.builder().limit(Duration.ofSeconds(1)).removedWhenGivenUp(true).build());

    fixture.advance(Duration.ofMinutes(1));

    assertThat(outcome).isCompletedWithValueMatching(Outcome.Unfinished.class::isInstance);
    assertThat(fixture.store.handles()).containsExactly(TASK);
  }

  @Test
  void aNegativeLimitIsNoOption() {
    assertThatThrownBy(() -> WatchOptions.builder().limit(Duration.ofSeconds(-9)).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a limit of zero or more, found PT-9S");
  }

  @Test
  void whatIsInTheStoreAloneCanBeRemoved() throws IOException {
    TaskHandle foreign = TaskHandle.parse("another:t-1");
    TaskHandle notQueryable = TaskHandle.parse("toapis:..");
    fixture.store.add(List.of(TASK, foreign, notQueryable));

    assertThat(watcher.remove(TASK)).isTrue();
    assertThat(watcher.remove(foreign)).isTrue();
    assertThat(watcher.remove(notQueryable)).isTrue();

    assertThat(fixture.store.handles()).isEmpty();
    assertThatThrownBy(() -> watcher.remove(foreign)).isInstanceOf(UnknownProviderException.class);
  }

  @Test
  void removingATaskThatIsFollowedUpRemovesItsHandle() {
    CompletableFuture<Void> download = new CompletableFuture<>();
    WatcherFixture done =
        new WatcherFixture(
            query -> SimulatedResponse.of(StatusBodies.completed("toapis", "t-1")),
            HandleStore.inMemory(),
            builder -> builder.whenFinished(task -> download));
    done.watcher.add(TASK);
    done.advance(Duration.ofSeconds(1));

    assertThat(done.watcher.remove(TASK)).isTrue();
    download.complete(null);

    assertThat(done.store.handles()).isEmpty();
  }

  @Test
  void whatIsReleasedIsNeitherReportedNorForgotten() {
    CompletableFuture<Outcome> outcome = watcher.watch(TASK);
    watcher.addAll(WatcherFixture.tasks("toapis", 3));
    fixture.advance(Duration.ofSeconds(5));
    TaskHandle foreign = TaskHandle.parse("another:t-1");
    TaskHandle unknown = TaskHandle.parse("toapis:unknown");

    assertThat(watcher.release(List.of(TASK, foreign, unknown))).isOne();
    fixture.advance(Duration.ofHours(1));

    assertThat(outcome).isCompletedWithValueMatching(Outcome.Unfinished.class::isInstance);
    assertThat(fixture.heard(TASK)).containsExactly("running");
    assertThat(fixture.providers.times(TASK)).hasSize(1);
    assertThat(fixture.store.handles())
        .containsExactlyElementsOf(WatcherFixture.tasks("toapis", 3));
    assertThat(watcher.release(List.of(TASK))).isZero();
  }

  @Test
  void whatIsReleasedDuringItsQueryCanBeAddedAgain() {
    watcher.add(TASK);
    fixture.advance(Duration.ofMillis(40));

    watcher.release(List.of(TASK));
    assertThat(watcher.add(TASK)).isTrue();
    fixture.advance(Duration.ofSeconds(1));

    assertThat(fixture.providers.cancelled()).isOne();
    assertThat(fixture.heard(TASK)).containsExactly("running");
    assertThat(watcher.unfinished()).containsExactly(TASK);
  }

  @Test
  void manyAreAddedWithTheirTimesInOneCall() {
    Instant now = fixture.time.clock().instant();
    Map<TaskHandle, Instant> all =
        Map.of(
            TaskHandle.parse("toapis:new"), now,
            TaskHandle.parse("toapis:young"), now.minusSeconds(3),
            TaskHandle.parse("toapis:old"), now.minus(Duration.ofDays(1)));

    assertThat(watcher.addAll(all)).isEqualTo(3);
    assertThat(watcher.addAll(all)).isZero();
    fixture.advance(Duration.ofMillis(5500));

    assertThat(fixture.providers.queries)
        .extracting(query -> query.handle().id())
        .containsExactly("old", "young", "new");
    assertThat(all).allSatisfy((task, at) -> assertSubmitted(task, at));
  }

  private void assertSubmitted(TaskHandle task, Instant at) {
    assertThat(fixture.store.submittedAt(task)).isEqualTo(at);
  }
}
