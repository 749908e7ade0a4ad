package io.github.reelay.provider;

import io.github.reelay.contract.TaskId;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.drift.FindingListener;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.failure.ContentRules;
import io.github.reelay.failure.Failure;
import io.github.reelay.internal.Lazy;
import io.github.reelay.internal.url.Urls;
import io.github.reelay.transport.HttpRequest;
import io.github.reelay.transport.HttpTransport;
import io.github.reelay.transport.Transport;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
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
  private final @Nullable FindingListener findings;
  private final Duration deadline;
  private final ContentRules contentRules;
  private final Clock clock;
  private final @Nullable Executor executor;
  private final boolean ownsTransport;
  private final Lazy<Transport> transport;
  private final Lazy<QueryTemplate> line;
  private final ProviderBuilder settings;
  private volatile @Nullable Access lastAccess;

  /** What follows from a key; making it costs more than using it. */
  private record Access(String key, KeyRedactor mask, Map<String, String> headers) {}

  Provider(ProviderBuilder settings) {
    this.name = settings.name;
    this.baseUrl = settings.baseUrl;
    this.dialect = baseUrl == null ? settings.dialect : settings.dialect.at(baseUrl);
    this.key = settings.key != null ? settings.key : new EnvironmentKey(System.getenv(), name);
    this.findings = settings.findings;
    this.deadline = settings.deadline;
    this.contentRules = settings.contentRules;
    this.clock = settings.clock;
    this.executor = settings.executor;
    this.ownsTransport = settings.transport == null;
    this.transport = settings.lazyTransport();
    this.line = settings.lazyLine();
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

  /** The first part of the handles of its tasks. */
  public String name() {
    return name;
  }

  /** The dialect in which its responses are read. */
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
   * interrupted gets {@link io.github.reelay.failure.FailureKind#UNREACHABLE} at once and keeps its
   * interrupt.
   *
   * @throws IllegalArgumentException if the id cannot be queried: empty, {@code .}, {@code ..},
   *     longer than 512 characters, or with a control character
   * @throws MissingKeyException if there is no key, or no base URL
   */
  public QueryResult query(String id) {
    TaskId.check(id);
    Access access = access(ApiKeys.read(name, key));
    Transport running = transport.unlessClosed();
    if (running == null) {
      return unreachable(id, CLOSED);
    }
    HttpRequest request = line.get().request(id, access.headers, deadline);
    Function<RecordedResponse, Supplier<QueryResult>> reader = answer -> read(id, access, answer);
    Supplier<QueryResult> read;
    try {
      read =
          running instanceof HttpTransport ours
              ? ours.sendAndWait(request, reader)
              : wait(send(running, request, reader));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return unreachable(id, "the waiting thread was interrupted");
    } catch (ExecutionException failed) {
      return unreachable(id, UnreachableMessage.of(failed));
    }
    return read.get();
  }

  private static <T> T wait(CompletableFuture<T> future)
      throws ExecutionException, InterruptedException {
    try {
      return future.get();
    } catch (InterruptedException interrupted) {
      future.cancel(true);
      throw interrupted;
    }
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
    Access access = access(ApiKeys.read(name, key));
    Transport running = transport.unlessClosed();
    if (running == null) {
      return CompletableFuture.completedFuture(unreachable(id, CLOSED));
    }
    HttpRequest request = line.get().request(id, access.headers, deadline);
    CompletableFuture<Supplier<QueryResult>> read =
        send(running, request, answer -> read(id, access, answer));
    BiFunction<Supplier<QueryResult>, Throwable, QueryResult> ending =
        (done, failed) ->
            done == null ? unreachable(id, UnreachableMessage.of(failed)) : done.get();
    CompletableFuture<QueryResult> result =
        executor == null ? read.handle(ending) : read.handleAsync(ending, executor);
    result.whenComplete(
        (done, failed) -> {
          if (result.isCancelled()) {
            read.cancel(true);
          }
        });
    return result;
  }

  /**
   * A transport that throws, instead of giving a future that fails, is without a response too; and
   * one that is not ours may forget the deadline.
   */
  private <T> CompletableFuture<T> send(
      Transport running, HttpRequest request, Function<RecordedResponse, T> reader) {
    try {
      CompletableFuture<T> read = running.send(request, reader);
      return running instanceof HttpTransport
          ? read
          : read.orTimeout(TimeUnit.NANOSECONDS.convert(deadline), TimeUnit.NANOSECONDS);
    } catch (RuntimeException | Error thrown) {
      return CompletableFuture.failedFuture(thrown);
    }
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
  private Supplier<QueryResult> read(String id, Access access, RecordedResponse answer) {
    Instant now = clock.instant();
    RecordedResponse response = answer.withObservedAt(now);
    try {
      QueryResult result = access.mask.apply(interpret(id, response));
      return () -> report(result, now);
    } catch (RuntimeException thrown) {
      return () -> {
        throw thrown;
      };
    }
  }

  private QueryResult unreachable(String id, String diagnosis) {
    return new QueryResult.Failed(name, id, Failure.unreachable(diagnosis), List.of());
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
    return report(interpret(id, response), response.observedAt());
  }

  private QueryResult interpret(@Nullable String id, RecordedResponse response) {
    QueryResult result = dialect.read(name, id, response, contentRules);
    return settings.keepResponses ? result.withResponse(response) : result;
  }

  /** Hands the findings of a reading on; what they must not show is masked before. */
  private QueryResult report(QueryResult result, @Nullable Instant observedAt) {
    if (findings != null) {
      findings.found(name, result.findings(), observedAt);
    }
    return result;
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
