package io.github.reelay.watch;

import static io.github.reelay.watch.WatcherFixture.TASK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.log.RecordedLog;
import io.github.reelay.policy.PollDecision;
import io.github.reelay.policy.PollingPolicy;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.Video;
import io.github.reelay.task.VideoTask;
import io.github.reelay.time.VirtualScheduler;
import io.github.reelay.transport.Transport;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is given to a watcher breaks: every wait still ends with exactly one outcome. */
class NonsenseTest {
  @RegisterExtension final RecordedLog policies = RecordedLog.of(PollingPolicy.class);
  @RegisterExtension final RecordedLog watchers = RecordedLog.of(Watcher.class);

  private final List<Outcome> ends = new ArrayList<>();

  private WatcherFixture fixture(UnaryOperator<WatcherBuilder> settings) {
    return new WatcherFixture(
        query -> SimulatedResponse.of(StatusBodies.running("toapis", query.handle().id(), 7)),
        HandleStore.none(),
        builder -> settings.apply(builder).listener(this::note));
  }

  private void note(TaskEvent event) {
    if (event instanceof TaskEvent.Ended ended) {
      ends.add(ended.outcome());
    }
  }

  private void hasOneOutcome(WatcherFixture fixture) {
    CompletableFuture<Outcome> outcome = fixture.watcher.watch(TASK);
    fixture.advance(Duration.ofHours(2));
    assertThat(outcome).isCompleted();
    assertThat(ends).containsExactly(outcome.join());
    assertThat(fixture.watcher.unfinished()).isEmpty();
  }

  private static VideoTask task(String id, TaskState state) {
    return VideoTask.builder("toapis", id, state).build();
  }

  private static TaskState succeeded() {
    return new TaskState.Succeeded(
        Video.at(URI.create("https://files.example/1.mp4")).build(), List.of());
  }

  private static PollDecision nonsense(String what) {
    return switch (what) {
      case "nothing" -> null;
      case "throws" -> throw new IllegalStateException("on purpose");
      case "error" -> throw new StackOverflowError("on purpose");
      case "finish without id" -> new PollDecision.Finish(task(null, succeeded()));
      case "finish of another" -> new PollDecision.Finish(task("t-2", succeeded()));
      case "finish that runs" -> new PollDecision.Finish(task("t-1", new TaskState.Running()));
      case "negative" -> new PollDecision.PollAgain(Duration.ofSeconds(-1));
      case "most negative" -> new PollDecision.PollAgain(Duration.ofSeconds(Long.MIN_VALUE));
      case "absurd" -> new PollDecision.PollAgain(Duration.ofSeconds(Long.MAX_VALUE));
      case "give up before" -> new PollDecision.GiveUp(Duration.ofSeconds(Long.MIN_VALUE));
      default -> new PollDecision.GiveUp(Duration.ofSeconds(Long.MAX_VALUE));
    };
  }

