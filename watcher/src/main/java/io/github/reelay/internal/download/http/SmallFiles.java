package io.github.reelay.internal.download.http;

import io.github.reelay.internal.download.DownloadAbortedException;
import io.github.reelay.internal.http.Cancellation;
import io.github.reelay.internal.http.Connector;
import io.github.reelay.internal.http.DetachedSocketFactory;
import io.github.reelay.internal.http.HeadLimits;
import io.github.reelay.provider.Providers;
import io.github.reelay.time.Scheduler;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Fetches small files of the video host, such as thumbnails, into memory. The address of each
 * redirect is checked as that of a video is. No key and no header of the caller is sent.
 */
public final class SmallFiles implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final HeadLimits HEAD = new HeadLimits(200, 16 * 1024);

  private final HttpSettings settings;
  private final Scheduler scheduler;
  private final Set<Cancellation> underWay = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * Opens no connection.
   *
   * @param providers say how the network is reached
   * @param scheduler ends what takes longer than ten seconds
   * @param privateToo whether the video host may have an address that is not public
   */
  public SmallFiles(Providers providers, Scheduler scheduler, boolean privateToo) {
    this.scheduler = scheduler;
    Connector connector =
        new Connector(
            providers.network(),
            address -> privateToo || PublicAddresses.isPublic(address),
            DetachedSocketFactory::interruptible,
            HEAD);
    this.settings =
        new HttpSettings(connector, RequestHeaders.STANDARD, providers, false, LONGEST, 1);
  }

  /**
   * The file; blocks for ten seconds at most.
   *
   * @param provider whose task it is
   * @param most how large it may be, in bytes
   * @return null if it cannot be fetched or is larger
   */
  public byte @Nullable [] fetch(String provider, URI url, int most) {
    Cancellation cancellation = new Cancellation();
    underWay.add(cancellation);
    Runnable timer =
        scheduler.schedule(cancellation::cancel, scheduler.nanoTime() + LONGEST.toNanos());
    try {
      if (closed) {
        return null;
      }
      ResponseHead response =
          new RedirectFollower(settings, provider, cancellation).open(url, Map.of());
      if (response.status() != 200 || response.length() > most) {
        return null;
      }
      byte[] bytes = response.body().readNBytes(most + 1);
      return bytes.length > most ? null : bytes;
    } catch (DownloadAbortedException | IOException absent) {
      return null;
    } finally {
      timer.run();
      underWay.remove(cancellation);
      cancellation.close();
    }
  }

  /** Ends what is under way; nothing is fetched any more. */
  @Override
  public void close() {
    closed = true;
    underWay.forEach(Cancellation::cancel);
  }
}
