package io.github.reelay.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.task.TaskHandle;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Five hundred tasks at four providers over six hours, a fifth of the responses faulty. Another
 * seed: {@code -Dsimulation.seed=7}; as many tasks as {@code .ci/run} takes: {@code
 * -Dsimulation.tasks=10000}.
 */
class SimulationTest {
  private static final long SEED = Long.getLong("simulation.seed", 20260101);
  private static final int TASKS = Integer.getInteger("simulation.tasks", 500);

  private final Simulation simulation = new Simulation(SEED, UnaryOperator.identity());
  private final RuleChecker ruleChecker = simulation.ruleChecker;

  @BeforeEach
  void simulate() {
    simulation.run(TASKS);
    System.out.println(counts());
  }

  @Test
  void noRuleIsBrokenAndNoTaskIsForgotten() {
    assertThat(ruleChecker.broken).isEmpty();
    assertThat(ruleChecker.tasks).hasSize(TASKS);
    assertThat(ruleChecker.hurried).isZero();
    assertThat(ruleChecker.backOffs).isGreaterThan(TASKS / 10);
    assertThat(tasks(task -> task.closed && !(task.end instanceof Outcome.Finished)))
        .allSatisfy(task -> assertThat(isGone(task)).isTrue());
    assertThat(simulation.store.handles()).isEqualTo(handles(tasks(task -> !isGoneFrom(task))));
    assertThat(tasks(task -> task.followUpFailed))
        .isNotEmpty()
        .allMatch(task -> task.failureReported);
    assertThat(Simulation.PROVIDERS).allSatisfy(this::isQueriedAtMost50TimesInAnySecond);
    isWatchedUntilItsEnd();
    theProvidersMisbehaved();
  }

  private void isWatchedUntilItsEnd() {
    List<TaskRecord> open = tasks(task -> task.end == null);
    assertThat(handles(open)).isEqualTo(simulation.watcher.unfinished());
    assertThat(open)
        .filteredOn(task -> !task.simulatedTask.handle().provider().equals(Simulation.MISTYPED))
        .allSatisfy(
            task ->
                assertThat(task.simulatedTask.end())
                    .as("%s", task.simulatedTask)
                    .isIn(EnumSet.of(SimulatedTask.End.GONE, SimulatedTask.End.LOST)));
    List<TaskRecord> gone =
        tasks(
            task ->
                task.simulatedTask.end() == SimulatedTask.End.GONE
                    && !task.simulatedTask.handle().provider().equals(Simulation.MISTYPED));
    assertThat(gone).filteredOn(task -> task.closed).hasSizeGreaterThan(gone.size() / 2);
  }

  private void theProvidersMisbehaved() {
    int faults =
        simulation.simulatedProviders.faults.values().stream().mapToInt(Integer::intValue).sum();
    int phases =
        simulation.simulatedProviders.providerPhases.values().stream()
            .mapToInt(Integer::intValue)
            .sum();
    int others = simulation.simulatedProviders.providers.queries.size() - phases;
    double spread = 4 * Math.sqrt(others * 0.2 * 0.8); // four standard deviations
    assertThat((double) faults).isBetween(others * 0.2 - spread, others * 0.2 + spread);
    assertThat(simulation.simulatedProviders.providerPhases)
        .hasSize(1 + 3 * ScriptedProviders.names().size());
    assertThat(SimulatedTask.End.values())
        .allSatisfy(end -> assertThat(tasks(task -> task.simulatedTask.end() == end)).isNotEmpty());
  }

  private List<TaskRecord> tasks(Predicate<TaskRecord> which) {
    return ruleChecker.tasks.values().stream().filter(which).toList();
  }

  private static Set<TaskHandle> handles(List<TaskRecord> tasks) {
    return tasks.stream().map(task -> task.simulatedTask.handle()).collect(Collectors.toSet());
  }

  /** Whether the store may have forgotten it, and must. */
  private static boolean isGoneFrom(TaskRecord task) {
    return task.end instanceof Outcome.Finished ? task.followedUp : task.closed;
  }

  private static boolean isGone(TaskRecord task) {
    return task.shown == 0
        && (task.simulatedTask.end() == SimulatedTask.End.GONE
            || task.simulatedTask.end() == SimulatedTask.End.LOST);
  }

  private void isQueriedAtMost50TimesInAnySecond(String provider) {
    List<Long> times =
        simulation.simulatedProviders.providers.queries.stream()
            .filter(query -> query.handle().provider().equals(provider))
            .map(query -> query.at().toNanos())
            .toList();
    for (int i = 50; i < times.size(); i++) {
      assertThat(times.get(i) - times.get(i - 50)).isGreaterThanOrEqualTo(1_000_000_000L);
    }
  }

  private String counts() {
    Map<String, Integer> ends = new TreeMap<>();
    ruleChecker.tasks.values().forEach(task -> ends.merge(name(task.end), 1, Integer::sum));
    return "Simulation with seed %d: %,d tasks, %,d queries%n  ends %s%n  faults %s%n  still watched %s"
        .formatted(
            SEED,
            TASKS,
            simulation.simulatedProviders.providers.queries.size(),
            ends,
            simulation.simulatedProviders.faults,
            simulation.unfinished());
  }

  private static String name(@Nullable Outcome outcome) {
    return outcome == null ? "none" : outcome.getClass().getSimpleName();
  }
}
