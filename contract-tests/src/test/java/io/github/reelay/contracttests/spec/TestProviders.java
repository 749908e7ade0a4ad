package io.github.reelay.contracttests.spec;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.provider.Provider;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/** Providers for tests, with a clock that stands still. */
public final class TestProviders {
  /** When every answer of a test comes; after all times in the examples. */
  public static final Instant OBSERVED_AT = Instant.parse("2026-03-26T03:00:00Z");

  /** The key that tests send. */
  public static final String KEY = "test-key";

  private static final SortedMap<String, Dialect> DIALECTS = dialects();

  private TestProviders() {}

  private static SortedMap<String, Dialect> dialects() {
    SortedMap<String, Dialect> dialects = new TreeMap<>();
    for (Dialect dialect : ServiceLoader.load(Dialect.class)) {
      dialects.put(dialect.profile().name(), dialect);
    }
    return dialects;
  }

  /** The names of all providers that a program finds, in alphabetical order. */
  public static List<String> names() {
    return DIALECTS.keySet().stream().toList();
  }

  /** The dialect of that provider. */
  public static Dialect dialect(String provider) {
    Dialect dialect = DIALECTS.get(provider);
    if (dialect == null) {
      throw new IllegalArgumentException("expected a provider, found " + provider);
    }
    return dialect;
  }

  /** The provider at that address; the caller closes it. */
  public static Provider at(String provider, URI baseUrl) {
    return Provider.builder(dialect(provider))
        .baseUrl(baseUrl)
        .key(() -> KEY)
        .clock(Clock.fixed(OBSERVED_AT, ZoneOffset.UTC))
        .build();
  }
}
