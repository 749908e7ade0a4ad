package io.github.reelay.download;

import io.github.reelay.internal.Bounds;
import io.github.reelay.internal.download.DownloadTelemetry;
import io.github.reelay.internal.download.http.HttpSettings;
import io.github.reelay.internal.download.http.PublicAddresses;
import io.github.reelay.internal.download.http.RequestHeaders;
import io.github.reelay.internal.http.Connector;
import io.github.reelay.internal.http.DetachedSocketFactory;
import io.github.reelay.internal.http.HeadLimits;
import io.github.reelay.internal.telemetry.Telemetry;
import io.github.reelay.network.NetworkSettings;
import io.github.reelay.provider.Providers;
import io.github.reelay.telemetry.TelemetryListener;
import io.github.reelay.time.Scheduler;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link Downloader}; all have a default. Not safe for use by many threads. */
public final class DownloaderBuilder {
  private static final HeadLimits HEAD = new HeadLimits(200, 16 * 1024);

  private static final Duration LONGEST = Duration.ofDays(1);

  private final Providers providers;
  private @Nullable Telemetry telemetry;
  private @Nullable Scheduler scheduler;
  private @Nullable Executor executor;
  private int concurrency = 4;
  private long maxBytes = 4L << 30;
  private Duration stallTimeout = Duration.ofSeconds(30);
  private long minBytesPerSecond = 1_024;
  private int maxRetriesWithoutProgress = 10;
  private boolean replace;
  private boolean privateToo;
  private Duration gracePeriod = Duration.ofMinutes(10);
  private boolean freshUrls = true;
  private boolean providerKey = true;
  private RequestHeaders headers = RequestHeaders.STANDARD;
  private DownloadListener listener = (handle, bytes, total) -> {};

  private @Nullable NetworkSettings network;

  /** Opens connections; tests set their own. */
  DetachedSocketFactory sockets = DetachedSocketFactory::interruptible;

  DownloaderBuilder(Providers providers) {
    this.providers = Objects.requireNonNull(providers, "providers");
  }

  /** The clock and timer; the caller closes it. By default the downloader has its own. */
  public DownloaderBuilder scheduler(Scheduler value) {
    scheduler = Objects.requireNonNull(value, "scheduler");
    return this;
  }

  /**
   * Runs the downloads; each takes a thread while it runs. The caller closes it. By default the
   * downloader has its own threads.
   */
  public DownloaderBuilder executor(Executor value) {
    executor = Objects.requireNonNull(value, "executor");
    return this;
  }

