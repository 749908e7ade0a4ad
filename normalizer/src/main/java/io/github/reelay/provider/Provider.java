package io.github.reelay.provider;

import io.github.reelay.contract.TaskId;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.internal.Lazy;
import io.github.reelay.internal.telemetry.Telemetry;
import io.github.reelay.internal.url.Urls;
import io.github.reelay.telemetry.TelemetryListener;
import io.github.reelay.telemetry.TelemetryListener.QueryObserver;
import io.github.reelay.transport.HttpRequest;
import io.github.reelay.transport.HttpTransport;
import io.github.reelay.transport.Transport;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One provider: a dialect at a base URL, with an API key. Safe for use by many threads. Opens no
 * connection and starts no thread before the first query; reading a saved response needs neither.
 *
 * <pre>{@code
 * try (Provider toapis =
 *     Provider.builder(new ToapisDialect()).baseUrl(baseUrl).key(() -> key).build()) {
 *   return toapis.query("ok-1").taskOrThrow();
 * }
 * }</pre>
 */
public final class Provider implements AutoCloseable {
  private static final String CLOSED = "the provider is closed";

  private final String name;
  private final Dialect dialect;
  private final @Nullable URI baseUrl;
  private final Supplier<@Nullable String> key;
  private final ResponseReading reading;
  private final @Nullable Telemetry telemetry;
  private final Duration deadline;
  private final Clock clock;
  private final @Nullable Executor executor;
  private final boolean ownsTransport;
  private final Lazy<Transport> transport;
  private final Lazy<QueryTemplate> line;
  private final ProviderBuilder settings;
  private volatile @Nullable Access lastAccess;

  /** What follows from a key; making it costs more than using it. */
  private record Access(String key, KeyRedactor mask, Map<String, String> headers) {
    Map<String, String> headers(@Nullable QueryObserver observer) {
      return observer == null ? headers : ObservedQuery.headers(headers, observer.headers());
    }
  }

  Provider(ProviderBuilder settings) {
    this(settings, settings.lazyTransport(), settings.lazyLine());
  }

  private Provider(ProviderBuilder settings, Lazy<Transport> transport, Lazy<QueryTemplate> line) {
    this.name = settings.name;
    this.baseUrl = settings.baseUrl;
    this.dialect = baseUrl == null ? settings.dialect : settings.dialect.at(baseUrl);
    this.key = settings.key != null ? settings.key : new EnvironmentKey(System.getenv(), name);
    this.reading = new ResponseReading(settings, dialect);
    this.telemetry = settings.telemetry;
    this.deadline = settings.deadline;
    this.clock = settings.clock;
    this.executor = settings.executor;
    this.ownsTransport = settings.transport == null;
    this.transport = transport;
    this.line = line;
    this.settings = new ProviderBuilder(settings);
  }

  /** A builder for a provider that speaks that dialect; the dialect's own by default. */
  public static ProviderBuilder builder(Dialect dialect) {
    return new ProviderBuilder(dialect);
  }

  /**
   * A builder with the settings of this provider, for a copy of it, as in {@code
   * provider.toBuilder().name("toapis-eu").baseUrl(other).build()}. The copy reads the key where
   * this provider reads it unless it gets another; it shares a transport only if one was given.
   */
  public ProviderBuilder toBuilder() {
    return new ProviderBuilder(settings).key(key);
  }

  /**
   * This provider, with one more listener for its queries, next to those that it has. Both share
   * connections and key, and closing either closes both.
   */
  public Provider withTelemetry(TelemetryListener listener) {
    return new Provider(toBuilder().telemetry(listener), transport, line);
  }

  /** The first part of the handles of its tasks. */
  public String name() {
    return name;
  }

  /** The dialect in which its responses are read, as it is spoken at {@link #baseUrl}. */
  public Dialect dialect() {
    return dialect;
  }

  /** Where it responds; null if neither its contract nor the caller has said so. */
  public @Nullable URI baseUrl() {
    return baseUrl;
  }

  /** The time for one query, from DNS to the last byte of the body. */
  public Duration deadline() {
    return deadline;
  }

  /**
   * Queries one task, once, and waits for the response at most until the deadline. A thread that is
   * interrupted gets {@link io.github.reelay.failure.FailureKind#UNREACHABLE} immediately and keeps
   * its interrupt.
   *
   * @throws IllegalArgumentException if the id cannot be queried: empty, {@code .}, {@code ..},
   *     longer than 512 characters, or with a control character
   * @throws MissingKeyException if there is no key, or no base URL
   */
  public QueryResult query(String id) {
    TaskId.check(id);
    QueryObserver observer = telemetry == null ? null : telemetry.queryStarted(name);
    return observer == null
        ? send(id, null)
        : ObservedQuery.result(observer, () -> send(id, observer));
  }

