package io.github.reelay.cli.saved;

import io.github.reelay.cli.terminal.UsageException;
import io.github.reelay.dialect.Dialect;
import java.util.Iterator;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * The dialects on the class path, by name. A dialect reads saved responses without the client that
 * a provider brings along, which costs more time to load than the reading takes. They are looked
 * for only as far as they are needed, since the last look opens every file of the class path.
 */
public final class Dialects {
  private final Map<String, Dialect> byName = new TreeMap<>();
  private final Iterator<Dialect> others = ServiceLoader.load(Dialect.class).iterator();

  /**
   * The one of that name; the first on the class path, if several have it.
   *
   * @throws UsageException if there is none
   */
  public Dialect get(String name) {
    while (!byName.containsKey(name) && others.hasNext()) {
      Dialect next = others.next();
      byName.putIfAbsent(next.profile().name(), next);
    }
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
