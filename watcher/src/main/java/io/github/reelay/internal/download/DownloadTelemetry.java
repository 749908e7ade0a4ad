package io.github.reelay.internal.download;

import io.github.reelay.internal.telemetry.Telemetry;
import io.github.reelay.telemetry.TelemetryListener.DownloadObserver;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Telemetry of the downloads of one downloader: who hears of those that are not over. */
public final class DownloadTelemetry {
  private final @Nullable Telemetry listener;
  private final Set<DownloadObserver> open = ConcurrentHashMap.newKeySet();

  /**
   * No download yet.
   *
   * @param listener null if nobody listens
   */
  public DownloadTelemetry(@Nullable Telemetry listener) {
    this.listener = listener;
  }

  /** Who hears of a download of that provider's; null for nobody. */
  public @Nullable DownloadObserver open(String provider) {
    DownloadObserver observer = listener == null ? null : listener.downloadOpened(provider);
    if (observer != null) {
      open.add(observer);
    }
    return observer;
  }

  /** Called when no attempt follows; does nothing when it is called again. */
  public void close(DownloadObserver observer) {
    if (open.remove(observer)) {
      observer.closed();
    }
  }

  /** The downloader is closed: one that was to be repeated later is not. */
  public void closeAll() {
    open.forEach(this::close);
  }
}
