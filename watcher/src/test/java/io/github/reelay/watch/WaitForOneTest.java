package io.github.reelay.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.failure.FailureKind;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.time.VirtualScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The endings of a wait, in virtual time and without jitter. */
class WaitForOneTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final TaskHandle TASK = TaskHandle.parse("toapis:t-1");

  private final VirtualScheduler time = new VirtualScheduler(START);

  private ScriptedProviders providers(Function<ScriptedProviders.Query, SimulatedResponse> script) {
    return new ScriptedProviders(time, script);
  }

  private Watcher watcher(ScriptedProviders providers) {
    return Watcher.builder(providers.providers())
        .scheduler(time)
        .random(new LowestRandom())
        .executor(Runnable::run)
        .build();
  }

  private Outcome outcome(ScriptedProviders providers, TaskHandle task) {
    CompletableFuture<Outcome> outcome = watcher(providers).watch(task);
    time.advance(Duration.ofHours(1));
    return outcome.getNow(null);
  }

  @ParameterizedTest
  @MethodSource("io.github.reelay.watch.ScriptedProviders#names")
  void finishesWhenTheTaskHasEnded(String provider) {
    TaskHandle task = new TaskHandle(provider, "t-1");
    ScriptedProviders providers =
        providers(
            query ->
                SimulatedResponse.of(
                    query.number() < 4
                        ? StatusBodies.running(provider, "t-1", 10 * query.number())
                        : StatusBodies.completed(provider, "t-1")));

    Outcome outcome = outcome(providers, task);

    assertThat(outcome).isInstanceOf(Outcome.Finished.class);
    assertThat(outcome.handle()).isEqualTo(task);
    assertThat(outcome.finishedOrThrow().status()).isEqualTo(TaskStatus.SUCCEEDED);
    assertThat(providers.queries).hasSize(4);
  }

  @Test
  void queriesAtTheIntervalOfTheProvider() {
    ScriptedProviders providers =
        providers(
            query ->
                SimulatedResponse.of(StatusBodies.running("toapis", "t-1", 1))
                    .after(Duration.ZERO));

    outcome(providers, TASK);

    assertThat(providers.times(TASK))
        .startsWith(Duration.ZERO, Duration.ofSeconds(10), Duration.ofSeconds(20))
        .endsWith(Duration.ofSeconds(600))
        .hasSize(61);
  }

  @Test
  void isStillRunningWhenItsTimeIsOver() {
    ScriptedProviders providers =
        providers(
            query ->
                SimulatedResponse.of(StatusBodies.running("toapis", "t-1", 7))
                    .after(Duration.ZERO));

    Outcome outcome = outcome(providers, TASK);

    assertThat(outcome).isInstanceOf(Outcome.Unfinished.class);
    Outcome.Unfinished running = (Outcome.Unfinished) outcome;
    assertThat(running.handle()).isEqualTo(TASK);
    assertThat(running.lastSeen().progressPercent()).isEqualTo(7);
    assertThat(running.nextQueryAt()).isEqualTo(START.plusSeconds(610));
    assertThatThrownBy(running::finishedOrThrow)
        .isInstanceOf(UnfinishedException.class)
        .hasMessage(
            "toapis:t-1: expected the end of the task, found it still running; wait again with the"
                + " same handle");
  }

  @Test
  void fiveBadResponsesEndAWaitOfAProviderThatHasGivenNoGoodOne() {
    ScriptedProviders providers =
        providers(query -> SimulatedResponse.of(500).after(Duration.ZERO));

    Outcome outcome = outcome(providers, TASK);

    assertThat(providers.times(TASK))
        .extracting(Duration::toSeconds)
        .containsExactly(0L, 10L, 20L, 30L, 40L);
    assertThat(((Outcome.Unreachable) outcome).failure().kind())
        .isEqualTo(FailureKind.PROVIDER_ERROR);
  }

  @Test
  void afterAGoodResponseBadOnesBackOffAndEndAWaitOnlyAfterFiveMinutes() {
    ScriptedProviders providers =
        providers(
            query ->
                (query.number() == 4
                        ? SimulatedResponse.of(StatusBodies.queued("toapis", "t-1"))
                        : SimulatedResponse.of(500))
                    .after(Duration.ZERO));

    Outcome outcome = outcome(providers, TASK);

    assertThat(providers.times(TASK))
        .extracting(Duration::toSeconds)
        .containsExactly(0L, 10L, 20L, 30L, 40L, 50L, 70L, 110L, 190L, 310L, 430L);
    assertThat(outcome).isInstanceOf(Outcome.Unreachable.class);
    assertThat(((Outcome.Unreachable) outcome).failure().kind())
        .isEqualTo(FailureKind.PROVIDER_ERROR);
  }

  @Test
  void aMissingKeyIsARefusal() {
    Outcome outcome = outcome(providers(query -> SimulatedResponse.of(401)), TASK);

    assertThat(((Outcome.Refused) outcome).failure().kind()).isEqualTo(FailureKind.UNAUTHORIZED);
  }
}
