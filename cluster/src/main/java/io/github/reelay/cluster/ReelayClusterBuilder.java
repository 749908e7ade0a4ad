package io.github.reelay.cluster;

import io.github.reelay.download.Downloader;
import io.github.reelay.download.DownloaderBuilder;
import io.github.reelay.internal.client.ProviderSource;
import io.github.reelay.internal.client.VideoRequests;
import io.github.reelay.network.NetworkSettings;
import io.github.reelay.policy.PollingRules;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.telemetry.TelemetryListener;
import io.github.reelay.watch.TaskListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link ReelayCluster}; all have a default. Not safe for use by many threads. */
public final class ReelayClusterBuilder {
  private final ProviderSource source = new ProviderSource();
  private final VideoRequests requests = new VideoRequests();
  private @Nullable Path directory;
  private Consumer<ClusterWatcherBuilder> settings = builder -> {};

  ReelayClusterBuilder() {}

  /**
   * The environment in place of that of the process: keys, base URLs and the proxy; see {@link
   * Providers#discover(Map)}.
   */
  public ReelayClusterBuilder environment(Map<String, String> value) {
    source.environment(value);
    return this;
  }

  /** How queries and downloads reach the network, in place of the proxy of the environment. */
  public ReelayClusterBuilder network(NetworkSettings value) {
    source.network(value);
    return this;
  }

  /** Providers in place of those of the environment; closed with the {@link ReelayCluster}. */
  public ReelayClusterBuilder providers(Providers value) {
    source.providers(value);
    return this;
  }

  /** The database, which the caller closes; see {@link ClusterWatcherBuilder#database}. */
  public ReelayClusterBuilder database(DataSource value) {
    return cluster(builder -> builder.database(value));
  }

  /** The database by its URL; see {@link ClusterWatcherBuilder#database(String)}. */
  public ReelayClusterBuilder database(String url) {
    return cluster(builder -> builder.database(url));
  }

  /** The database as a file of H2; see {@link ClusterWatcherBuilder#file}. */
  public ReelayClusterBuilder file(Path value) {
    return cluster(builder -> builder.file(value));
  }

  /** Whether tables that are missing are made; see {@link ClusterWatcherBuilder#createSchema}. */
  public ReelayClusterBuilder createSchema(boolean value) {
    return cluster(builder -> builder.createSchema(value));
  }

  /**
   * Saves the video of each task that succeeds there, whichever replica has watched it; made if it
   * is missing. By default no video is saved.
   */
  public ReelayClusterBuilder directory(Path value) {
    directory = Objects.requireNonNull(value, "directory");
    return this;
  }

  /** Changes how videos are downloaded, as in {@code downloads -> downloads.userAgent("A/1")}. */
  public ReelayClusterBuilder downloads(Consumer<DownloaderBuilder> change) {
    requests.changes(change);
    return this;
  }

  /**
   * The {@code User-Agent} of requests for videos; see {@link DownloaderBuilder#userAgent}.
   *
   * @throws IllegalArgumentException if it is empty or no header value
   */
  public ReelayClusterBuilder userAgent(String value) {
    requests.userAgent(value);
    return this;
  }

  /**
   * A header of requests for videos, such as a secret of the video host; see {@link
   * DownloaderBuilder#header}.
   *
   * @throws IllegalArgumentException if it is no valid header, or one that downloads set themselves
   */
  public ReelayClusterBuilder downloadHeader(String name, String value) {
    requests.header(name, value);
    return this;
  }

  /** Whether video hosts may have private addresses; false by default. */
  public ReelayClusterBuilder allowPrivateAddresses(boolean value) {
    requests.add(builder -> builder.allowPrivateAddresses(value));
    return this;
  }

  /** The rules of every provider; see {@link ClusterWatcherBuilder#rules(UnaryOperator)}. */
  public ReelayClusterBuilder rules(UnaryOperator<PollingRules> change) {
    return cluster(builder -> builder.rules(change));
  }

  /** Gets the events of the tasks that this replica watches; can be called more than once. */
  public ReelayClusterBuilder listener(TaskListener value) {
    return cluster(builder -> builder.taskListener(value));
  }

  /**
   * Hears of queries, of the tasks that this replica watches, and of its downloads, for metrics and
   * traces; can be called more than once.
   */
  public ReelayClusterBuilder telemetry(TelemetryListener value) {
    Objects.requireNonNull(value, "telemetry");
    requests.add(builder -> builder.telemetry(value));
    return cluster(builder -> builder.telemetry(value));
  }

  /** Changes any other setting of the replica; can be called more than once. */
  public ReelayClusterBuilder cluster(Consumer<ClusterWatcherBuilder> change) {
    settings = settings.andThen(Objects.requireNonNull(change, "change"));
    return this;
  }

  /**
   * Joins the cluster.
   *
   * @throws ClusterException and others as {@link ClusterWatcherBuilder#start}
   * @throws IllegalArgumentException if a base URL or a proxy in the environment cannot be used
   * @throws IllegalStateException if providers were given together with an environment or network
   *     settings, which only those that are discovered use
   * @throws UncheckedIOException if the directory cannot be made
   */
  public ReelayCluster start() {
    Providers known = source.open(Provider::builder);
    Downloader downloader = directory == null ? null : downloader(known);
    Runnable release = () -> close(downloader, known);
    try {
      ClusterWatcherBuilder builder = ClusterWatcher.builder(known);
      if (downloader != null && directory != null) {
        Files.createDirectories(directory);
        builder.whenFinished(downloader.savingTo(directory));
      }
      settings.accept(builder);
      return new ReelayCluster(known, builder.start(), release);
    } catch (IOException unusable) {
      release.run();
      throw new UncheckedIOException(unusable);
    } catch (RuntimeException | Error failed) {
      release.run();
      throw failed;
    }
  }

  private Downloader downloader(Providers known) {
    DownloaderBuilder builder = Downloader.builder(known);
    requests.all().accept(builder);
    return builder.build();
  }

  private static void close(@Nullable Downloader downloader, Providers providers) {
    try {
      if (downloader != null) {
        downloader.close();
      }
    } finally {
      providers.close();
    }
  }
}
