package io.github.reelay.watch;

import static io.github.reelay.watch.Bench.TASK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done about the end of a wait, who waits for it, and what is heard of its failure. */
@Timeout(60)
class FollowUpsTest {
  private static final TaskHandle OTHER = TaskHandle.parse("22codex:t-2");

  private final CompletableFuture<Void> download = new CompletableFuture<>();
  private final List<Outcome> ended = new ArrayList<>();

  private static Bench bench(int status, UnaryOperator<WatcherBuilder> settings) {
    return new Bench(
        query -> {
          String provider = query.handle().provider();
          return switch (status) {
            case 200 -> Reply.of(Body.completed(provider, query.handle().id()));
            case 102 -> Reply.of(Body.running(provider, query.handle().id(), 1));
            case 404 -> Reply.denial(provider);
            default -> Reply.of(status);
          };
        },
        HandleStore.none(),
        settings);
  }

  private CompletionStage<?> keep(Outcome outcome) {
    ended.add(outcome);
    return download;
  }

  @Test
  void waitingForAllWaitsForTheirFollowUps() {
    Bench bench = bench(200, builder -> builder.whenFinished(task -> download));
    CompletableFuture<List<Outcome>> all = bench.watcher.watchAll(List.of(TASK, OTHER));
    CompletableFuture<Outcome> one = bench.watcher.outcome(TASK);
    bench.advance(Duration.ofMinutes(1));
    assertThat(one).isDone();
    assertThat(all).isNotDone();

    download.complete(null);

    assertThat(all.join()).extracting(Outcome::handle).containsExactly(TASK, OTHER);
    assertThat(all.join()).extracting(Outcome::kind).containsOnly(Outcome.Kind.FINISHED);
  }

  @Test
  void waitingForAllThatHaveEndedWaitsForTheFollowUpsThatAreUnderWay() {
    Bench bench = bench(200, builder -> builder.whenFinished(task -> download));
    bench.watcher.add(TASK);
    bench.advance(Duration.ofMinutes(1));

    CompletableFuture<List<Outcome>> all = bench.watcher.watchAll(List.of(TASK, TASK));
    assertThat(all).isNotDone();
    download.complete(null);

    assertThat(all.join()).hasSize(2);
    assertThat(bench.watcher.watchAll(List.of(TASK))).isDone();
    assertThat(bench.watcher.awaitAll(List.of())).isEmpty();
  }

  @Test
  void whoBlocksForAllIsReleasedByAnInterrupt() {
    Bench bench = bench(102, builder -> builder);
    Thread.currentThread().interrupt();

    List<Outcome> all = bench.watcher.awaitAll(List.of(TASK, OTHER));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(all).extracting(Outcome::handle).containsExactly(TASK, OTHER);
    assertThat(all).extracting(Outcome::kind).containsOnly(Outcome.Kind.UNFINISHED);
    assertThat(bench.watcher.unfinished()).isEmpty();
  }

  @Test
  void isIdleWhenNoTaskIsWatchedAndNoFollowUpIsUnderWay() {
    Bench bench = bench(200, builder -> builder.whenFinished(task -> download));
    assertThat(bench.watcher.idle()).isDone();
    bench.watcher.add(TASK);
    CompletableFuture<Void> idle = bench.watcher.idle();
    bench.advance(Duration.ofMinutes(1));
    assertThat(bench.watcher.unfinished()).isEmpty();
    assertThat(idle).isNotDone();
    bench.watcher.stop();
    assertThat(idle).isNotDone();

    download.complete(null);

    assertThat(idle).isDone();
    assertThat(bench.watcher.idle()).isDone();
  }

