package io.github.reelay.provider;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.internal.address.BaseUrl;
import io.github.reelay.network.NetworkSettings;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.telemetry.TelemetryListener;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The providers of a program, by name. Closing it closes each of them.
 *
 * <pre>{@code
 * try (Providers providers = Providers.discover(environment)) { // such as System.getenv()
 *   return providers.query(TaskHandle.parse("toapis:ok-1"));
 * }
 * }</pre>
 */
public final class Providers implements AutoCloseable {
  private final Map<String, Provider> byName;
  private final NetworkSettings network;

  private Providers(Map<String, Provider> byName, NetworkSettings network) {
    this.byName = Collections.unmodifiableMap(byName);
    this.network = network;
  }

  /**
   * Exactly these providers.
   *
   * @throws IllegalArgumentException if two have the same name
   */
  public static Providers of(Collection<Provider> providers) {
    return of(providers, NetworkSettings.defaults());
  }

  private static Providers of(Collection<Provider> providers, NetworkSettings network) {
    Map<String, Provider> byName = new TreeMap<>();
    for (Provider provider : providers) {
      if (byName.put(provider.name(), provider) != null) {
        throw new IllegalArgumentException(
            "expected different names, found two providers named '" + provider.name() + "'");
      }
    }
    return new Providers(byName, network);
  }

  /**
   * One for each {@linkplain Dialect#installed dialect on the class path}, with key and base URL
   * from the environment: {@code REELAY_<NAME>_API_KEY}, {@code REELAY_<NAME>_BASE_URL}. They are
   * queried through the proxy of the environment, if it names one: {@link
   * NetworkSettings#ofEnvironment}.
   *
   * @throws IllegalArgumentException if a base URL or a proxy in the environment is malformed
   */
  public static Providers discover() {
    return discover(System.getenv());
  }

  /** As {@link #discover()}, with that environment; its keys are read for each query. */
  public static Providers discover(Map<String, String> environment) {
    return discover(environment, NetworkSettings.ofEnvironment(environment));
  }

  /**
   * As {@link #discover(Map)}, with those network settings in place of the proxy of the
   * environment. To have both, change what {@link NetworkSettings#ofEnvironment} gives.
   */
  public static Providers discover(Map<String, String> environment, NetworkSettings network) {
    return discover(environment, network, List.of());
  }

  /**
   * As {@link #discover(Map, NetworkSettings)}, each provider with further settings.
   *
   * @param builder begins each of them, as in {@code dialect ->
   *     Provider.builder(dialect).clock(clock)}; key, network and the base URL of the environment
   *     are set afterwards
   */
  public static Providers discover(
      Map<String, String> environment,
      NetworkSettings network,
      Function<Dialect, ProviderBuilder> builder) {
    List<Provider> found = new ArrayList<>();
    for (Dialect dialect : Dialect.installed()) {
      found.add(fromEnvironment(builder.apply(dialect), environment, network));
    }
    return of(found, network);
  }

  /**
   * As {@link #discover(Map, NetworkSettings)}, with one more provider for each of those dialects,
   * such as {@link Dialect#load} gives: their keys and base URLs too are those of the environment.
   *
   * @throws IllegalArgumentException if a provider of that name is there already, or a base URL in
   *     the environment is malformed
   */
  public static Providers discover(
      Map<String, String> environment, NetworkSettings network, Collection<Dialect> more) {
    List<Provider> all = new ArrayList<>();
    for (Dialect dialect : Dialect.installed()) { // no reference to a method: the first is slow
      all.add(fromEnvironment(Provider.builder(dialect), environment, network));
    }
    for (Dialect dialect : more) {
      all.add(fromEnvironment(Provider.builder(dialect), environment, network));
    }
    return of(all, network);
  }

  /**
   * These providers and one more, such as a copy of one of them under another host ({@link
   * Provider#toBuilder}). Use it in place of this: closing it closes them all.
   *
   * @throws IllegalArgumentException if one has that name already
   */
  public Providers with(Provider more) {
    List<Provider> all = new ArrayList<>(byName.values());
    all.add(more);
    return of(all, network);
  }

  /**
   * Copies of these providers that {@linkplain ProviderBuilder#keepResponses keep the response}
   * with each query result. Use them in place of these, before the first query: they share no
   * connection.
   */
  public Providers keepingResponses() {
    return withSettings((name, builder) -> builder.keepResponses(true));
  }

  /**
   * Copies of these providers with other settings. Use them in place of these, before the first
   * query: they share no connection.
   *
   * @param change gets the name of each provider, and a builder with its settings
   */
  public Providers withSettings(BiConsumer<String, ProviderBuilder> change) {
    List<Provider> copies = new ArrayList<>();
    for (Provider provider : byName.values()) {
      ProviderBuilder builder = provider.toBuilder();
      change.accept(provider.name(), builder);
      copies.add(builder.build());
    }
    return of(copies, network);
  }

  /**
   * These providers, with one more listener for their queries; see {@link Provider#withTelemetry}.
   * Closing either closes both.
   */
  public Providers withTelemetry(TelemetryListener listener) {
    List<Provider> heard = new ArrayList<>();
    for (Provider provider : byName.values()) {
      heard.add(provider.withTelemetry(listener));
    }
    return of(heard, network);
  }

  /**
   * Copies of these providers that {@linkplain ProviderBuilder#trace show} each request and each
   * response. Use them in place of these, before the first query: they share no connection.
   */
  public Providers traced(QueryTrace trace) {
    return withSettings((name, builder) -> builder.trace(trace));
  }

  private static Provider fromEnvironment(
      ProviderBuilder builder, Map<String, String> environment, NetworkSettings network) {
    String name = builder.name;
    builder.key(new EnvironmentKey(environment, name)).network(network);
    String variable = EnvironmentVariables.baseUrl(name);
    String baseUrl = environment.get(variable);
    if (baseUrl == null || baseUrl.isBlank()) {
      return builder.build();
    }
    URI url = BaseUrl.of(baseUrl.strip());
    if (url == null) {
      throw new IllegalArgumentException(
          "expected " + BaseUrl.EXPECTED + " in " + variable + ", found " + BaseUrl.FOUND);
    }
    return builder.baseUrl(url).build();
  }

  /**
   * The network settings with which they were discovered; the defaults where the providers were
   * given. Downloads use them too, unless they get settings of their own.
   */
  public NetworkSettings network() {
    return network;
  }

  /** All of them, in the order of their names. */
  public Collection<Provider> all() {
    return byName.values();
  }

  /**
   * The provider that is registered under that name; its case counts.
   *
   * @throws UnknownProviderException if there is none
   */
  public Provider get(String name) {
    Provider provider = byName.get(name);
    if (provider == null) {
      throw new UnknownProviderException(name, byName.keySet());
    }
    return provider;
  }

  /**
   * Queries one task, once; see {@link Provider#query}.
   *
   * @throws UnknownProviderException if no provider has the name in the handle
   */
  public QueryResult query(TaskHandle handle) {
    return get(handle.provider()).query(handle.id());
  }

  /**
   * Queries one task, once; see {@link Provider#queryAsync}.
   *
   * @throws UnknownProviderException if no provider has the name in the handle
   */
  public CompletableFuture<QueryResult> queryAsync(TaskHandle handle) {
    return get(handle.provider()).queryAsync(handle.id());
  }

  /** Closes each of them, but no transport that was given to one. */
  @Override
  public void close() {
    for (Provider provider : byName.values()) {
      provider.close();
    }
  }
}
