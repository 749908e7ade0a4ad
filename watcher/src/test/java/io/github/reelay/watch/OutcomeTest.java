package io.github.reelay.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.VideoTask;
import io.github.reelay.time.VirtualScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an outcome carries, and what cannot be one. */
class OutcomeTest {
  private static final TaskHandle TASK = TaskHandle.parse("toapis:t-1");
  private static final Failure FAILURE = Failure.unreachable("on purpose");

  private static VideoTask task(String id, TaskState state) {
    return VideoTask.builder("toapis", id, state).build();
  }

  private static Outcome outcome(SimulatedResponse response) {
    VirtualScheduler time = new VirtualScheduler(Instant.EPOCH);
    Watcher watcher =
        Watcher.builder(new ScriptedProviders(time, query -> response).providers())
            .scheduler(time)
            .executor(Runnable::run)
            .build();
    CompletableFuture<Outcome> outcome = watcher.watch(TASK);
    time.advance(Duration.ofHours(1));
    return outcome.join();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 402, 400})
  void aRefusalIsTheResultThatListenersHeard(int status) {
    WatcherFixture fixture =
        new WatcherFixture(
            query -> SimulatedResponse.of(status), HandleStore.none(), builder -> builder);
    List<QueryResult> heard = new ArrayList<>();
    CompletableFuture<Outcome> outcome = fixture.watcher.watch(TASK);
    fixture.watcher.events().subscribe(new ListenerSubscriber(event -> keep(event, heard)));
    fixture.advance(Duration.ofHours(1));

    assertThat(outcome.join().kind()).isEqualTo(Outcome.Kind.REFUSED);
    assertThat(heard).singleElement().isSameAs(outcome.join().lastResult());
  }

  private static void keep(TaskEvent event, List<QueryResult> heard) {
    if (event instanceof TaskEvent.Changed changed) {
      heard.add(changed.result());
    }
  }

  @Test
  void anUnreachableProvidersOutcomeCarriesTheLastFailure() {
    Outcome outcome = outcome(SimulatedResponse.of(502));

    assertThat(outcome.kind()).isEqualTo(Outcome.Kind.UNREACHABLE);
    Outcome.Unreachable unreachable = (Outcome.Unreachable) outcome;
    assertThat(unreachable.lastResult().failure()).isSameAs(unreachable.failure());
    assertThat(unreachable.failure().httpStatus()).isEqualTo(502);
  }

  @Test
  void aFinishedAndAnUnfinishedTaskCarryTheResultThatShowsThem() {
    Outcome finished = outcome(SimulatedResponse.of(StatusBodies.completed("toapis", "t-1")));
    Outcome unfinished = outcome(SimulatedResponse.of(StatusBodies.running("toapis", "t-1", 7)));

    assertThat(finished.kind()).isEqualTo(Outcome.Kind.FINISHED);
    assertThat(finished.lastResult().taskOrThrow()).isEqualTo(finished.finishedOrThrow());
    assertThat(unfinished.kind()).isEqualTo(Outcome.Kind.UNFINISHED);
    assertThat(unfinished.lastResult().taskOrThrow().progressPercent()).isEqualTo(7);
  }

  @Test
  void anUnfinishedTaskThatNoResponseShowedHasNoResult() {
    assertThat(outcome(SimulatedResponse.of(429)).lastResult()).isNull();
  }

  @Test
  void aTaskThatRunsHasNotFinished() {
    assertThatThrownBy(() -> new Outcome.Finished(task("t-1", new TaskState.Running())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("toapis:t-1: expected a task that has ended, found it running");
    assertThatThrownBy(() -> new Outcome.Finished(task("t-1", new TaskState.Unknown())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("toapis:t-1: expected a task that has ended, found it unknown");
    assertThatThrownBy(() -> new Outcome.Finished(task(null, new TaskState.Expired())))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("handle");
  }

  @Test
  void whoNeedsAVideoIsNotGivenATaskWithoutOne() {
    Outcome done = outcome(SimulatedResponse.of(StatusBodies.completed("toapis", "t-1")));
    Outcome failed = outcome(SimulatedResponse.of(StatusBodies.failed("toapis", "t-1")));
    Outcome expired = new Outcome.Finished(task("t-1", new TaskState.Expired()));
    Outcome running = outcome(SimulatedResponse.of(StatusBodies.running("toapis", "t-1", 1)));

    assertThat(done.succeededOrThrow()).isSameAs(done.finishedOrThrow());
    assertThatThrownBy(failed::succeededOrThrow)
        .isInstanceOfSatisfying(
            UnsuccessfulException.class, thrown -> assertThat(thrown.outcome()).isSameAs(failed))
        .hasMessage(
            "toapis:t-1: expected a task that has succeeded, found it failed, generation-failed;"
                + " another query can help: no");
    assertThatThrownBy(expired::succeededOrThrow)
        .isInstanceOf(UnsuccessfulException.class)
        .hasMessage("toapis:t-1: expected a task that has succeeded, found it expired");
    assertThatThrownBy(running::succeededOrThrow).isInstanceOf(UnfinishedException.class);
  }

  @Test
  void anotherTaskWasNotSeen() {
    QueryResult.Found other = new QueryResult.Found(task("t-2", new TaskState.Running()));

    assertThatThrownBy(() -> new Outcome.Unfinished(TASK, other, Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("toapis:t-1: expected a result of that task, found one of another");
  }

  @Test
  void onlyTheProvidersServerKnowsThatATaskIsUnknown() {
    Failure unreachable = Failure.unreachable("on purpose");

    assertThatThrownBy(() -> new Outcome.Refused(TASK, unreachable, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected taskUnknown only with not-found of origin relay, found unreachable of origin"
                + " transport");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\u0007"})
  void aFailureOfNoTaskIsNoOutcome(String id) {
    QueryResult.Failed result = new QueryResult.Failed("toapis", id, FAILURE, List.of());

    assertThatThrownBy(() -> new Outcome.Refused(result, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("expected a result of one task, found Failed[toapis:");
    assertThatThrownBy(() -> new Outcome.Unreachable(result))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("expected a result of one task, found Failed[toapis:");
  }

  @Test
  void aFailureWithoutAnIdIsNoOutcome() {
    QueryResult.Failed result = new QueryResult.Failed("toapis", null, FAILURE, List.of());

    assertThatThrownBy(() -> new Outcome.Unreachable(result))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("expected a result of one task, found Failed[toapis:?, ");
  }
}
