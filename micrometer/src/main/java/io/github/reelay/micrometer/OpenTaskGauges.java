package io.github.reelay.micrometer;

import io.github.reelay.task.TaskStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** How many tasks are open, by provider and status. */
final class OpenTaskGauges {
  private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();
  private final MeterRegistry registry;

  OpenTaskGauges(MeterRegistry registry) {
    this.registry = registry;
  }

  private record Key(String provider, @Nullable TaskStatus status) {}

  /** Counts tasks in, or out if the count is negative; a null status is that of an unseen task. */
  void add(String provider, @Nullable TaskStatus status, int count) {
    counts.computeIfAbsent(new Key(provider, status), this::gauge).add(count);
  }

  private LongAdder gauge(Key key) {
    LongAdder count = new LongAdder();
    String state = key.status() == null ? "unseen" : key.status().jsonName();
    Gauge.builder(ReelayMeter.OPEN_TASKS.getName(), count::sum)
        .tags(Meters.tags(ReelayMeter.OPEN_TASKS, key.provider(), state))
        .register(registry);
    return count;
  }
}
