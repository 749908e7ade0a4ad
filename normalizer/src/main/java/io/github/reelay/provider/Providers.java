package io.github.reelay.provider;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.network.NetworkSettings;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.telemetry.TelemetryListener;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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
  /** No reference to a method: the first that a program links is slow. */
  private static final Function<Dialect, ProviderBuilder> BUILDER =
      new Function<>() {
        @Override
        public ProviderBuilder apply(Dialect dialect) {
          return Provider.builder(dialect);
        }
      };

  private final ProvidersByName byName;
  private final NetworkSettings network;

  private Providers(Iterator<Provider> providers, NetworkSettings network) {
    this.byName = new ProvidersByName(providers);
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
    Providers all = new Providers(List.copyOf(providers).iterator(), network);
    all.byName.all();
    return all;
  }

  /**
   * One for each {@linkplain Dialect#installed dialect on the class path}, with key and base URL
   * from the environment: {@code REELAY_<NAME>_API_KEY}, {@code REELAY_<NAME>_BASE_URL}. They are
   * queried through the proxy of the environment, if it names one: {@link
   * NetworkSettings#ofEnvironment}.
   *
   * <p>The class path is searched when a provider is needed that has no class in this module, and
   * only until it is found, because the search takes longer than reading a response. So two
   * dialects of one name are not refused here, but by what needs all providers, such as {@link
   * #all}.
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
    return discover(environment, network, BUILDER);
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
    Iterator<Dialect> dialects = new OwnDialectsFirst();
    return new Providers(
        new EnvironmentProviders(environment, network, dialects, builder), network);
  }

  /**
   * As {@link #discover(Map, NetworkSettings)}, with one more provider for each of those dialects,
   * such as {@link Dialect#load} gives: their keys and base URLs too are those of the environment.
   * The whole class path is searched at once.
   *
   * @param more may be empty
   * @throws IllegalArgumentException if two providers have the same name, or a base URL in the
   *     environment is malformed
   */
  public static Providers discover(
      Map<String, String> environment, NetworkSettings network, Collection<Dialect> more) {
    List<Provider> all = new ArrayList<>(discover(environment, network).all());
    new EnvironmentProviders(environment, network, more.iterator(), BUILDER)
        .forEachRemaining(all::add);
    return of(all, network);
  }

  /**
   * These providers and one more, such as a copy of one of them under another host ({@link
   * Provider#toBuilder}). Use it in place of this: closing it closes them all.
   *
   * @throws IllegalArgumentException if one has that name already
   */
  public Providers with(Provider more) {
    List<Provider> all = new ArrayList<>(all());
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
    for (Provider provider : all()) {
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
    for (Provider provider : all()) {
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

  /**
   * The network settings with which they were discovered; the defaults where the providers were
   * given. Downloads use them too, unless they get settings of their own.
   */
  public NetworkSettings network() {
    return network;
  }

  /**
   * All of them, in the order of their names.
   *
   * @throws IllegalArgumentException if two on the class path have the same name
   */
  public Collection<Provider> all() {
    return byName.all().values();
  }

  /**
   * The provider that is registered under that name; its case counts.
   *
   * @throws UnknownProviderException if there is none
   */
  public Provider get(String name) {
    Provider provider = byName.find(name);
    if (provider == null) {
      throw new UnknownProviderException(name, byName.all().keySet());
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
    byName.close();
  }
}