  @ParameterizedTest
  @ValueSource(strings = {"remove", "release", "stop", "give up"})
  void isIdleWhenTheLastTaskIsLetGo(String way) {
    Bench bench = bench(102, builder -> builder.whenEnded(this::keep));
    CompletableFuture<Outcome> outcome = bench.watcher.outcome(TASK);
    CompletableFuture<Void> idle = bench.watcher.idle();
    assertThat(idle).isNotDone();

    switch (way) {
      case "remove" -> bench.watcher.remove(TASK);
      case "release" -> bench.watcher.release(List.of(TASK));
      case "stop" -> bench.watcher.stop();
      default -> outcome.cancel(true);
    }

    assertThat(idle).isDone();
    assertThat(ended).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "200, FINISHED",
    "102, UNFINISHED",
    "429, UNFINISHED",
    "401, REFUSED",
    "404, REFUSED",
    "500, UNREACHABLE"
  })
  void everyOutcomeThatEndsAWaitByItselfIsFollowedUp(int status, Outcome.Kind kind) {
    Bench bench = bench(status, builder -> builder.whenEnded(this::keep));
    CompletableFuture<List<Outcome>> all = bench.watcher.watchAll(List.of(TASK));
    bench.advance(Duration.ofHours(1));
    assertThat(ended).singleElement().extracting(Outcome::kind).isEqualTo(kind);
    assertThat(all).isNotDone();

    download.complete(null);

    assertThat(all).isCompletedWithValue(ended);
  }

  @Test
  void aSuspendedWaitHasNotEnded() {
    Bench bench =
        new Bench(
            query -> Reply.of(401),
            HandleStore.inMemory(),
            builder -> builder.whenEnded(this::keep));
    CompletableFuture<List<Outcome>> all = bench.watcher.watchAll(List.of(TASK));
    bench.advance(Duration.ofHours(1));

    assertThat(all.join()).extracting(Outcome::kind).containsExactly(Outcome.Kind.REFUSED);
    assertThat(ended).isEmpty();
    assertThat(bench.watcher.idle()).isNotDone();
  }

  @Test
  void aHandleLeavesTheStoreWhenBothFollowUpsAreDone() {
    CompletableFuture<Void> second = new CompletableFuture<>();
    Bench bench =
        new Bench(
            query -> Reply.of(Body.completed("toapis", "t-1")),
            HandleStore.inMemory(),
            builder -> builder.whenEnded(this::keep).whenFinished(task -> second));
    bench.watcher.add(TASK);
    bench.advance(Duration.ofSeconds(1));

    second.complete(null);
    assertThat(bench.store.handles()).containsExactly(TASK);
    download.complete(null);

    assertThat(bench.store.handles()).isEmpty();
  }

  @Test
  void aTaskThatIsUnknownForCertainLeavesTheStoreAfterItsFollowUp() {
    Bench bench =
        new Bench(
            query -> Reply.denial("toapis"),
            HandleStore.inMemory(),
            builder -> builder.whenEnded(this::keep));
    bench.watcher.add(TASK);
    bench.advance(Duration.ofMinutes(10));
    assertThat(ended).hasSize(1);
    assertThat(bench.store.handles()).containsExactly(TASK);

    download.complete(null);

    assertThat(bench.store.handles()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fails", "throws", "gives nothing", "fails later"})
  void aFollowUpThatFailsIsAnEvent(String way) {
    IOException failure = new IOException("on purpose");
    Bench bench =
        bench(
            200,
            builder ->
                builder.whenFinished(
                    task ->
                        switch (way) {
                          case "fails" -> CompletableFuture.failedFuture(failure);
                          case "throws" -> throw new IllegalStateException("on purpose");
                          case "gives nothing" -> null;
                          default -> download.thenApply(none -> none);
                        }));
    bench.watcher.add(TASK);
    CompletableFuture<Void> idle = bench.watcher.idle();
    bench.advance(Duration.ofSeconds(1));
    download.completeExceptionally(failure);

    assertThat(bench.heard(TASK)).containsExactly("succeeded", "Ended Finished", "FollowUpFailed");
    Throwable told = ((WatchEvent.FollowUpFailed) bench.last.get(TASK)).failure();
    switch (way) {
      case "throws" -> assertThat(told).isInstanceOf(IllegalStateException.class);
      case "gives nothing" -> assertThat(told).hasMessage("expected a stage, found null");
      default -> assertThat(told).isSameAs(failure);
    }
    assertThat(idle).isDone();
  }

  @Test
  void theFailureOfAFollowUpThatRunsWhileStoppingIsHeard() {
    List<WatchEvent> heard = new ArrayList<>();
    Later later = new Later();
    Bench bench =
        bench(
            200,
            builder ->
                builder
                    .executor(later)
                    .listener(heard::add)
                    .whenFinished(task -> CompletableFuture.failedFuture(new IOException())));
    bench.watcher.add(TASK);
    bench.advance(Duration.ofSeconds(1));

    bench.watcher.stop();
    later.runAll();

    assertThat(heard)
        .extracting(WatchEvent::kind)
        .containsExactly(
            WatchEvent.Kind.CHANGED, WatchEvent.Kind.ENDED, WatchEvent.Kind.FOLLOW_UP_FAILED);
  }
}
