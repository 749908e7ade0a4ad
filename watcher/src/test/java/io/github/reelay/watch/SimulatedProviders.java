package io.github.reelay.watch;

import io.github.reelay.task.TaskHandle;
import io.github.reelay.time.VirtualScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Providers that lie in a fifth of their responses, and that are out of order as a whole in their
 * phases. Their responses go to the {@link RuleChecker}.
 */
final class SimulatedProviders {
  private static final double FAULTY = 0.2;

  final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
  final Map<ProviderPhase, Integer> providerPhases = new HashMap<>();
  final ScriptedProviders providers;
  final RuleChecker ruleChecker;
  private final List<ProviderPhase> plan;
  private final Map<TaskHandle, Integer> shownAsDone = new HashMap<>();
  private final VirtualScheduler time;
  private final SplittableRandom random;

  SimulatedProviders(
      VirtualScheduler time,
      List<ProviderPhase> plan,
      RuleChecker ruleChecker,
      SplittableRandom random) {
    this.time = time;
    this.plan = plan;
    this.ruleChecker = ruleChecker;
    this.random = random;
    this.providers = new ScriptedProviders(time, this::respond);
  }

  /** Makes a task that is given to the watcher then. */
  SimulatedTask create(String provider, int number, Duration addedAt) {
    SimulatedTask simulatedTask =
        SimulatedTask.of(new TaskHandle(provider, "task-" + number), number, addedAt, random);
    ruleChecker.created(simulatedTask);
    return simulatedTask;
  }

  private SimulatedResponse respond(ScriptedProviders.Query query) {
    ruleChecker.queried(query);
    Duration wait = Duration.ofSeconds(2 + random.nextInt(90));
    Duration reported = Duration.ZERO;
    SimulatedResponse response;
    ProviderPhase providerPhase = ProviderPhase.of(plan, query);
    if (providerPhase != null) {
      providerPhases.merge(providerPhase, 1, Integer::sum);
      response = providerPhase.response();
    } else if (random.nextDouble() < FAULTY) {
      Fault fault = fault(ruleChecker.task(query.handle()).simulatedTask.isKnown(query));
      faults.merge(fault, 1, Integer::sum);
      Instant responded = time.clock().instant().plusMillis(80);
      response = fault.response(query.handle(), responded, wait);
      reported = fault.atLeast(wait);
    } else {
      response = truth(query);
    }
    deliver(query, response, reported);
    return response;
  }

  /** One that chance decides; a task that the provider does not know has no status. */
  private Fault fault(boolean known) {
    Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
    return known || fault != Fault.UNKNOWN_STATUS ? fault : Fault.ERROR_500;
  }

  private void deliver(
      ScriptedProviders.Query query, SimulatedResponse response, Duration reported) {
    Duration at = query.at().plus(response.latency());
    time.schedule(
        () -> ruleChecker.responded(query.handle(), response, reported, at), at.toNanos());
  }

  private SimulatedResponse truth(ScriptedProviders.Query query) {
    TaskRecord task = ruleChecker.task(query.handle());
    int done = shownAsDone.getOrDefault(query.handle(), 0);
    if (query.at().compareTo(task.simulatedTask.doneAt()) >= 0
        && task.simulatedTask.isKnown(query)) {
      shownAsDone.put(query.handle(), done + 1);
    }
    return task.simulatedTask.truth(query, task.shown, done);
  }
}
