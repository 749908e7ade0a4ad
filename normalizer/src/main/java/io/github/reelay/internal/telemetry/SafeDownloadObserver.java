package io.github.reelay.internal.telemetry;

import io.github.reelay.telemetry.TelemetryListener.DownloadObserver;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An observer of one download that throws nothing. */
final class SafeDownloadObserver implements DownloadObserver {
  private final SafeCalls calls;
  private final DownloadObserver observer;

  private SafeDownloadObserver(SafeCalls calls, DownloadObserver observer) {
    this.calls = calls;
    this.observer = observer;
  }

  /** What a listener gives for a download; null if it does not listen. */
  static @Nullable DownloadObserver of(SafeCalls calls, String provider) {
    DownloadObserver given =
        calls.get(listener -> listener.downloadOpened(provider), calls.listener());
    return given == null ? null : new SafeDownloadObserver(calls, given);
  }

  @Override
  public void started() {
    calls.run(DownloadObserver::started, observer);
  }

  @Override
  public void expires(@Nullable Instant at) {
    calls.run(each -> each.expires(at), observer);
  }

  @Override
  public void received(int bytes) {
    calls.run(each -> each.received(bytes), observer);
  }

  @Override
  public void ended(@Nullable String failure) {
    calls.run(each -> each.ended(failure), observer);
  }

  @Override
  public void closed() {
    calls.run(DownloadObserver::closed, observer);
  }
}
