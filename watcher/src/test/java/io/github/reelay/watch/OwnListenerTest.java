package io.github.reelay.watch;

import static io.github.reelay.watch.Bench.TASK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A listener of one task alone. */
class OwnListenerTest {
  private final CompletableFuture<Void> download = new CompletableFuture<>();
  private final List<WatchEvent.Kind> heard = new ArrayList<>();
  private final WatchOptions options =
      WatchOptions.builder().listener(event -> heard.add(event.kind())).build();

  private Bench bench(int doneAfter) {
    return new Bench(
        query ->
            Reply.of(
                query.number() <= doneAfter
                    ? Body.running("toapis", query.handle().id(), query.number())
                    : Body.completed("toapis", query.handle().id())),
        HandleStore.inMemory(),
        builder -> builder.whenFinished(task -> download));
  }

  @Test
  void hearsOfItsTaskAloneToTheEndOfItsFollowUp() {
    Bench bench = bench(2);
    bench.watcher.addAll(Bench.tasks("toapis", 5).subList(1, 5));
    bench.watcher.watch(TASK, options);
    bench.advance(Duration.ofMinutes(1));
    assertThat(heard)
        .containsExactly(
            WatchEvent.Kind.CHANGED,
            WatchEvent.Kind.CHANGED,
            WatchEvent.Kind.CHANGED,
            WatchEvent.Kind.ENDED);

    download.completeExceptionally(new IllegalStateException("on purpose"));

    assertThat(heard).hasSize(5).endsWith(WatchEvent.Kind.FOLLOW_UP_FAILED);
    assertThat(bench.heard(TASK)).hasSize(5);
  }

  @Test
  void hearsNothingOfTheNextWaitForItsTask() {
    Bench bench = bench(0);
    download.complete(null);
    bench.watcher.watch(TASK, options);
    bench.advance(Duration.ofMinutes(1));
    assertThat(heard).containsExactly(WatchEvent.Kind.CHANGED, WatchEvent.Kind.ENDED);

    bench.watcher.add(TASK);
    bench.advance(Duration.ofMinutes(1));

    assertThat(heard).hasSize(2);
    assertThat(bench.heard(TASK)).hasSize(4);
  }

  @Test
  void hearsTheEndOfATaskThatWasOverBefore() {
    Bench bench = bench(0);
    bench.watcher.add(TASK);
    bench.advance(Duration.ofMinutes(1));

    assertThat(bench.watcher.watch(TASK, options)).isDone();

    assertThat(heard).containsExactly(WatchEvent.Kind.ENDED);
    assertThat(bench.relays.queries).hasSize(1);
  }

  @Test
  void hearsOnWhoeverStillWaits() {
    Bench bench = bench(2);
    bench.watcher.add(TASK);
    CompletableFuture<Outcome> outcome = bench.watcher.watch(TASK, options);
    bench.advance(Duration.ofSeconds(5));

    outcome.cancel(true);
    bench.advance(Duration.ofMinutes(1));

    assertThat(heard).hasSize(4).endsWith(WatchEvent.Kind.ENDED);
  }

  @Test
  void theListenerOfTheNextWaitSurvivesTheFollowUpOfTheFormer() {
    Bench bench = bench(0);
    bench.watcher.add(TASK);
    bench.advance(Duration.ofSeconds(1)); // its follow-up is under way
    bench.watcher.add(TASK);
    bench.watcher.watch(TASK, options);

    download.complete(null);
    bench.advance(Duration.ofSeconds(1));

    assertThat(heard).containsExactly(WatchEvent.Kind.CHANGED, WatchEvent.Kind.ENDED);
  }

  @Test
  void hearsNothingAnyMoreWhenItsTaskIsReleased() {
    Bench bench = bench(9);
    bench.watcher.watch(TASK, options);
    bench.advance(Duration.ofSeconds(5));

    bench.watcher.release(List.of(TASK));
    bench.watcher.add(TASK);
    bench.advance(Duration.ofMinutes(5));

    assertThat(heard).containsExactly(WatchEvent.Kind.CHANGED);
  }

  @Test
  void oneThatThrowsHarmsNobody() {
    Bench bench = bench(0);
    WatchOptions broken =
        WatchOptions.builder()
            .listener(
                event -> {
                  throw new IllegalStateException("on purpose");
                })
            .build();
    CompletableFuture<Outcome> outcome = bench.watcher.watch(TASK, broken);
    bench.watcher.watch(TaskHandle.parse("toapis:t-2"), options);
    bench.advance(Duration.ofMinutes(1));

    assertThat(outcome).isDone();
    assertThat(heard).hasSize(2);
  }
}
