package io.github.reelay.watch;

import static io.github.reelay.watch.WatcherFixture.TASK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.log.RecordedLog;
import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A listener of one task alone. */
class OwnListenerTest {
  @RegisterExtension final RecordedLog followUps = RecordedLog.of(Watcher.class);
  @RegisterExtension final RecordedLog listeners = RecordedLog.of(TaskListener.class);

  private final CompletableFuture<Void> download = new CompletableFuture<>();
  private final List<TaskEvent.Kind> heard = new ArrayList<>();
  private final WatchOptions options =
      WatchOptions.builder().listener(event -> heard.add(event.kind())).build();

  private WatcherFixture fixture(int doneAfter) {
    return new WatcherFixture(
        query ->
            SimulatedResponse.of(
                query.number() <= doneAfter
                    ? StatusBodies.running("toapis", query.handle().id(), query.number())
                    : StatusBodies.completed("toapis", query.handle().id())),
        HandleStore.inMemory(),
        builder -> builder.whenFinished(task -> download));
  }

  @Test
  void hearsOfItsTaskAloneToTheEndOfItsFollowUp() {
    WatcherFixture fixture = fixture(2);
    fixture.watcher.addAll(WatcherFixture.tasks("toapis", 5).subList(1, 5));
    fixture.watcher.watch(TASK, options);
    fixture.advance(Duration.ofMinutes(1));
    assertThat(heard)
        .containsExactly(
            TaskEvent.Kind.CHANGED,
            TaskEvent.Kind.CHANGED,
            TaskEvent.Kind.CHANGED,
            TaskEvent.Kind.ENDED);

    download.completeExceptionally(new IllegalStateException("on purpose"));

    assertThat(heard).hasSize(5).endsWith(TaskEvent.Kind.FOLLOW_UP_FAILED);
    assertThat(fixture.heard(TASK)).hasSize(5);
    assertThat(followUps.lines())
        .hasSize(5)
        .contains("WARNING toapis:t-1 stays open: its follow-up failed (IllegalStateException)");
  }

  @Test
  void hearsNothingOfTheNextWaitForItsTask() {
    WatcherFixture fixture = fixture(0);
    download.complete(null);
    fixture.watcher.watch(TASK, options);
    fixture.advance(Duration.ofMinutes(1));
    assertThat(heard).containsExactly(TaskEvent.Kind.CHANGED, TaskEvent.Kind.ENDED);

    fixture.watcher.add(TASK);
    fixture.advance(Duration.ofMinutes(1));

    assertThat(heard).hasSize(2);
    assertThat(fixture.heard(TASK)).hasSize(4);
  }

  @Test
  void hearsTheEndOfATaskThatWasOverBefore() {
    WatcherFixture fixture = fixture(0);
    fixture.watcher.add(TASK);
    fixture.advance(Duration.ofMinutes(1));

    assertThat(fixture.watcher.watch(TASK, options)).isDone();

    assertThat(heard).containsExactly(TaskEvent.Kind.ENDED);
    assertThat(fixture.providers.queries).hasSize(1);
  }

  @Test
  void goesOnForWaitsThatAreStillOpen() {
    WatcherFixture fixture = fixture(2);
    fixture.watcher.add(TASK);
    CompletableFuture<Outcome> outcome = fixture.watcher.watch(TASK, options);
    fixture.advance(Duration.ofSeconds(5));

    outcome.cancel(true);
    fixture.advance(Duration.ofMinutes(1));

    assertThat(heard).hasSize(4).endsWith(TaskEvent.Kind.ENDED);
  }

  @Test
  void theListenerOfTheNextWaitSurvivesTheFollowUpOfTheFormer() {
    WatcherFixture fixture = fixture(0);
    fixture.watcher.add(TASK);
    fixture.advance(Duration.ofSeconds(1)); // its follow-up is under way
    fixture.watcher.add(TASK);
    fixture.watcher.watch(TASK, options);

    download.complete(null);
    fixture.advance(Duration.ofSeconds(1));

    assertThat(heard).containsExactly(TaskEvent.Kind.CHANGED, TaskEvent.Kind.ENDED);
  }

  @Test
  void hearsNothingAnyMoreWhenItsTaskIsReleased() {
    WatcherFixture fixture = fixture(9);
    fixture.watcher.watch(TASK, options);
    fixture.advance(Duration.ofSeconds(5));

    fixture.watcher.release(List.of(TASK));
    fixture.watcher.add(TASK);
    fixture.advance(Duration.ofMinutes(5));

    assertThat(heard).containsExactly(TaskEvent.Kind.CHANGED);
  }

  @Test
  void oneThatThrowsHarmsNobody() {
    WatcherFixture fixture = fixture(0);
    WatchOptions broken =
        WatchOptions.builder()
            .listener(
                event -> {
                  throw new IllegalStateException("on purpose");
                })
            .build();
    CompletableFuture<Outcome> outcome = fixture.watcher.watch(TASK, broken);
    fixture.watcher.watch(TaskHandle.parse("toapis:t-2"), options);
    fixture.advance(Duration.ofMinutes(1));

    assertThat(outcome).isDone();
    assertThat(heard).hasSize(2);
    assertThat(listeners.lines())
        .hasSize(2)
        .containsOnly(
            "WARNING expected the listener for toapis:t-1 to return, found an exception"
                + " (IllegalStateException)");
  }
}