  @ParameterizedTest
  @CsvSource({
    "nothing, nothing",
    "throws, an exception (IllegalStateException)",
    "error, an exception (StackOverflowError)",
    "finish without id, the decision Finish for a task that is another",
    "finish of another, the decision Finish for a task that is another",
    "finish that runs, an exception (IllegalArgumentException)",
    "negative, an exception (IllegalArgumentException)",
    "most negative, an exception (IllegalArgumentException)",
    "give up before, an exception (IllegalArgumentException)",
  })
  void aPolicyThatDecidesNonsenseIsNotFollowed(String what, String found) {
    aPolicyThatDecidesWithoutEnd(what);

    assertThat(policies.lines())
        .isNotEmpty()
        .containsOnly(
            "WARNING expected a policy to decide, found "
                + found.replaceFirst("( \\(.*|$)", "; the rules of the provider decide$1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"absurd", "give up long after"})
  void aPolicyThatDecidesWithoutEnd(String what) {
    hasOneOutcome(fixture(builder -> builder.policy("toapis", context -> nonsense(what))));
    assertThat(ends.get(0)).isInstanceOf(Outcome.Unfinished.class);
    assertThat(ends.get(0).handle()).isEqualTo(TASK);
  }

  /** It is queried once, and then there is no end of its own left. */
  @Test
  void aPolicyThatQueriesAgainForATaskThatIsTooOld() {
    PollingPolicy endless = context -> nonsense("absurd");
    WatcherFixture fixture = fixture(builder -> builder.policy("toapis", endless));

    fixture.watcher.add(TASK, Instant.EPOCH);
    fixture.advance(Duration.ofHours(1));

    assertThat(ends).singleElement().isInstanceOf(Outcome.Unfinished.class);
  }

  private static Executor executor(String what) {
    return work -> {
      switch (what) {
        case "refuses" -> throw new RejectedExecutionException("on purpose");
        case "exception" -> throw new IllegalStateException("on purpose");
        case "error" -> throw new OutOfMemoryError("on purpose");
        case "linkage" -> throw new NoClassDefFoundError("on purpose");
        default -> {
          work.run();
          throw new AssertionError("on purpose, after the work");
        }
      }
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"refuses", "exception", "error", "linkage", "after"})
  void anExecutorThatThrows(String what) {
    hasOneOutcome(fixture(builder -> builder.executor(executor(what))));
  }

  @Test
  void aSourceOfChanceThatThrows() {
    RandomGenerator broken =
        () -> {
          throw new IllegalStateException("on purpose");
        };

    hasOneOutcome(fixture(builder -> builder.random(broken)));

    assertThat(((Outcome.Unreachable) ends.get(0)).failure().diagnosis())
        .isEqualTo("expected a decision about the next query, found IllegalStateException");
    assertThat(watchers.lines())
        .containsExactly("WARNING expected to decide about toapis:t-1 (IllegalStateException)");
  }

  /** A response that nobody can complete, not even by cancelling. */
  private static final class Deaf extends CompletableFuture<RecordedResponse> {
    @Override
    public boolean cancel(boolean interrupt) {
      return false;
    }
  }

  private static Transport transport(String what) {
    return request ->
        switch (what) {
          case "never" -> new CompletableFuture<>();
          case "deaf" -> new Deaf();
          case "nothing" -> null;
          case "empty" -> CompletableFuture.completedFuture(null);
          case "error" -> throw new StackOverflowError("on purpose");
          case "exception" -> throw new IllegalArgumentException("on purpose");
          default -> CompletableFuture.failedFuture(new OutOfMemoryError("on purpose"));
        };
  }

  @ParameterizedTest
  @CsvSource({
    "never,250",
    "deaf,250",
    "nothing,60",
    "empty,60",
    "error,60",
    "exception,60",
    "fails with an error,60"
  })
  void aTransportThatNeverRespondsOrBreaks(String what, long seconds) {
    VirtualScheduler time = new VirtualScheduler(Instant.EPOCH);
    Provider provider =
        Provider.builder(new ToapisDialect())
            .transport(transport(what))
            .key(() -> "key")
            .executor(Runnable::run)
            .build();
    Watcher watcher =
        Watcher.builder(Providers.of(List.of(provider)))
            .scheduler(time)
            .random(new LowestRandom())
            .executor(Runnable::run)
            .listener(this::note)
            .build();
    CompletableFuture<Outcome> outcome = watcher.watch(TASK);
    CompletableFuture<Outcome> other = watcher.watch(WatcherFixture.tasks("toapis", 2).get(1));

    time.advance(Duration.ofSeconds(seconds));

    assertThat(outcome).isCompletedWithValueMatching(Outcome.Unreachable.class::isInstance);
    assertThat(other).isCompletedWithValueMatching(Outcome.Unreachable.class::isInstance);
    assertThat(ends).hasSize(2);
    assertThat(watcher.stop()).isEmpty();
  }

  @Test
  void aResponseThatNeverComesIsGivenUpLongAfterItsDeadline() {
    VirtualScheduler time = new VirtualScheduler(Instant.EPOCH);
    Provider provider =
        Provider.builder(new ToapisDialect())
            .transport(transport("never"))
            .deadline(Duration.ofSeconds(3))
            .key(() -> "key")
            .build();
    List<QueryResult> results = new ArrayList<>();
    Watcher watcher =
        Watcher.builder(Providers.of(List.of(provider)))
            .scheduler(time)
            .executor(Runnable::run)
            .listener(event -> results.add(((TaskEvent.Changed) event).result()))
            .build();
    watcher.add(TASK);

    time.advance(Duration.ofMillis(12_999));
    assertThat(results).isEmpty();
    time.advance(Duration.ofMillis(1));

    assertThat(((QueryResult.Failed) results.get(0)).failure().diagnosis())
        .isEqualTo("expected a response or a failure within PT3S, found neither");
  }
}
