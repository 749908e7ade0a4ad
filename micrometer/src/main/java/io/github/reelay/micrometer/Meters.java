package io.github.reelay.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;

/** Timers and counters by their tags, which the registry makes when they are first used. */
final class Meters {
  private final Map<ReelayMeter, Meter.MeterProvider<Timer>> timers =
      new EnumMap<>(ReelayMeter.class);
  private final Map<ReelayMeter, Meter.MeterProvider<Counter>> counters =
      new EnumMap<>(ReelayMeter.class);

  Meters(MeterRegistry registry) {
    for (ReelayMeter meter : ReelayMeter.values()) {
      if (meter.getType() == Meter.Type.TIMER) {
        timers.put(meter, Timer.builder(meter.getName()).withRegistry(registry));
      } else if (meter.getType() == Meter.Type.COUNTER) {
        counters.put(
            meter,
            Counter.builder(meter.getName()).baseUnit(meter.getBaseUnit()).withRegistry(registry));
      }
    }
  }

  /** The timer of a meter of that type; the values are in the order of its tags. */
  Timer timer(ReelayMeter meter, String... values) {
    return timers.get(meter).withTags(tags(meter, values));
  }

  /** The counter of a meter of that type; the values are in the order of its tags. */
  Counter counter(ReelayMeter meter, String... values) {
    return counters.get(meter).withTags(tags(meter, values));
  }

  /** The tags of a meter with those values, in its order. */
  static Tags tags(ReelayMeter meter, String... values) {
    Tags tags = Tags.empty();
    for (int i = 0; i < values.length; i++) {
      tags = tags.and(meter.getKeyNames()[i].asString(), values[i]);
    }
    return tags;
  }
}
