package io.github.reelay.provider;

import io.github.reelay.contract.TaskIdExpander;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.drift.FindingListener;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.failure.ContentRules;
import io.github.reelay.rule.Urls;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One relay: a dialect, spoken at an address, with a key. Safe for use by many threads. Opens
 * nothing and starts nothing until the first query; reading a saved answer never does.
 */
public final class Provider implements AutoCloseable {
  private final String name;
  private final Dialect dialect;
  private final URI baseUrl;
  private final Supplier<@Nullable String> key;
  private final FindingListener findings;
  private final Duration deadline;
  private final ContentRules contentRules;
  private final QueryClient client;

  Provider(ProviderBuilder settings) {
    this.name = settings.name;
    this.dialect = settings.dialect;
    this.baseUrl = settings.baseUrl;
    this.key = settings.key != null ? settings.key : ApiKeys.ofEnvironment(name);
    this.findings = settings.findings;
    this.deadline = settings.deadline;
    this.contentRules = settings.contentRules;
    this.client = new QueryClient(settings);
  }

  /**
   * A builder for a relay that speaks that dialect; by default it is the dialect's own provider.
   */
  public static ProviderBuilder builder(Dialect dialect) {
    return new ProviderBuilder(dialect);
  }

  /** The name under which it is registered. */
  public String name() {
    return name;
  }

  /** What it speaks. */
  public Dialect dialect() {
    return dialect;
  }

  /** Where it answers. */
  public URI baseUrl() {
    return baseUrl;
  }

  /** The time for one query, from DNS to the last byte of the body. */
  public Duration deadline() {
    return deadline;
  }

  /**
   * Asks for one task, once, and waits for the answer at most until the deadline. A thread that is
   * interrupted gets {@link io.github.reelay.failure.FailureKind#UNREACHABLE} at once and keeps its
   * interrupt.
   *
   * @throws IllegalArgumentException if the id cannot be asked for: empty, {@code .}, {@code ..},
   *     longer than 512 characters, or with a control character
   * @throws MissingKeyException if there is no key
   */
  public QueryResult query(String id) {
    return client.query(this, TaskIdExpander.check(id), ApiKeys.read(name, key));
  }

  /**
   * Asks for one task, once. The future never fails but by misuse of the transport; cancelling it
   * aborts the request. What is chained to it runs on the provider's executor if it has one, else
   * on a thread of the transport, and must not block there.
   *
   * @throws IllegalArgumentException as {@link #query}
   * @throws MissingKeyException if there is no key
   */
  public CompletableFuture<QueryResult> queryAsync(String id) {
    return client.queryAsync(this, TaskIdExpander.check(id), ApiKeys.read(name, key));
  }

  /**
   * Reads a saved answer. Total but for misuse.
   *
   * @param id the id that was asked for; null if that was not saved
   * @throws IllegalArgumentException if the id is empty
   */
  public QueryResult read(@Nullable String id, RecordedResponse response) {
    if (id != null && id.isEmpty()) {
      throw new IllegalArgumentException(
          "expected a task id that is not empty, or none, found an empty one");
    }
    return report(map(id, response), response.observedAt());
  }

  /** Reads an answer, and tells nobody. */
  QueryResult map(@Nullable String id, RecordedResponse response) {
    return dialect.read(name, id, response, contentRules);
  }

  /** Hands the findings of a reading on; what they must not show is masked before. */
  QueryResult report(QueryResult result, @Nullable Instant observedAt) {
    findings.found(name, result.findings(), observedAt);
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
    WebOrigin own = WebOrigin.of(baseUrl);
    return own != null && own.equals(WebOrigin.of(url));
  }

  /**
   * Ends queries in flight and releases threads and connections, unless the transport was given.
   */
  @Override
  public void close() {
    client.close();
  }

  /** Names the relay; the key stays out. */
  @Override
  public String toString() {
    return "Provider[" + name + ", dialect=" + dialect + ", host=" + Urls.host(baseUrl) + "]";
  }
}
