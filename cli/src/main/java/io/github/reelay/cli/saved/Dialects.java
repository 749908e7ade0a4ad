package io.github.reelay.cli.saved;

import io.github.reelay.cli.terminal.UsageException;
import io.github.reelay.dialect.Dialect;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The dialects that are given, and those on the class path, by name. A dialect reads saved
 * responses without the client that a provider brings along, which costs more time to load than the
 * reading takes. They are looked for only as far as they are needed, since the last look opens
 * every file of the class path.
 */
public final class Dialects {
  private final Map<String, Dialect> byName = new TreeMap<>();
  private final Iterator<Dialect> others = Dialect.installed().iterator();

  /** Those on the class path alone; none of them is loaded yet. */
  public Dialects() {
    this(List.of());
  }

  /** Those that are given, as {@link #load} reads them, and those on the class path. */
  public Dialects(Collection<Dialect> given) {
    for (Dialect dialect : given) {
      byName.put(dialect.profile().name(), dialect);
    }
  }

  /**
   * The dialects that documents describe.
   *
   * @param files the documents
   * @throws UsageException if one cannot be read or describes no provider, or if two describe one
   *     of the same name
   */
  public static List<Dialect> load(List<String> files) {
    List<Dialect> loaded = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (String file : files) {
      Dialect dialect = load(file);
      if (!names.add(dialect.profile().name())) {
        throw new UsageException(
            "expected documents of different providers, found a second one of '"
                + dialect.profile().name()
                + "' at '"
                + file
                + "'");
      }
      loaded.add(dialect);
    }
    return loaded;
  }

  private static Dialect load(String file) {
    String text =
        new Input(InputStream.nullInputStream(), file.equals("-") ? "./-" : file)
            .read(in -> new String(in.readAllBytes(), StandardCharsets.UTF_8));
    try {
      return Dialect.parse(file, text);
    } catch (IllegalArgumentException malformed) {
      throw UsageException.ofDocument(malformed);
    }
  }

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
