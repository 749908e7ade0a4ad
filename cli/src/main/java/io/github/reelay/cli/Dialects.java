package io.github.reelay.cli;

import io.github.reelay.dialect.Dialect;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * The dialects on the class path, by name. A dialect reads saved answers without the client that a
 * provider brings along, which costs more time to load than the reading takes.
 */
final class Dialects {
  private final Map<String, Dialect> byName = new TreeMap<>();

  Dialects() {
    for (Dialect dialect : ServiceLoader.load(Dialect.class)) {
      byName.put(dialect.profile().name(), dialect);
    }
  }

  /**
   * The one of that name.
   *
   * @throws UsageException if there is none
   */
  Dialect get(String name) {
    Dialect dialect = byName.get(name);
    if (dialect == null) {
      throw new UsageException(
          "expected one of the providers "
              + String.join(", ", byName.keySet())
              + ", found '"
              + name
              + "'");
    }
    return dialect;
  }
}
