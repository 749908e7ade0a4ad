package io.github.reelay.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.log.RecordedLog;
import io.github.reelay.policy.PollDecision;
import io.github.reelay.policy.PollingPolicy;
import io.github.reelay.policy.RateLimit;
import io.github.reelay.policy.RetryLimits;
import io.github.reelay.provider.UnknownProviderException;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.time.VirtualScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Adding, removing, and what is left over. */
class WatchManyTest {
  @RegisterExtension final RecordedLog log = RecordedLog.of(PollingPolicy.class);

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final TaskHandle ONE = TaskHandle.parse("toapis:t-1");
  private static final TaskHandle TWO = TaskHandle.parse("22codex:sora-2:t-2");
  private static final TaskHandle THREE = TaskHandle.parse("xingchaoyiqing:t-3");

  private final WatcherFixture fixture = WatcherFixture.running();
  private final VirtualScheduler time = fixture.time;
  private final ScriptedProviders providers = fixture.providers;
  private final Watcher watcher = fixture.watcher;

  @Test
  void aDuplicateIsRecognisedAndChangesNothing() {
    assertThat(watcher.add(ONE)).isTrue();
    time.advance(Duration.ofSeconds(3));
    assertThat(watcher.add(ONE)).isFalse();
    assertThat(watcher.add(ONE, START)).isFalse();
    assertThat(watcher.addAll(List.of(ONE, TWO, TWO, THREE))).isEqualTo(2);

    time.advance(Duration.ofSeconds(10));

    assertThat(providers.times(ONE)).hasSize(2);
    assertThat(watcher.unfinished()).containsExactlyInAnyOrder(ONE, TWO, THREE);
  }

  @ParameterizedTest
  @CsvSource({"toapis,0,5", "toapis,4,1", "toapis,5,0", "toapis,-60,5", "22codex,0,0"})
  void theFirstQueryCountsFromTheSubmission(String provider, int age, int delay) {
    TaskHandle task = new TaskHandle(provider, "t-1");

    watcher.add(task, START.minusSeconds(age));
    time.advance(Duration.ofSeconds(8));

    assertThat(providers.times(task)).containsExactly(Duration.ofSeconds(delay));
  }

  @Test
  void theTimeBeforeTheWaitCountsAgainstTheLimit() {
    watcher.add(ONE, START.minusSeconds(575));

    time.advance(Duration.ofHours(1));

    assertThat(providers.times(ONE)).hasSize(3).contains(Duration.ZERO);
    assertThat(fixture.outcomes()).singleElement().isInstanceOf(Outcome.Unfinished.class);
  }

  @ParameterizedTest
  @CsvSource({"600", "601", "86400", "315360000000"})
  void aTaskOlderThanItsTimeLimitIsQueriedOnce(long age) {
    watcher.add(ONE, START.minusSeconds(age));

    time.advance(Duration.ofHours(1));

    assertThat(providers.times(ONE)).containsExactly(Duration.ZERO);
    assertThat(fixture.outcomes()).singleElement().isInstanceOf(Outcome.Unfinished.class);
  }

  @Test
  void aRemovedTaskIsQueriedNoMoreAndItsQueryIsAborted() {
    watcher.add(ONE);
    CompletableFuture<Outcome> waiter = watcher.watch(ONE);

    assertThat(watcher.remove(ONE)).isTrue();
    assertThat(watcher.remove(ONE)).isFalse();
    time.advance(Duration.ofHours(1));

    assertThat(providers.cancelled()).isOne();
    assertThat(providers.queries).hasSize(1);
    assertThat(waiter).isCompleted();
    assertThat(fixture.outcomes()).singleElement().isEqualTo(waiter.join());
    assertThat(waiter.join()).isEqualTo(new Outcome.Unfinished(ONE, null, START.plusSeconds(10)));
    assertThat(watcher.unfinished()).isEmpty();
  }

  @Test
  void aTaskAddedAgainStartsOver() {
    watcher.add(ONE);
    time.advance(Duration.ofSeconds(400));
    watcher.remove(ONE);

    assertThat(watcher.add(ONE)).isTrue();
    time.advance(Duration.ofSeconds(400));

    assertThat(watcher.unfinished()).containsExactly(ONE);
    assertThat(providers.queries).hasSize(80);
    assertThat(fixture.events.stream().filter(TaskEvent.Changed.class::isInstance)).hasSize(2);
  }

  @Test
  void aTaskThatEndedCanBeAddedAgain() {
    watcher.add(ONE);
    time.advance(Duration.ofHours(1));
    assertThat(watcher.unfinished()).isEmpty();

    assertThat(watcher.add(ONE)).isTrue();
    time.advance(Duration.ofHours(1));

    assertThat(fixture.outcomes()).hasSize(2);
  }

  @Test
  void anUnknownProviderIsNamedAndNothingIsWatched() {
    assertThatThrownBy(() -> watcher.addAll(List.of(ONE, TaskHandle.parse("other:t-1"))))
        .isInstanceOf(UnknownProviderException.class)
        .hasMessage(
            "expected one of the providers %s, found 'other'",
            ScriptedProviders.names().stream().sorted().collect(Collectors.joining(", ")));

    assertThat(watcher.unfinished()).isEmpty();
  }

