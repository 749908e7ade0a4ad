package io.github.reelay.watch;

import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.VideoTask;
import io.github.reelay.time.VirtualScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Six simulated hours of a service that watches tasks with a store. */
final class Simulation {
  /** A provider whose base URL has one /v1 too many. */
  static final String MISTYPED = "mistyped";

  static final List<String> PROVIDERS = ScriptedProviders.names();
  private static final Logger LOG = Logger.getLogger(Watcher.class.getName());
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  final VirtualScheduler time = new VirtualScheduler(START);
  final HandleStore store;
  final SimulatedProviders simulatedProviders;
  final RuleChecker ruleChecker = new RuleChecker(START);
  final Watcher watcher;
  private final SplittableRandom random;
  private final List<ProviderPhase> phases;
  private int followUps;

  /**
   * One that has not begun.
   *
   * @param seed decides about everything
   * @param settings what is to be changed of the watcher
   */
  Simulation(long seed, UnaryOperator<WatcherBuilder> settings) {
    random = new SplittableRandom(seed);
    phases = ProviderPhase.draw(PROVIDERS, random.split());
    List<ProviderPhase> plan = new ArrayList<>(phases);
    plan.add(ProviderPhase.mistyped(MISTYPED));
    simulatedProviders = new SimulatedProviders(time, plan, ruleChecker, random.split());
    store =
        new CheckedHandleStore(HandleStore.inMemory(), handle -> ruleChecker.closed(handle, now()));
    watcher =
        settings
            .apply(
                Watcher.builder(simulatedProviders.providers.providersAnd(MISTYPED))
                    .scheduler(time)
                    .random(random.split())
                    .executor(Runnable::run)
                    .store(store)
                    .whenFinished(this::followUp)
                    .listener(event -> ruleChecker.heard(event, now())))
            .build();
  }

  private Duration now() {
    return Duration.ofNanos(time.nanoTime());
  }

  /** Takes up to half a minute, and fails at first and in one case of a hundred. */
  private CompletableFuture<Void> followUp(VideoTask task) {
    CompletableFuture<Void> stage = new CompletableFuture<>();
    boolean fails = random.nextInt(100) == 0 || followUps == 0;
    followUps++;
    Runnable end =
        () -> {
          if (fails) {
            ruleChecker.task(task.handle()).followUpFailed = true;
            stage.completeExceptionally(new IllegalStateException("expected a disk, found none"));
          } else {
            ruleChecker.task(task.handle()).followedUp = true;
            stage.complete(null);
          }
        };
    time.schedule(end, time.nanoTime() + Duration.ofSeconds(random.nextInt(30)).toNanos());
    return stage;
  }

  /**
   * A third comes in herds, a third just before a phase of its provider, and the others one by one
   * over five hours; one of fifty is mistyped.
   */
  void run(int tasks) {
    LOG.setLevel(Level.OFF); // it warns of each failed follow-up, with a stack trace
    try {
      simulate(tasks);
    } finally {
      LOG.setLevel(null);
    }
  }

  private void simulate(int tasks) {
    for (int i = 0; i < tasks; i++) {
      String provider = i % 50 == 7 ? MISTYPED : provider(i);
      Duration at =
          switch (i / 9 % 3) {
            case 0 -> Duration.ofHours(1 + i * 10L / (3L * tasks));
            case 1 -> beforeAPhase(provider);
            default -> Duration.ofMillis(random.nextInt(5 * 3_600_000));
          };
      SimulatedTask simulatedTask = simulatedProviders.create(provider, i, at);
      time.schedule(() -> add(simulatedTask), at.toNanos());
    }
    time.advance(Duration.ofHours(6));
  }

  /** Up to two minutes before, so that the phase meets several tasks, however few there are. */
  private Duration beforeAPhase(String provider) {
    List<ProviderPhase> own =
        phases.stream().filter(phase -> phase.provider().equals(provider)).toList();
    List<ProviderPhase> some = own.isEmpty() ? phases : own;
    return some.get(random.nextInt(some.size())).from().minusMillis(random.nextInt(2 * 60_000));
  }

  /** The first provider has more tasks than the others. */
  private static String provider(int task) {
    return PROVIDERS.get(task % (2 * PROVIDERS.size() + 1) % PROVIDERS.size());
  }

  private void add(SimulatedTask simulatedTask) {
    if (simulatedTask.age() == null) {
      watcher.add(simulatedTask.handle());
    } else {
      watcher.add(simulatedTask.handle(), time.clock().instant().minus(simulatedTask.age()));
    }
  }

  /** How many tasks are still watched, by provider and life. */
  Map<String, Integer> unfinished() {
    Map<String, Integer> all = new TreeMap<>();
    for (TaskHandle task : watcher.unfinished()) {
      all.merge(
          task.provider() + " " + ruleChecker.task(task).simulatedTask.end(), 1, Integer::sum);
    }
    return all;
  }
}
