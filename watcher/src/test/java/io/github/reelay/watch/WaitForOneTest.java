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
import org.junit.jupiter.params.provider.ValueSource;

/** The endings of a wait, in virtual time and without jitter. */
class WaitForOneTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final TaskHandle TASK = TaskHandle.parse("toapis:t-1");

  private final VirtualScheduler time = new VirtualScheduler(START);

  private Relays relays(Function<Relays.Query, Reply> script) {
    return new Relays(time, script);
  }

  private Watcher watcher(Relays relays) {
    return Watcher.builder(relays.providers())
        .scheduler(time)
        .random(new Still())
        .executor(Runnable::run)
        .build();
  }

  private Outcome outcome(Relays relays, TaskHandle task) {
    CompletableFuture<Outcome> outcome = watcher(relays).outcome(task);
    time.advance(Duration.ofHours(1));
    return outcome.getNow(null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"toapis", "xingchaoyiqing", "22codex"})
  void finishesWhenTheTaskHasEnded(String provider) {
    TaskHandle task = new TaskHandle(provider, "t-1");
    Relays relays =
        relays(
            query ->
                Reply.of(
                    query.number() < 4
                        ? Body.running(provider, "t-1", 10 * query.number())
                        : Body.completed(provider, "t-1")));

    Outcome outcome = outcome(relays, task);

    assertThat(outcome).isInstanceOf(Outcome.Finished.class);
    assertThat(outcome.handle()).isEqualTo(task);
    assertThat(outcome.taskOrThrow().status()).isEqualTo(TaskStatus.SUCCEEDED);
    assertThat(relays.queries).hasSize(4);
  }

  @Test
  void asksAtTheIntervalOfTheProvider() {
    Relays relays =
        relays(query -> Reply.of(Body.running("toapis", "t-1", 1)).after(Duration.ZERO));

    outcome(relays, TASK);

    assertThat(relays.times(TASK))
        .startsWith(Duration.ZERO, Duration.ofSeconds(10), Duration.ofSeconds(20))
        .endsWith(Duration.ofSeconds(600))
        .hasSize(61);
  }

  @Test
  void isStillRunningWhenItsTimeIsOver() {
    Relays relays =
        relays(query -> Reply.of(Body.running("toapis", "t-1", 7)).after(Duration.ZERO));

    Outcome outcome = outcome(relays, TASK);

    assertThat(outcome).isInstanceOf(Outcome.StillRunning.class);
    Outcome.StillRunning running = (Outcome.StillRunning) outcome;
    assertThat(running.handle()).isEqualTo(TASK);
    assertThat(running.lastSeen().progressPercent()).isEqualTo(7);
    assertThat(running.nextQueryAt()).isEqualTo(START.plusSeconds(610));
    assertThatThrownBy(running::taskOrThrow)
        .isInstanceOf(UnfinishedException.class)
        .hasMessage(
            "toapis:t-1: expected the end of the task, found it still running; wait again with the"
                + " same handle");
  }

  @Test
  void fiveBadAnswersEndAWaitOfAProviderThatHasGivenNoGoodOne() {
    Relays relays = relays(query -> Reply.of(500).after(Duration.ZERO));

    Outcome outcome = outcome(relays, TASK);

    assertThat(relays.times(TASK))
        .extracting(Duration::toSeconds)
        .containsExactly(0L, 10L, 20L, 30L, 40L);
    assertThat(((Outcome.Unreachable) outcome).failure().kind())
        .isEqualTo(FailureKind.PROVIDER_ERROR);
  }

  @Test
  void afterAGoodAnswerBadOnesBackOffAndEndAWaitOnlyAfterFiveMinutes() {
    Relays relays =
        relays(
            query ->
                (query.number() == 4 ? Reply.of(Body.queued("toapis", "t-1")) : Reply.of(500))
                    .after(Duration.ZERO));

    Outcome outcome = outcome(relays, TASK);

    assertThat(relays.times(TASK))
        .extracting(Duration::toSeconds)
        .containsExactly(0L, 10L, 20L, 30L, 40L, 50L, 70L, 110L, 190L, 310L, 430L);
    assertThat(outcome).isInstanceOf(Outcome.Unreachable.class);
    assertThat(((Outcome.Unreachable) outcome).failure().kind())
        .isEqualTo(FailureKind.PROVIDER_ERROR);
  }

  @Test
  void aMissingKeyIsARefusal() {
    Outcome outcome = outcome(relays(query -> Reply.of(401)), TASK);

    assertThat(((Outcome.Refused) outcome).failure().kind()).isEqualTo(FailureKind.UNAUTHORIZED);
  }
}
