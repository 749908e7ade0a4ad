package io.github.reelay;

import io.github.reelay.download.DownloaderBuilder;
import io.github.reelay.internal.Bounds;
import io.github.reelay.internal.client.ProviderSource;
import io.github.reelay.internal.client.VideoRequests;
import io.github.reelay.internal.telemetry.Telemetry;
import io.github.reelay.network.NetworkSettings;
import io.github.reelay.policy.PollingRules;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.store.HandleStore;
import io.github.reelay.telemetry.TelemetryListener;
import io.github.reelay.time.Scheduler;
import io.github.reelay.watch.TaskListener;
import java.io.Closeable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link Reelay}; all have a default. Not safe for use by many threads. */
public final class ReelayBuilder {
  private final List<TaskListener> listeners = new ArrayList<>();
  private final ProviderSource source = new ProviderSource();
  private final VideoRequests requests = new VideoRequests();
  private boolean providersAreShared;
  private @Nullable Scheduler scheduler;
  private @Nullable Telemetry telemetry;
  private HandleStore store = HandleStore.none();
  private UnaryOperator<PollingRules> rules = UnaryOperator.identity();
  private Duration closeTimeout = Duration.ofSeconds(30);

  ReelayBuilder() {}

  /**
   * The environment in place of that of the process: keys, base URLs and the proxy; see {@link
   * Providers#discover(Map)}.
   */
  public ReelayBuilder environment(Map<String, String> value) {
    source.environment(value);
    return this;
  }

  /**
   * How queries and downloads reach the network, in place of the proxy of the environment; see
   * {@link Providers#discover(Map, NetworkSettings)}.
   */
  public ReelayBuilder network(NetworkSettings value) {
    source.network(value);
    return this;
  }

  /**
   * Providers in place of those of the environment, such as one under another host. They are closed
   * with the {@link Reelay}. Their clocks are their own: with a scheduler whose time is virtual
   * they need its clock.
   */
  public ReelayBuilder providers(Providers value) {
    source.providers(value);
    providersAreShared = false;
    return this;
  }

  /** As {@link #providers}, but the caller closes them, after the {@link Reelay}. */
  public ReelayBuilder sharedProviders(Providers value) {
    providers(value);
    providersAreShared = true;
    return this;
  }

  /**
   * The scheduler of all waits; the caller closes it. By default one of its own with a daemon
   * thread.
   */
  public ReelayBuilder scheduler(Scheduler value) {
    scheduler = Objects.requireNonNull(value, "scheduler");
    return this;
  }

  /**
   * Remembers the tasks that {@link Reelay#await}, {@link Reelay#watch} and {@link Reelay#download}
   * wait for, beyond the end of the program, for {@link Reelay#resume}; nothing does by default. It
   * is closed with the {@link Reelay}. {@link Reelay#collect} has a store of its own.
   */
  public ReelayBuilder store(HandleStore value) {
    store = Objects.requireNonNull(value, "store");
    return this;
  }

  /**
   * Changes the rules by which the tasks of each provider are queried: intervals, time limits,
   * retry limits and rates. The rules of the provider by default.
   */
  public ReelayBuilder rules(UnaryOperator<PollingRules> change) {
    rules = Objects.requireNonNull(change, "change");
    return this;
  }

  /**
   * Changes how videos are downloaded, as in {@code downloads -> downloads.userAgent("Example/1")}:
   * number at the same time, time limits, headers, private addresses, who hears of progress. The
   * scheduler is that of the {@link Reelay}. Called for each downloader: one of its own, and one
   * for each {@link Reelay#collect}.
   */
  public ReelayBuilder downloads(Consumer<DownloaderBuilder> change) {
    requests.changes(change);
    return this;
  }

  /**
   * The {@code User-Agent} of requests for videos; see {@link DownloaderBuilder#userAgent}.
   *
   * @throws IllegalArgumentException if it is empty or no header value
   */
  public ReelayBuilder userAgent(String value) {
    requests.userAgent(value);
    return this;
  }

  /**
   * A header of requests for videos, such as a secret of the video host; see {@link
   * DownloaderBuilder#header}.
   *
   * @throws IllegalArgumentException if it is no valid header, or one that downloads set themselves
   */
  public ReelayBuilder downloadHeader(String name, String value) {
    requests.header(name, value);
    return this;
  }

  /** Whether video hosts may have private addresses; false by default. */
  public ReelayBuilder allowPrivateAddresses(boolean value) {
    requests.add(builder -> builder.allowPrivateAddresses(value));
    return this;
  }

  /** Whether a video that is there is downloaded again and replaced; false by default. */
  public ReelayBuilder replaceVideos(boolean value) {
    requests.add(builder -> builder.replace(value));
    return this;
  }

  /**
   * Gets the events of every task, those of a {@link Reelay#collect} included; can be called more
   * than once.
   */
  public ReelayBuilder listener(TaskListener value) {
    listeners.add(Objects.requireNonNull(value, "listener"));
    return this;
  }

  /**
   * Hears of queries, tasks, downloads and writes to the store, for metrics and traces; can be
   * called more than once.
   */
  public ReelayBuilder telemetry(TelemetryListener value) {
    telemetry = Telemetry.of(telemetry, Objects.requireNonNull(value, "telemetry"));
    return this;
  }

  /**
   * How long {@link Reelay#close} waits for downloads that are under way, in real time; 30 seconds
   * by default, zero for not at all.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public ReelayBuilder closeTimeout(Duration value) {
    Bounds.notNegative(value, "closeTimeout");
    closeTimeout = value;
    return this;
  }

  /**
   * The client. Opens nothing and sends no query.
   *
   * @throws IllegalArgumentException if a base URL or a proxy in the environment cannot be used
   * @throws IllegalStateException if providers were given together with an environment or network
   *     settings, which only those that are discovered use
   */
  public Reelay build() {
    Scheduler time = scheduler != null ? scheduler : Scheduler.ofSystem();
    ReelayContext context =
        new ReelayContext(
            source.open(dialect -> Provider.builder(dialect).clock(time.clock())),
            time,
            rules,
            requests.all(),
            List.copyOf(listeners),
            telemetry,
            new RateShares(),
            closeTimeout);
    return new Reelay(context, store, whenClosed(context, providersAreShared, scheduler == null));
  }

  /** Closes what the client made itself; to be run when all that uses it is closed. */
  private static Closeable whenClosed(
      ReelayContext context, boolean providersAreShared, boolean ownsScheduler) {
    return () -> {
      if (!providersAreShared) {
        context.providers().close();
      }
      if (ownsScheduler) {
        context.scheduler().close();
      }
    };
  }
}
