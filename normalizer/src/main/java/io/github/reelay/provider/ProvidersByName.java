package io.github.reelay.provider;

import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Providers by their names. Each is taken from where they come from when it is first needed: to
 * find all that are on the class path takes a tenth of the time until the first task of one of
 * them.
 */
final class ProvidersByName {
  private final Iterator<Provider> more;
  private volatile Map<String, Provider> found = Map.of();
  private @Nullable String twice;
  private boolean closed;

  /** Those of an iterator, which is used by one thread at a time. */
  ProvidersByName(Iterator<Provider> more) {
    this.more = more;
  }

  /**
   * The provider of that name; null if there is none.
   *
   * @throws IllegalArgumentException if it was searched for, and two on the way have the same name
   */
  @Nullable Provider find(String name) {
    Provider known = found.get(name);
    return known != null ? known : search(name);
  }

  private synchronized @Nullable Provider search(String name) {
    while (!found.containsKey(name) && more.hasNext()) {
      add(more.next());
    }
    return checked().get(name);
  }

  /**
   * All of them, in the order of their names; unmodifiable.
   *
   * @throws IllegalArgumentException if two have the same name
   */
  synchronized Map<String, Provider> all() {
    while (more.hasNext()) {
      add(more.next());
    }
    return checked();
  }

  private Map<String, Provider> checked() {
    if (twice != null) {
      throw new IllegalArgumentException(
          "expected different names, found two providers named '" + twice + "'");
    }
    return found;
  }

  private void add(Provider provider) {
    if (closed) {
      provider.close();
    }
    Map<String, Provider> all = new TreeMap<>(found);
    if (all.putIfAbsent(provider.name(), provider) != null) {
      twice = provider.name();
    }
    found = Collections.unmodifiableMap(all);
  }

  /** Closes those that were found, and each that is found later at once. */
  synchronized void close() {
    closed = true;
    for (Provider provider : found.values()) {
      provider.close();
    }
  }
}
