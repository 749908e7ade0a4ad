package io.github.reelay.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.policy.PollDecision;
import io.github.reelay.policy.PollingPolicy;
import io.github.reelay.policy.PollingRules;
import io.github.reelay.policy.RetryLimits;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.task.TaskHandle;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulation notices a watcher whose rules are others than those that are documented. */
@Tag("long")
class SimulationNoticesTest {
  private static final int TASKS = 200;

  private static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments("forgotten", retryLimits(it -> it.gracePeriod(Duration.ZERO))),
        arguments("forgotten", retryLimits(it -> it.maxDenials(1))),
        arguments("forgotten", refusing(FailureKind.NOT_FOUND, true)),
        arguments("refused without a reason", refusing(FailureKind.FORBIDDEN, false)),
        arguments(
            "closed before it was followed up",
            (UnaryOperator<WatcherBuilder>)
                builder -> builder.whenFinished(task -> CompletableFuture.completedStage(null))),
        arguments("refused without a reason", retryLimits(it -> it.maxNotFound(2))),
        arguments(
            "unreachable too early",
            retryLimits(it -> it.maxBadResponses(2).minBadTime(Duration.ofSeconds(5)))),
        arguments("unreachable too early", retryLimits(it -> it.minBadTime(Duration.ZERO))),
        arguments(
            "suspended too short",
            retryLimits(it -> it.suspension(Duration.ofSeconds(5), Duration.ofSeconds(5)))),
        arguments(
            "probed too often",
            retryLimits(it -> it.suspension(Duration.ofSeconds(30), Duration.ofSeconds(30)))),
        arguments("too early", rules(it -> it.withInterval(Duration.ofSeconds(9)))),
        arguments("too early", rules(it -> it.withInitialDelay(Duration.ZERO))),
        arguments("given up too early", rules(it -> it.withTimeout(Duration.ofMinutes(4)))));
  }

  private static UnaryOperator<WatcherBuilder> retryLimits(
      UnaryOperator<RetryLimits.Builder> change) {
    return rules(
        rules -> rules.withRetryLimits(change.apply(rules.retryLimits().toBuilder()).build()));
  }

  private static UnaryOperator<WatcherBuilder> rules(UnaryOperator<PollingRules> change) {
    return builder -> builder.rules(change);
  }

  /** A policy that ends a wait at the first failure of that kind. */
  private static UnaryOperator<WatcherBuilder> refusing(FailureKind kind, boolean taskUnknown) {
    PollingPolicy standard = PollingPolicy.of(PollingRules.of(new ToapisDialect().profile()));
    PollingPolicy hasty =
        context ->
            context.last() instanceof QueryResult.Failed no && no.failure().kind() == kind
                ? new PollDecision.Refuse(no.failure(), taskUnknown)
                : standard.decide(context);
    return builder -> builder.policy("toapis", hasty);
  }

  @ParameterizedTest(name = "{0} {index}")
  @MethodSource("mistakes")
  void aRuleIsBroken(String rule, UnaryOperator<WatcherBuilder> mistake) {
    Simulation simulation = new Simulation(1, mistake);
    simulation.run(TASKS);

    assertThat(simulation.ruleChecker.broken).anyMatch(broken -> broken.startsWith(rule + ": "));
  }

  @Test
  void badResponsesDoNotBackOff() {
    Simulation simulation = new Simulation(1, retryLimits(it -> it.maxBackOff(Duration.ZERO)));
    simulation.run(TASKS);

    assertThat(simulation.ruleChecker.hurried).isGreaterThan(simulation.ruleChecker.backOffs / 2);
  }

  @Test
  void aHandleLeavesTheStoreBeforeItsFollowUpAndATaskThatIsNotGoneIsForgotten() throws Exception {
    Simulation simulation = new Simulation(1, UnaryOperator.identity());
    SimulatedTask simulatedTask = simulation.simulatedProviders.create("toapis", 1, Duration.ZERO);
    simulation.watcher.add(simulatedTask.handle());
    simulation.store.remove(Set.of(simulatedTask.handle()));
    simulation.store.remove(Set.of(simulatedTask.handle()));

    TaskHandle task = simulatedTask.handle();
    assertThat(simulation.ruleChecker.broken)
        .containsExactly("forgotten: " + task, "closed twice: " + task, "forgotten: " + task);
  }
}
