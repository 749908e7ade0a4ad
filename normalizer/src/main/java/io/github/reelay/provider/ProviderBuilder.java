package io.github.reelay.provider;

import io.github.reelay.dialect.ClientBinding;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.drift.FindingListener;
import io.github.reelay.failure.ContentRules;
import io.github.reelay.internal.Bounds;
import io.github.reelay.internal.Lazy;
import io.github.reelay.internal.address.BaseUrl;
import io.github.reelay.internal.telemetry.Telemetry;
import io.github.reelay.network.NetworkSettings;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.telemetry.TelemetryListener;
import io.github.reelay.transport.HttpTransport;
import io.github.reelay.transport.Transport;
import io.github.reelay.transport.TransportLimits;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link Provider}; all have a default. */
public final class ProviderBuilder {
  final Dialect dialect;
  String name;
  @Nullable URI baseUrl;
  @Nullable PathTemplate path;
  @Nullable Supplier<@Nullable String> key;
  Duration deadline = Duration.ofSeconds(30);
  Clock clock = Clock.systemUTC();
  @Nullable Executor executor;
  @Nullable Transport transport;
  @Nullable FindingListener findings;

  /** The caller's own; null for the default ones. */
  @Nullable ContentRules contentRules;

  /** What makes the transport that is not given; null for the default one. */
  @Nullable Supplier<Transport> ownTransport;

  boolean keepResponses;
  @Nullable Telemetry telemetry;
  private @Nullable QueryTrace trace;
  private @Nullable NetworkSettings network;

  ProviderBuilder(Dialect dialect) {
    this.dialect = dialect;
    this.name = dialect.profile().name();
    this.baseUrl = dialect.profile().baseUrl();
  }

  /** A copy; it names every setting. */
  ProviderBuilder(ProviderBuilder other) {
    this.dialect = other.dialect;
    this.name = other.name;
    this.baseUrl = other.baseUrl;
    this.path = other.path;
    this.key = other.key;
    this.deadline = other.deadline;
    this.clock = other.clock;
    this.executor = other.executor;
    this.transport = other.transport;
    this.contentRules = other.contentRules;
    this.findings = other.findings;
    this.ownTransport = other.ownTransport;
    this.keepResponses = other.keepResponses;
    this.telemetry = other.telemetry;
    this.trace = other.trace;
    this.network = other.network;
  }

  /**
   * The name of the provider, where it is another than the dialect's.
   *
   * @throws IllegalArgumentException if it is not fit for a {@link TaskHandle}
   */
  public ProviderBuilder name(String value) {
    name = TaskHandle.checkProviderName(value);
    return this;
  }

  /**
   * The address of its API; a slash at the end is dropped, and the scheme is taken in lower case.
   * The host may have an underscore. Characters that RFC 3986 forbids are percent-encoded in UTF-8;
   * a host that is not ASCII becomes its name in the DNS.
   *
   * @throws IllegalArgumentException unless it is absolute, http or https, with a host, with no
   *     port or one from 1 to 65535, and without user information, query and fragment
   */
  public ProviderBuilder baseUrl(URI value) {
    return baseUrl(value.toString());
  }

  /**
   * The same address as text, which may have characters that a {@link URI} refuses, such as a blank
   * in its path. Blanks around it are dropped.
   *
   * @throws IllegalArgumentException as {@link #baseUrl(URI)}; the message does not repeat the text
   */
  public ProviderBuilder baseUrl(String value) {
    URI url = BaseUrl.of(value.strip());
    if (url == null) {
      throw new IllegalArgumentException(
          "expected " + BaseUrl.EXPECTED + ", found " + BaseUrl.FOUND);
    }
    baseUrl = url;
    return this;
  }

  /**
   * The path of a query, where the provider has moved it; by default it is the one that the
   * generated client declares. {@code {id}} stands for the task's id, in the path or in the query,
   * as in {@code /v1/video/query?id={id}}.
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
    Bounds.positive(value, "deadline");
    deadline = value;
    return this;
  }

  /** The clock for the time at which a response came; the system's clock by default. */
  public ProviderBuilder clock(Clock value) {
    clock = Objects.requireNonNull(value, "clock");
    return this;
  }

  /**
   * What runs the findings listener for asynchronous responses and what is chained to their
   * futures; by default the thread of the transport that read the response, which nothing there may
   * block.
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
   * How its own transport reaches the network: a proxy, a context for TLS, a resolver. By default
   * none of them is set. A transport that is given has settings of its own.
   */
  public ProviderBuilder network(NetworkSettings value) {
    if (Objects.requireNonNull(value, "network") == NetworkSettings.defaults()) {
      network = null;
      ownTransport = null; // the default one, without a reference to a method
    } else {
      network = value;
      ownTransport = () -> HttpTransport.create(TransportLimits.defaults(), value);
    }
    return this;
  }

  /**
   * The listener for differences of each response from the contract, live or {@linkplain
   * Provider#read saved}; none by default. {@link io.github.reelay.drift.DriftCounter} is one that
   * counts.
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

  /**
   * Whether each {@link io.github.reelay.exchange.QueryResult} carries the response that was read,
   * of a task as well as of a failure; false by default, because a body takes memory. The key is
   * redacted in headers and body.
   */
  public ProviderBuilder keepResponses(boolean value) {
    keepResponses = value;
    return this;
  }

  /**
   * Adds a listener for each query, for metrics and traces; can be called more than once. A
   * listener that is set on a watcher or a downloader as well is called once for each of their
   * queries.
   */
  public ProviderBuilder telemetry(TelemetryListener value) {
    telemetry = Telemetry.of(telemetry, Objects.requireNonNull(value, "telemetry"));
    return this;
  }

  /** What sees each request and each response; nothing by default. */
  public ProviderBuilder trace(QueryTrace value) {
    trace = Objects.requireNonNull(value, "trace");
    return this;
  }

  /** The transport that is given, else one of its own. */
  Lazy<Transport> lazyTransport() {
    Transport given = transport;
    Supplier<Transport> own = ownTransport;
    QueryTrace shown = trace;
    return new Lazy<>("provider") {
      @Override
      protected Transport make() {
        Transport used = given;
        if (used == null) {
          used = own != null ? own.get() : HttpTransport.create();
        }
        return shown == null ? used : new TracingTransport(used, shown);
      }
    };
  }

  /** What the generated client declares, at this base URL and path. */
  Lazy<QueryTemplate> lazyLine() {
    Dialect spoken = dialect;
    String provider = name;
    URI address = baseUrl;
    PathTemplate moved = path;
    return new Lazy<>("provider") {
      @Override
      protected QueryTemplate make() {
        if (address == null) {
          throw MissingKeyException.noBaseUrl(provider);
        }
        ClientBinding<?> binding = spoken.binding();
        boolean ofProfile = moved == null && binding.isOfPath();
        PathTemplate path = ofProfile ? new PathTemplate(spoken.profile().path()) : moved;
        return QueryTemplate.of(binding, address, path);
      }
    };
  }

  /**
   * The provider. Opens nothing.
   *
   * @throws IllegalStateException if both a transport and network settings were given
   */
  public Provider build() {
    if (transport != null && network != null) {
      throw new IllegalStateException(
          "expected a transport or network settings, found both; give the settings to the"
              + " transport, as in HttpTransport.create(limits, network)");
    }
    return new Provider(this);
  }
}
