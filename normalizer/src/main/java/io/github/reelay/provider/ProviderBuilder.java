package io.github.reelay.provider;

import io.github.reelay.contract.PrintableText;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.drift.FindingListener;
import io.github.reelay.failure.ContentRules;
import io.github.reelay.rule.Urls;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.transport.HttpTransport;
import io.github.reelay.transport.Transport;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link Provider}; all have a default. */
public final class ProviderBuilder {
  final Dialect dialect;
  String name;
  URI baseUrl;
  @Nullable PathTemplate path;
  @Nullable Supplier<@Nullable String> key;
  Duration deadline = Duration.ofSeconds(30);
  Clock clock = Clock.systemUTC();
  @Nullable Executor executor;
  @Nullable Transport transport;
  ContentRules contentRules = ContentRules.defaults();
  FindingListener findings = (provider, none, observedAt) -> {};

  /** What makes the transport that is not given. */
  Supplier<Transport> ownTransport = HttpTransport::create;

  ProviderBuilder(Dialect dialect) {
    this.dialect = dialect;
    this.name = dialect.profile().name();
    this.baseUrl = dialect.profile().baseUrl();
  }

  /**
   * The name of the relay, where it is another than the dialect's.
   *
   * @throws IllegalArgumentException if it is not fit for a {@link TaskHandle}
   */
  public ProviderBuilder name(String value) {
    if (!TaskHandle.isProviderName(value)) {
      throw new IllegalArgumentException(
          "expected a provider name of lower-case letters, digits, dots, hyphens and underscores,"
              + " found '"
              + PrintableText.of(value)
              + "'");
    }
    name = value;
    return this;
  }

  /**
   * Where the relay answers; a slash at the end is dropped, and the scheme is taken in lower case.
   * The host may have an underscore. Characters that RFC 3986 forbids are encoded as {@link
   * Urls#percentEncoded} says.
   *
   * @throws IllegalArgumentException unless it is absolute, http or https, with a host, with no
   *     port or one from 1 to 65535, and without user information, query and fragment
   */
  public ProviderBuilder baseUrl(URI value) {
    if (!Urls.hasPossiblePort(value)) {
      throw new IllegalArgumentException(
          "expected a base URL with a port from 1 to 65535, found another; leave the port out if"
              + " the relay answers at the usual one");
    }
    URI url = Urls.usable(value.toString());
    if (url == null
        || Urls.hasUser(url)
        || url.getRawQuery() != null
        || url.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "expected a base URL such as https://relay.example, found one that is not http or https,"
              + " has no host, or has user information, a query or a fragment");
    }
    String scheme = url.getScheme();
    String rest = url.toString().substring(scheme.length()).replaceFirst("/$", "");
    baseUrl = URI.create(scheme.toLowerCase(Locale.ROOT) + rest); // Feign knows no other case
    return this;
  }

  /**
   * The path of a query, where the relay has moved it; by default it is the one that the generated
   * client declares. {@code {id}} stands for the task's id, in the path or in the query, as in
   * {@code /v1/video/query?id={id}}.
   *
   * @throws IllegalArgumentException if it does not begin with a slash or does not hold {@code
   *     {id}} exactly once
   */
  public ProviderBuilder path(String value) {
    path = new PathTemplate(value);
    return this;
  }

  /**
   * Where the key comes from; read once for each query, so that it can be changed meanwhile. By
   * default the environment variable {@code REELAY_<NAME>_API_KEY}.
   */
  public ProviderBuilder key(Supplier<@Nullable String> value) {
    key = Objects.requireNonNull(value, "key");
    return this;
  }

  /**
   * The time for one query, from DNS to the last byte of the body; 30 seconds by default.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public ProviderBuilder deadline(Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException("expected a positive deadline, found " + value);
    }
    deadline = value;
    return this;
  }

  /** What tells when an answer came; the system's clock by default. */
  public ProviderBuilder clock(Clock value) {
    clock = Objects.requireNonNull(value, "clock");
    return this;
  }

  /**
   * What runs the findings listener for asynchronous answers and what is chained to their futures;
   * by default the thread of the transport that read the answer, which nothing there may block.
   */
  public ProviderBuilder executor(Executor value) {
    executor = Objects.requireNonNull(value, "executor");
    return this;
  }

  /**
   * A transport to share or of your own; the caller closes it. By default one is made and closed.
   */
  public ProviderBuilder transport(Transport value) {
    transport = Objects.requireNonNull(value, "transport");
    return this;
  }

  /**
   * Who is told where each answer differs from the contract, live or {@linkplain Provider#read
   * saved}; nobody by default. See {@link io.github.reelay.drift.DriftCounter} for one who counts.
   */
  public ProviderBuilder findings(FindingListener value) {
    findings = new SafeFindingListener(Objects.requireNonNull(value, "findings"));
    return this;
  }

  /**
   * Which codes and phrases say that content was refused; {@link ContentRules#defaults} by default.
   * Extend those, as in {@code ContentRules.defaults().withPhrases("face swap")}.
   */
  public ProviderBuilder contentRules(ContentRules value) {
    contentRules = Objects.requireNonNull(value, "contentRules");
    return this;
  }

  /** The provider. Opens nothing. */
  public Provider build() {
    return new Provider(this);
  }
}
