package io.github.reelay.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.failure.FailureKind;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.time.VirtualScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand tasks at the three providers over six hours, a fifth of the answers faulty. Another
 * seed: {@code -Dsimulation.seed=7}.
 */
class SimulationTest {
  private static final long SEED = Long.getLong("simulation.seed", 20260101);
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int TASKS = 10_000;
  private static final List<String> PROVIDERS = List.of("toapis", "xingchaoyiqing", "22codex");

  private final VirtualScheduler time = new VirtualScheduler(START);
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final World world = new World(time, random.split());
  private final Map<TaskHandle, List<Outcome>> outcomes = new HashMap<>();
  private Watcher watcher;

  @BeforeEach
  void watch() {
    watcher =
        Watcher.builder(world.relays.providers())
            .scheduler(time)
            .random(random.split())
            .executor(Runnable::run)
            .listener(this::note)
            .build();
  }

  private void note(WatchEvent event) {
    if (event instanceof WatchEvent.Ended ended) {
      outcomes.computeIfAbsent(event.handle(), handle -> new ArrayList<>()).add(ended.outcome());
    }
  }

  /** A third comes in herds of a thousand, the others one by one over five hours. */
  private void simulate() {
    for (int i = 0; i < TASKS; i++) {
      boolean inAHerd = i % 3 == 0;
      Duration at =
          inAHerd
              ? Duration.ofHours(1 + i / 3 / 1000)
              : Duration.ofMillis(random.nextInt(5 * 3_600_000));
      Life life = world.create(PROVIDERS.get(i % 7 % 3), i, at);
      time.schedule(() -> watcher.add(life.handle()), at.toNanos());
    }
    time.advance(Duration.ofHours(6));
  }

  @Test
  void everyTaskHasExactlyOneOutcomeAndNoneIsAskedForTooEarlyOrTooOften() {
    simulate();

    System.out.println(counts());
    assertThat(watcher.unfinished()).isEmpty();
    assertThat(outcomes).hasSize(TASKS).allSatisfy((task, all) -> assertThat(all).hasSize(1));
    assertThat(outcomes.keySet()).isEqualTo(world.lives.keySet());
    assertThat(world.tooEarly).isEmpty();
    assertThat(PROVIDERS).allSatisfy(this::isAskedAtMost50TimesInAnySecond);
    assertThat(outcomes.values()).allSatisfy(all -> assertThat(isTrue(all.get(0))).isTrue());
    assertThat(world.faults.values().stream().mapToInt(Integer::intValue).sum())
        .isBetween(world.answers() * 19 / 100, world.answers() * 21 / 100);
  }

  private void isAskedAtMost50TimesInAnySecond(String provider) {
    List<Long> times =
        world.relays.queries.stream()
            .filter(query -> query.handle().provider().equals(provider))
            .map(query -> query.at().toNanos())
            .toList();
    for (int i = 50; i < times.size(); i++) {
      assertThat(times.get(i) - times.get(i - 50)).isGreaterThanOrEqualTo(1_000_000_000L);
    }
  }

  /** Whether an outcome is one that the task can have had; which, chance decides. */
  private boolean isTrue(Outcome outcome) {
    Life life = world.lives.get(outcome.handle());
    if (outcome instanceof Outcome.Finished finished) {
      TaskStatus status = finished.task().status();
      return switch (life.end()) {
        case NEVER, FORBIDDEN -> false;
        case FAILS -> status == TaskStatus.FAILED;
        case SUCCEEDS, SUCCEEDS_LATE, UNKNOWN_AT_FIRST -> status == TaskStatus.SUCCEEDED;
      };
    }
    if (outcome instanceof Outcome.Refused refused) {
      FailureKind kind = refused.failure().kind();
      return life.end() == Life.End.FORBIDDEN && kind == FailureKind.UNAUTHORIZED;
    }
    if (outcome instanceof Outcome.Unreachable unreachable) {
      return unreachable.failure().kind() != FailureKind.RATE_LIMITED;
    }
    Instant end = START.plus(life.addedAt()).plus(World.GIVES_UP.get(life.handle().provider()));
    return ((Outcome.StillRunning) outcome).nextQueryAt().isAfter(end);
  }

  private String counts() {
    Map<String, Integer> kinds = new TreeMap<>();
    outcomes.values().stream()
        .flatMap(List::stream)
        .forEach(outcome -> kinds.merge(outcome.getClass().getSimpleName(), 1, Integer::sum));
    return "Simulation with seed %d: %,d tasks, %,d queries%n  outcomes %s%n  faults %s"
        .formatted(SEED, TASKS, world.answers(), kinds, world.faults);
  }
}
