package io.github.reelay.watch;

import static io.github.reelay.watch.WatcherFixture.TASK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.log.RecordedLog;
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
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done about the end of a wait, who waits for it, and what is heard of its failure. */
@Timeout(60)
class FollowUpsTest {
  private static final TaskHandle OTHER = TaskHandle.parse("22codex:t-2");

  @RegisterExtension final RecordedLog log = RecordedLog.of(Watcher.class);

  private final CompletableFuture<Void> download = new CompletableFuture<>();
  private final List<Outcome> ended = new ArrayList<>();

  private static WatcherFixture fixture(int status, UnaryOperator<WatcherBuilder> settings) {
    return new WatcherFixture(
        query -> {
          String provider = query.handle().provider();
          return switch (status) {
            case 200 -> SimulatedResponse.of(StatusBodies.completed(provider, query.handle().id()));
            case 102 ->
                SimulatedResponse.of(StatusBodies.running(provider, query.handle().id(), 1));
            case 404 -> SimulatedResponse.denial(provider);
            default -> SimulatedResponse.of(status);
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
    WatcherFixture fixture = fixture(200, builder -> builder.whenFinished(task -> download));
    CompletableFuture<List<Outcome>> all = fixture.watcher.watchAll(List.of(TASK, OTHER));
    CompletableFuture<Outcome> one = fixture.watcher.watch(TASK);
    fixture.advance(Duration.ofMinutes(1));
    assertThat(one).isDone();
    assertThat(all).isNotDone();

    download.complete(null);

    assertThat(all.join()).extracting(Outcome::handle).containsExactly(TASK, OTHER);
    assertThat(all.join()).extracting(Outcome::kind).containsOnly(Outcome.Kind.FINISHED);
  }

  @Test
  void waitingForAllThatHaveEndedWaitsForTheFollowUpsThatAreUnderWay() {
    WatcherFixture fixture = fixture(200, builder -> builder.whenFinished(task -> download));
    fixture.watcher.add(TASK);
    fixture.advance(Duration.ofMinutes(1));

    CompletableFuture<List<Outcome>> all = fixture.watcher.watchAll(List.of(TASK, TASK));
    assertThat(all).isNotDone();
    download.complete(null);

    assertThat(all.join()).hasSize(2);
    assertThat(fixture.watcher.watchAll(List.of(TASK))).isDone();
    assertThat(fixture.watcher.awaitAll(List.of())).isEmpty();
  }

  @Test
  void whoBlocksForAllIsReleasedByAnInterrupt() {
    WatcherFixture fixture = fixture(102, builder -> builder);
    Thread.currentThread().interrupt();

    List<Outcome> all = fixture.watcher.awaitAll(List.of(TASK, OTHER));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(all).extracting(Outcome::handle).containsExactly(TASK, OTHER);
    assertThat(all).extracting(Outcome::kind).containsOnly(Outcome.Kind.UNFINISHED);
    assertThat(fixture.watcher.unfinished()).isEmpty();
  }

  @Test
  void isIdleWhenNoTaskIsWatchedAndNoFollowUpIsUnderWay() {
    WatcherFixture fixture = fixture(200, builder -> builder.whenFinished(task -> download));
    assertThat(fixture.watcher.idle()).isDone();
    fixture.watcher.add(TASK);
    CompletableFuture<Void> idle = fixture.watcher.idle();
    fixture.advance(Duration.ofMinutes(1));
    assertThat(fixture.watcher.unfinished()).isEmpty();
    assertThat(idle).isNotDone();
    fixture.watcher.stop();
    assertThat(idle).isNotDone();

    download.complete(null);

    assertThat(idle).isDone();
    assertThat(fixture.watcher.idle()).isDone();
  }

  @ParameterizedTest
  @ValueSource(strings = {"remove", "release", "stop", "give up"})
  void isIdleWhenTheLastTaskIsLetGo(String way) {
    WatcherFixture fixture = fixture(102, builder -> builder.whenEnded(this::keep));
    CompletableFuture<Outcome> outcome = fixture.watcher.watch(TASK);
    CompletableFuture<Void> idle = fixture.watcher.idle();
    assertThat(idle).isNotDone();

    switch (way) {
      case "remove" -> fixture.watcher.remove(TASK);
      case "release" -> fixture.watcher.release(List.of(TASK));
      case "stop" -> fixture.watcher.stop();
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
    WatcherFixture fixture = fixture(status, builder -> builder.whenEnded(this::keep));
    CompletableFuture<List<Outcome>> all = fixture.watcher.watchAll(List.of(TASK));
    fixture.advance(Duration.ofHours(1));
    assertThat(ended).singleElement().extracting(Outcome::kind).isEqualTo(kind);
    assertThat(all).isNotDone();

    download.complete(null);

    assertThat(all).isCompletedWithValue(ended);
  }

  @Test
  void aSuspendedWaitHasNotEnded() {
    WatcherFixture fixture =
        new WatcherFixture(
            query -> SimulatedResponse.of(401),
            HandleStore.inMemory(),
            builder -> builder.whenEnded(this::keep));
    CompletableFuture<List<Outcome>> all = fixture.watcher.watchAll(List.of(TASK));
    fixture.advance(Duration.ofHours(1));

    assertThat(all.join()).extracting(Outcome::kind).containsExactly(Outcome.Kind.REFUSED);
    assertThat(ended).isEmpty();
    assertThat(fixture.watcher.idle()).isNotDone();
  }

  @Test
  void aHandleLeavesTheStoreWhenBothFollowUpsAreDone() {
    CompletableFuture<Void> second = new CompletableFuture<>();
    WatcherFixture fixture =
        new WatcherFixture(
            query -> SimulatedResponse.of(StatusBodies.completed("toapis", "t-1")),
            HandleStore.inMemory(),
            builder -> builder.whenEnded(this::keep).whenFinished(task -> second));
    fixture.watcher.add(TASK);
    fixture.advance(Duration.ofSeconds(1));

    second.complete(null);
    assertThat(fixture.store.handles()).containsExactly(TASK);
    download.complete(null);

    assertThat(fixture.store.handles()).isEmpty();
  }

  @Test
  void aFollowUpThatIsDoneAfterStoppingStillRemovesTheHandle() {
    WatcherFixture fixture =
        new WatcherFixture(
            query -> SimulatedResponse.of(StatusBodies.completed("toapis", "t-1")),
            HandleStore.inMemory(),
            builder -> builder.whenEnded(this::keep));
    fixture.watcher.add(TASK);
    fixture.advance(Duration.ofSeconds(1));
    fixture.watcher.stop();
    assertThat(fixture.store.handles()).containsExactly(TASK);

    download.complete(null);

    assertThat(fixture.store.handles()).isEmpty();
  }

  @Test
  void aTaskThatIsUnknownForCertainLeavesTheStoreAfterItsFollowUp() {
    WatcherFixture fixture =
        new WatcherFixture(
            query -> SimulatedResponse.denial("toapis"),
            HandleStore.inMemory(),
            builder -> builder.whenEnded(this::keep));
    fixture.watcher.add(TASK);
    fixture.advance(Duration.ofMinutes(10));
    assertThat(ended).hasSize(1);
    assertThat(fixture.store.handles()).containsExactly(TASK);

    download.complete(null);

    assertThat(fixture.store.handles()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fails", "throws", "gives nothing", "fails later"})
  void aFollowUpThatFailsIsAnEvent(String way) {
    IOException failure = new IOException("on purpose");
    WatcherFixture fixture =
        fixture(
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
    fixture.watcher.add(TASK);
    CompletableFuture<Void> idle = fixture.watcher.idle();
    fixture.advance(Duration.ofSeconds(1));
    download.completeExceptionally(failure);

    assertThat(fixture.heard(TASK))
        .containsExactly("succeeded", "Ended Finished", "FollowUpFailed");
    Throwable reported = ((TaskEvent.FollowUpFailed) fixture.last.get(TASK)).failure();
    switch (way) {
      case "throws" -> assertThat(reported).isInstanceOf(IllegalStateException.class);
      case "gives nothing" -> assertThat(reported).hasMessage("expected a stage, found null");
      default -> assertThat(reported).isSameAs(failure);
    }
    assertThat(idle).isDone();
    assertThat(log.lines())
        .containsExactly(
            "WARNING toapis:t-1 stays open: its follow-up failed ("
                + reported.getClass().getSimpleName()
                + ")");
  }

  @Test
  void theFailureOfAFollowUpThatRunsWhileStoppingIsHeard() {
    List<TaskEvent> heard = new ArrayList<>();
    DeferredExecutor deferredExecutor = new DeferredExecutor();
    WatcherFixture fixture =
        fixture(
            200,
            builder ->
                builder
                    .executor(deferredExecutor)
                    .listener(heard::add)
                    .whenFinished(task -> CompletableFuture.failedFuture(new IOException())));
    fixture.watcher.add(TASK);
    fixture.advance(Duration.ofSeconds(1));

    fixture.watcher.stop();
    deferredExecutor.runAll();

    assertThat(heard)
        .extracting(TaskEvent::kind)
        .containsExactly(
            TaskEvent.Kind.CHANGED, TaskEvent.Kind.ENDED, TaskEvent.Kind.FOLLOW_UP_FAILED);
    assertThat(log.lines())
        .containsExactly("WARNING toapis:t-1 stays open: its follow-up failed (IOException)");
  }
}
