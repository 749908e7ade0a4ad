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
 * Providers that lie in a fifth of their answers, and that are out of order as a whole in their
 * phases. What they answer goes to the {@link Rules}.
 */
final class World {
  private static final double FAULTY = 0.2;

  final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
  final Map<Phase, Integer> phases = new HashMap<>();
  final Relays relays;
  final Rules rules;
  private final List<Phase> plan;
  private final Map<TaskHandle, Integer> shownAsDone = new HashMap<>();
  private final VirtualScheduler time;
  private final SplittableRandom random;

  World(VirtualScheduler time, List<Phase> plan, Rules rules, SplittableRandom random) {
    this.time = time;
    this.plan = plan;
    this.rules = rules;
    this.random = random;
    this.relays = new Relays(time, this::answer);
  }

  /** Makes a task that is given to the watcher then. */
  Life create(String provider, int number, Duration addedAt) {
    Life life = Life.of(new TaskHandle(provider, "task-" + number), addedAt, random);
    rules.created(life);
    return life;
  }

  private Reply answer(Relays.Query query) {
    rules.asked(query);
    Duration wait = Duration.ofSeconds(1 + random.nextInt(90));
    Duration told = Duration.ZERO;
    Reply reply;
    Phase phase = Phase.of(plan, query);
    if (phase != null) {
      phases.merge(phase, 1, Integer::sum);
      reply = phase.reply();
    } else if (random.nextDouble() < FAULTY) {
      Fault fault = fault(rules.task(query.handle()).life.isKnown(query));
      faults.merge(fault, 1, Integer::sum);
      Instant answered = time.clock().instant().plusMillis(80);
      reply = fault.reply(query.handle(), answered, wait);
      told = fault.atLeast(wait);
    } else {
      reply = truth(query);
    }
    deliver(query, reply, told);
    return reply;
  }

  /** One that chance decides; a task that the provider does not know has no status. */
  private Fault fault(boolean known) {
    Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
    return known || fault != Fault.UNKNOWN_STATUS ? fault : Fault.ERROR_500;
  }

  private void deliver(Relays.Query query, Reply reply, Duration told) {
    Duration at = query.at().plus(reply.latency());
    time.schedule(() -> rules.answered(query.handle(), reply, told, at), at.toNanos());
  }

  private Reply truth(Relays.Query query) {
    TaskRecord task = rules.task(query.handle());
    int done = shownAsDone.getOrDefault(query.handle(), 0);
    if (query.at().compareTo(task.life.doneAt()) >= 0 && task.life.isKnown(query)) {
      shownAsDone.put(query.handle(), done + 1);
    }
    return task.life.truth(query, task.shown, done);
  }
}