  /**
   * How many downloads run at the same time; 4 by default. Of the others the one whose URL expires
   * first is next; those without a known expiry come last, and equals in the order of the calls.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public DownloaderBuilder concurrency(int value) {
    Bounds.atLeast(1, value, "concurrency");
    concurrency = value;
    return this;
  }

  /**
   * The largest video, in bytes; 4 GiB by default.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public DownloaderBuilder maxBytes(long value) {
    Bounds.atLeast(1, value, "maxBytes");
    maxBytes = value;
    return this;
  }

  /**
   * How long a video host may send nothing, and the length of the windows in which its speed is
   * measured; 30 s by default. An attempt ends when nothing arrives for so long, or when in such a
   * window, name look-up and connecting included, fewer bytes arrive than {@link
   * #minBytesPerSecond} demands. It then counts as one without progress.
   *
   * @throws IllegalArgumentException if it is not positive, or longer than a day
   */
  public DownloaderBuilder stallTimeout(Duration value) {
    if (value.isZero() || value.isNegative() || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "expected stallTimeout of more than zero and at most a day, found " + value);
    }
    stallTimeout = value;
    return this;
  }

  /**
   * The lowest speed, in bytes per second over a {@linkplain #stallTimeout window}; 1,024 by
   * default, which is a megabyte in a quarter of an hour. With 0 one byte in each window is enough.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public DownloaderBuilder minBytesPerSecond(long value) {
    Bounds.atLeast(0, value, "minBytesPerSecond");
    minBytesPerSecond = value;
    return this;
  }

  /**
   * How many attempts in a row without new bytes end a download; 10 by default, which with the
   * waits between them is four minutes. Whatever this is, a download ends at its 1,000th attempt,
   * and if a video host sends a {@code Retry-After} of more than an hour for a file that is there.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public DownloaderBuilder maxRetriesWithoutProgress(int value) {
    Bounds.atLeast(1, value, "maxRetriesWithoutProgress");
    maxRetriesWithoutProgress = value;
    return this;
  }

  /**
   * Whether a file that is there is downloaded again, and replaced when the new one is complete.
   * False by default: a video that is there is then the result, without a download, and a file that
   * appears during the download is not replaced.
   */
  public DownloaderBuilder replace(boolean value) {
    replace = value;
    return this;
  }

  /**
   * Whether hosts may have addresses that are not public: loopback, link-local, private and the
   * like. False by default: a provider, or an attacker in its place, could otherwise make this
   * program request what only this machine can reach.
   */
  public DownloaderBuilder allowPrivateAddresses(boolean value) {
    privateToo = value;
    return this;
  }

  /**
   * How long after the end of its task a file may be missing at the video host; 10 minutes by
   * default, 0 for not at all. Until then the responses 202, 204, 400, 404, 409 and 425, and JSON,
   * XML or nothing in place of the file, do not end a download: it tries again after 2, 4, 8, 16
   * and then every 30 seconds, and after the first and then each third of these responses it
   * queries the provider for the URL. The time counts from {@link
   * io.github.reelay.task.VideoTask#completedAt}; where that is absent, in the future or before the
   * creation of the task, from when the downloader was first given the task. A URL that has expired
   * is not waited for.
   *
   * @throws IllegalArgumentException if it is negative, or longer than a day
   */
  public DownloaderBuilder gracePeriod(Duration value) {
    if (value.isNegative() || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("expected gracePeriod from 0 to a day, found " + value);
    }
    gracePeriod = value;
    return this;
  }

  /**
   * Whether the provider is queried for another URL when that of a task is refused or has expired;
   * true by default. False is for a further video of a task, because a query shows the first one.
   */
  public DownloaderBuilder freshUrls(boolean value) {
    freshUrls = value;
    return this;
  }

  /**
   * Whether a URL of exactly the provider's own origin (the scheme, host and port of its base URL)
   * that responds with 401 or 403 is requested again with the key of the query; true by default. A
   * redirect to any other origin drops the key.
   */
  public DownloaderBuilder providerKey(boolean value) {
    providerKey = value;
    return this;
  }

  /**
   * The {@code User-Agent} of requests for videos, at each host; {@code Reelay} by default. Some
   * hosts respond with 403 unless it is that of a browser.
   *
   * @throws IllegalArgumentException if it is empty, or has other characters than visible ASCII and
   *     blanks between them
   */
  public DownloaderBuilder userAgent(String value) {
    headers = headers.withUserAgent(value);
    return this;
  }

  /**
   * A header of requests for videos; none by default. It is sent to the origin of the video's URL
   * alone: a redirect to any other origin drops it. Its value is never shown. With {@code
   * Authorization} the provider's key is not sent. A second value of the same name replaces the
   * first.
   *
   * @throws IllegalArgumentException if the name is no token (RFC 9110, 5.6.2), if the value has
   *     other characters than visible ASCII and blanks between them, or if downloads set that
   *     header themselves: those of the connection and the body ({@code Host}, {@code Connection},
   *     {@code Content-Length}, {@code Transfer-Encoding}, {@code Proxy-…} and the like), {@code
   *     Accept-Encoding}, {@code Range}, {@code If-…} and {@code User-Agent}
   */
  public DownloaderBuilder header(String name, String value) {
    headers = headers.with(name, value);
    return this;
  }

  /**
   * How requests for videos reach the network: a proxy, a context for TLS, a resolver. By default
   * as {@link Providers#network} says, which is the proxy of the environment for providers that
   * were discovered.
   *
   * <p>What a resolver gives is checked like any other address. Through a proxy it is the proxy
   * that resolves the host of a URL. Then a host is refused as private if it is written as an
   * address that is not public, or cannot be the name of a public host, such as {@code localhost}
   * or {@code files.internal}; where any other name leads is for the proxy to restrict.
   */
  public DownloaderBuilder network(NetworkSettings value) {
    network = Objects.requireNonNull(value, "network");
    return this;
  }

  /** Hears of each download, in place of an earlier listener; none by default. */
  public DownloaderBuilder progress(DownloadListener value) {
    listener = Objects.requireNonNull(value, "listener");
    return this;
  }

  /**
   * Hears of the downloads, and of the queries for their URLs, for metrics and traces; can be
   * called more than once.
   */
  public DownloaderBuilder telemetry(TelemetryListener value) {
    telemetry = Telemetry.of(telemetry, Objects.requireNonNull(value, "telemetry"));
    return this;
  }

  /** The downloader. Opens no connection and no file. */
  public Downloader build() {
    Scheduler time = scheduler == null ? Scheduler.ofSystem() : scheduler;
    ExecutorService workers = executor == null ? DownloadThreads.create() : null;
    Executor runs =
        OnceExecutor.of(workers == null ? Objects.requireNonNull(executor) : workers, time);
    DownloadContext context =
        new DownloadContext(
            telemetry == null ? providers : providers.withTelemetry(telemetry),
            time,
            runs,
            new DownloadQueue(concurrency, runs),
            http(),
            limits(),
            listener,
            new DownloadTelemetry(telemetry));
    boolean ownTime = scheduler == null;
    return new Downloader(
        context,
        () -> {
          if (ownTime) {
            time.close();
          }
          if (workers != null) {
            DownloadThreads.end(workers);
          }
        });
  }

  private boolean isAllowed(InetAddress address) {
    return privateToo || PublicAddresses.isPublic(address);
  }

  private HttpSettings http() {
    NetworkSettings reached = network == null ? providers.network() : network;
    Connector connector = new Connector(reached, this::isAllowed, sockets, HEAD);
    return new HttpSettings(
        connector, headers, providers, providerKey, stallTimeout, minBytesPerSecond);
  }

  private DownloadLimits limits() {
    return new DownloadLimits(maxBytes, maxRetriesWithoutProgress, replace, gracePeriod, freshUrls);
  }
}