  @Test
  void anIdThatCannotBeQueriedIsRefused() {
    assertThatThrownBy(() -> watcher.add(new TaskHandle("toapis", "..")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected a task id of 1 to 512 printable characters other than '.' and '..', found"
                + " '..'; use the id that the provider gave when the task was submitted");

    assertThat(watcher.unfinished()).isEmpty();
  }

  @Test
  void aTaskIsKeptAsItWasSeenLastWhereTheUserGrantsTheMemory() {
    fixture.watcher(builder -> builder.keepLastSeen(true)).add(ONE);
    watcher.add(ONE);

    time.advance(Duration.ofHours(1));

    assertThat(fixture.outcomes())
        .extracting(outcome -> ((Outcome.Unfinished) outcome).lastSeen() != null)
        .containsExactlyInAnyOrder(true, false);
  }

  @Test
  void aPolicyOfTheUsersDecidesAndTheStandardOneStandsInWhereItThrows() {
    Watcher own =
        fixture.watcher(
            builder ->
                builder.policy(
                    "toapis",
                    context -> {
                      if (context.history().queries() == 2) {
                        throw new IllegalStateException("on purpose");
                      }
                      return context.history().queries() > 3
                          ? new PollDecision.GiveUp(Duration.ofSeconds(1))
                          : new PollDecision.PollAgain(Duration.ofSeconds(-1));
                    }));
    own.add(ONE);

    time.advance(Duration.ofHours(1));

    assertThat(providers.times(ONE)).hasSize(4);
    assertThat(providers.times(ONE).get(2).minus(providers.times(ONE).get(1)))
        .isEqualTo(Duration.ofMillis(10_080));
    assertThat(fixture.outcomes()).singleElement().isInstanceOf(Outcome.Unfinished.class);
    assertThat(log.lines())
        .contains(
            "WARNING expected a policy to decide, found an exception; the rules of the provider"
                + " decide (IllegalStateException)");
  }

  /** Each of them is queried where the one before ends, which must not nest. */
  @Test
  void manyTasksThatEndInTheCallTakeNoStack() throws Exception {
    providers.key = null;
    try (Watcher oneByOne =
        Watcher.builder(providers.providers())
            .rules(
                rules ->
                    rules
                        .withInterval(Duration.ZERO)
                        .withRateLimit(new RateLimit(1_000_000_000, 1, false)))
            .build()) {
      oneByOne.addAll(
          IntStream.range(0, 20_000).mapToObj(i -> new TaskHandle("22codex", "t-" + i)).toList());

      oneByOne.idle().get(60, TimeUnit.SECONDS);
      assertThat(oneByOne.unfinished()).isEmpty();
    }
  }

  @Test
  void aLimitOf200IsNotCutOffAt127() {
    ScriptedProviders broken =
        new ScriptedProviders(time, query -> SimulatedResponse.of(500).after(Duration.ZERO));
    Watcher patient =
        Watcher.builder(broken.providers())
            .rules(
                rules ->
                    rules
                        .withTimeout(Duration.ofDays(1))
                        .withRetryLimits(
                            RetryLimits.builder().maxBadResponses(200).jitter(0).build()))
            .scheduler(time)
            .executor(Runnable::run)
            .build();
    CompletableFuture<Outcome> outcome = patient.watch(ONE);

    time.advance(Duration.ofDays(2));

    assertThat(outcome).isCompletedWithValueMatching(Outcome.Unreachable.class::isInstance);
    assertThat(broken.queries).hasSize(200);
  }

  @Test
  void whatIsUnfinishedIsCountedAndHandedOverOneByOne() {
    WatcherFixture stored =
        new WatcherFixture(
            query -> SimulatedResponse.of(StatusBodies.running("toapis", query.handle().id(), 1)));
    stored.watcher.addAll(WatcherFixture.tasks("toapis", 2500));
    stored.watcher.addAll(WatcherFixture.tasks("22codex", 10));
    List<TaskHandle> seen = new ArrayList<>();
    List<TaskHandle> stopped = new ArrayList<>();

    assertThat(stored.watcher.unfinishedCount()).isEqualTo(2510);
    stored.watcher.forEachUnfinished(
        task -> {
          seen.add(task);
          stored.watcher.add(new TaskHandle("toapis", "more-" + task.id())); // no lock is held
        });
    assertThat(seen).hasSizeGreaterThanOrEqualTo(2510).doesNotHaveDuplicates();
    assertThat(seen).containsAll(WatcherFixture.tasks("toapis", 2500));
    int left = stored.watcher.unfinishedCount();
    stored.watcher.stop(stopped::add);

    assertThat(stopped).hasSize(left).doesNotHaveDuplicates();
    assertThat(stored.watcher.unfinishedCount()).isZero();
    assertThat(stored.store.handles()).hasSize(left);
  }
}
