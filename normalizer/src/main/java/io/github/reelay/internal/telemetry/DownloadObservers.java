package io.github.reelay.internal.telemetry;

import io.github.reelay.telemetry.TelemetryListener.DownloadObserver;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several observers of one download. */
final class DownloadObservers implements DownloadObserver {
  private final List<DownloadObserver> all;

  DownloadObservers(List<DownloadObserver> all) {
    this.all = all;
  }

  @Override
  public void started() {
    all.forEach(DownloadObserver::started);
  }

  @Override
  public void expires(@Nullable Instant at) {
    all.forEach(each -> each.expires(at));
  }

  @Override
  public void received(int bytes) {
    all.forEach(each -> each.received(bytes));
  }

  @Override
  public void ended(@Nullable String failure) {
    all.forEach(each -> each.ended(failure));
  }

  @Override
  public void closed() {
    all.forEach(DownloadObserver::closed);
  }
}
