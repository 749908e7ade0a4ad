package io.github.reelay.watch;

import io.github.reelay.task.TaskHandle;
import io.github.reelay.time.VirtualScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Relays that lie in a fifth of their answers, and that remember when each task may be asked for
 * again: the policy told a second time, in a few lines, by whom it protects.
 */
final class World {
  private static final double FAULTY = 0.2;
  private static final Map<String, Duration> INTERVALS =
      Map.of(
          "toapis", Duration.ofSeconds(10),
          "xingchaoyiqing", Duration.ofSeconds(30),
          "22codex", Duration.ofSeconds(10));

  /** When each wait ends at the latest. */
  static final Map<String, Duration> GIVES_UP =
      Map.of(
          "toapis", Duration.ofMinutes(10),
          "xingchaoyiqing", Duration.ofMinutes(16),
          "22codex", Duration.ofMinutes(15));

  final Map<TaskHandle, Life> lives = new HashMap<>();
  final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
  final List<String> tooEarly = new ArrayList<>();
  final Relays relays;
  private final Map<TaskHandle, Duration> notBefore = new HashMap<>();
  private final Map<TaskHandle, Integer> shownAsDone = new HashMap<>();
  private final VirtualScheduler time;
  private final SplittableRandom random;

  World(VirtualScheduler time, SplittableRandom random) {
    this.time = time;
    this.random = random;
    this.relays = new Relays(time, this::answer);
  }

  /** Makes a task that is given to the watcher then. */
  Life create(String provider, int number, Duration addedAt) {
    TaskHandle handle = new TaskHandle(provider, "task-" + number);
    Life life = Life.of(handle, addedAt, random);
    lives.put(handle, life);
    notBefore.put(handle, addedAt);
    return life;
  }

  /** How many answers there were. */
  int answers() {
    return relays.queries.size();
  }

  private Reply answer(Relays.Query query) {
    Life life = lives.get(query.handle());
    if (query.at().compareTo(notBefore.get(life.handle())) < 0) {
      tooEarly.add(query + " before " + notBefore.get(life.handle()));
    }
    Duration wait = Duration.ofSeconds(1 + random.nextInt(90));
    Duration rest = Duration.ZERO;
    Reply reply;
    if (random.nextDouble() < FAULTY) {
      Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
      faults.merge(fault, 1, Integer::sum);
      Instant answered = time.clock().instant().plusMillis(80);
      reply = fault.reply(life.handle(), answered, wait);
      rest = fault.atLeast(wait);
    } else {
      reply = truth(life, query);
    }
    Duration interval = INTERVALS.get(life.handle().provider());
    Duration pause = rest.compareTo(interval) > 0 ? rest : interval;
    notBefore.put(life.handle(), query.at().plus(reply.latency()).plus(pause));
    return reply;
  }

  private Reply truth(Life life, Relays.Query query) {
    int shown = shownAsDone.getOrDefault(life.handle(), 0);
    if (query.at().compareTo(life.doneAt()) >= 0) {
      shownAsDone.put(life.handle(), shown + 1);
    }
    return life.truth(query, shown);
  }
}
