package io.github.reelay.contracttools.spec;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.mapping.GeneratedClient;
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
  /** When every response of a test comes; after all times in the examples. */
  public static final Instant OBSERVED_AT = Instant.parse("2026-03-26T03:00:00Z");

  /** The key that tests send. */
  public static final String KEY = "test-key";

  private static final SortedMap<String, Dialect> DIALECTS = dialects();
  private static final SortedMap<String, GeneratedClient<?>> CLIENTS = clients();

  private TestProviders() {}

  private static SortedMap<String, Dialect> dialects() {
    SortedMap<String, Dialect> dialects = new TreeMap<>();
    for (Dialect dialect : Dialect.installed()) {
      dialects.put(dialect.profile().name(), dialect);
    }
    return dialects;
  }

  private static SortedMap<String, GeneratedClient<?>> clients() {
    SortedMap<String, GeneratedClient<?>> clients = new TreeMap<>();
    for (GeneratedClient<?> client : ServiceLoader.load(GeneratedClient.class)) {
      clients.put(client.mapping().provider().name(), client);
    }
    return clients;
  }

  /** The names of all providers that a program finds, in alphabetical order. */
  public static List<String> names() {
    return DIALECTS.keySet().stream().toList();
  }

  /**
   * The dialect of that provider.
   *
   * @throws IllegalArgumentException if there is none on the class path
   */
  public static Dialect dialect(String provider) {
    Dialect dialect = DIALECTS.get(provider);
    if (dialect == null) {
      throw new IllegalArgumentException("expected a provider, found " + provider);
    }
    return dialect;
  }

  /**
   * The generated client of that provider.
   *
   * @throws IllegalArgumentException if there is none on the class path
   */
  public static GeneratedClient<?> client(String provider) {
    GeneratedClient<?> client = CLIENTS.get(provider);
    if (client == null) {
      throw new IllegalArgumentException("expected a provider, found " + provider);
    }
    return client;
  }

  /** The package of the provider's generated client. */
  public static String clientPackage(String provider) {
    return client(provider).getClass().getPackageName();
  }

  /** Whether the provider has a dialect of its own, besides what is generated for it. */
  public static boolean hasAdapter(String provider) {
    return dialect(provider).getClass().getPackageName().startsWith("io.github.reelay.provider.");
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