  private QueryResult send(String id, @Nullable QueryObserver observer) {
    Access access = access(ApiKeys.read(name, key));
    Transport running = transport.unlessClosed();
    if (running == null) {
      return reading.unreachable(id, CLOSED);
    }
    HttpRequest request = line.get().request(id, access.headers(observer), deadline);
    Function<RecordedResponse, Supplier<QueryResult>> reader =
        received -> read(id, access, received);
    Supplier<QueryResult> read;
    try {
      read =
          running instanceof HttpTransport ours
              ? ours.sendAndWait(request, reader)
              : ForeignTransport.wait(ForeignTransport.send(running, request, reader));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return reading.unreachable(id, "the waiting thread was interrupted");
    } catch (ExecutionException failed) {
      return reading.unreachable(id, UnreachableMessage.of(failed));
    }
    return read.get();
  }

  /**
   * Queries one task, once. The future never fails but by misuse of the transport; cancelling it
   * aborts the request. What is chained to it runs on the provider's executor if it has one, else
   * on a thread of the transport, and must not block there.
   *
   * @throws IllegalArgumentException as {@link #query}
   * @throws MissingKeyException if there is no key, or no base URL
   */
  public CompletableFuture<QueryResult> queryAsync(String id) {
    TaskId.check(id);
    QueryObserver observer = telemetry == null ? null : telemetry.queryStarted(name);
    return observer == null
        ? sendAsync(id, null)
        : ObservedQuery.begun(observer, () -> sendAsync(id, observer));
  }

  private CompletableFuture<QueryResult> sendAsync(String id, @Nullable QueryObserver observer) {
    Access access = access(ApiKeys.read(name, key));
    Transport running = transport.unlessClosed();
    if (running == null) {
      QueryResult none = reading.unreachable(id, CLOSED);
      ObservedQuery.over(observer, none);
      return CompletableFuture.completedFuture(none);
    }
    HttpRequest request = line.get().request(id, access.headers(observer), deadline);
    CompletableFuture<Supplier<QueryResult>> read =
        ForeignTransport.send(running, request, received -> read(id, access, received));
    BiFunction<Supplier<QueryResult>, Throwable, QueryResult> plain =
        (done, failed) ->
            done == null ? reading.unreachable(id, UnreachableMessage.of(failed)) : done.get();
    var ending = observer == null ? plain : ObservedQuery.ending(observer, plain);
    CompletableFuture<QueryResult> result =
        executor == null ? read.handle(ending) : read.handleAsync(ending, executor);
    result.whenComplete(
        (done, failed) -> {
          if (result.isCancelled()) {
            read.cancel(true);
            ObservedQuery.cancelled(observer, failed);
          }
        });
    return result;
  }

  private Access access(String now) {
    Access last = lastAccess;
    if (last == null || !last.key.equals(now)) {
      last = new Access(now, new KeyRedactor(now), line.get().headers(now));
      lastAccess = last;
    }
    return last;
  }

  /**
   * Reads the response where it arrives; what is left to do holds no body, and calls the listener
   * or throws what the dialect threw.
   */
  private Supplier<QueryResult> read(String id, Access access, RecordedResponse received) {
    Instant now = clock.instant();
    RecordedResponse response = received.withObservedAt(now);
    try {
      QueryResult result = access.mask.apply(reading.interpret(id, response));
      return () -> reading.report(result, now);
    } catch (RuntimeException thrown) {
      return () -> {
        throw thrown;
      };
    }
  }

  /**
   * Reads a saved response. Total but for misuse.
   *
   * @param id the id of the query; null if that was not saved
   * @throws IllegalArgumentException if the id is empty
   */
  public QueryResult read(@Nullable String id, RecordedResponse response) {
    if (id != null && id.isEmpty()) {
      throw new IllegalArgumentException(
          "expected a task id that is not empty, or none, found an empty one");
    }
    return reading.report(reading.interpret(id, response), response.observedAt());
  }

  /**
   * The {@code Authorization} header of a query, for a file at the provider's own address. The key
   * is read now and kept nowhere.
   *
   * @param url where the file is
   * @return null unless the URL {@linkplain #hasOriginOf has the provider's origin}
   * @throws MissingKeyException if there is no key
   */
  public @Nullable String authorizationFor(URI url) {
    return hasOriginOf(url) ? "Bearer " + ApiKeys.read(name, key) : null;
  }

  /**
   * Whether a URL has exactly the scheme, the host (ignoring case) and the port of the {@link
   * #baseUrl}, and no user information. A port that is not written is that of the scheme.
   */
  public boolean hasOriginOf(URI url) {
    WebOrigin own = baseUrl == null ? null : WebOrigin.of(baseUrl);
    return own != null && own.equals(WebOrigin.of(url));
  }

  /** Ends queries in flight; releases threads and connections, unless the transport was given. */
  @Override
  public void close() {
    Transport last = ownsTransport ? transport.close() : null;
    if (last != null) {
      last.close();
    }
  }

  /** Names the provider; the key stays out. */
  @Override
  public String toString() {
    return "Provider[" + name + ", dialect=" + dialect + ", host=" + host() + "]";
  }

  private String host() {
    return baseUrl == null ? "none" : Urls.host(baseUrl);
  }
}
