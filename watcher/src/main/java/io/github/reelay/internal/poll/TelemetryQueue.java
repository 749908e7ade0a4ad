package io.github.reelay.internal.poll;

import io.github.reelay.internal.telemetry.Telemetry;
import io.github.reelay.telemetry.TelemetryListener;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Telemetry of a watcher: kept under its locks, and handed on without any. */
public final class TelemetryQueue {
  private final Telemetry listener;
  private final Queue<Consumer<TelemetryListener>> reports = new ConcurrentLinkedQueue<>();

  /** Reports go to that listener, on the thread that calls {@link #flush}. */
  public TelemetryQueue(Telemetry listener) {
    this.listener = listener;
  }

  /** Keeps a report; quick, and calls nobody. */
  public void put(Consumer<TelemetryListener> report) {
    reports.add(report);
  }

  /** Hands on what was kept. To be called without a lock. */
  public void flush() {
    for (var report = reports.poll(); report != null; report = reports.poll()) {
      report.accept(listener);
    }
  }
}
