package io.github.reelay.benchmarks.cluster.process;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The arguments of a program, as {@code name=value}. */
final class Arguments {
  private final Map<String, String> values = new HashMap<>();

  Arguments(String[] arguments) {
    for (String each : arguments) {
      int equals = each.indexOf('=');
      values.put(each.substring(0, equals), each.substring(equals + 1));
    }
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("expected " + name + "=…, found " + values.keySet());
    }
    return value;
  }

  int number(String name, int otherwise) {
    return has(name) ? Integer.parseInt(text(name)) : otherwise;
  }

  Duration millis(String name, int otherwise) {
    return Duration.ofMillis(number(name, otherwise));
  }
}
