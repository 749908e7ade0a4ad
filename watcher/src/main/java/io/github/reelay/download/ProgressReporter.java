package io.github.reelay.download;

import io.github.reelay.internal.LoggedCalls;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.telemetry.TelemetryListener.DownloadObserver;
import io.github.reelay.time.Scheduler;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Calls the listeners of one download; for progress ten times a second at most. */
final class ProgressReporter {
  private static final LoggedCalls CALLS =
      new LoggedCalls(System.getLogger(DownloadListener.class.getName()), "the listener for");
  private static final long PAUSE = 100_000_000L;

  private final List<DownloadListener> listeners;
  private final Scheduler scheduler;
  private final TaskHandle handle;
  private final @Nullable DownloadObserver observer;
  private long reported;

  ProgressReporter(List<DownloadListener> listeners, Scheduler scheduler, DownloadJob job) {
    this.listeners = listeners;
    this.scheduler = scheduler;
    this.handle = job.handle();
    this.observer = job.observer();
  }

  TaskHandle handle() {
    return handle;
  }

  void started(DownloadJob job) {
    if (observer != null) {
      observer.started();
    }
    each(listener -> listener.started(handle, job.file()));
  }

  void ended(DownloadOutcome outcome) {
    if (observer != null) {
      observer.ended(
          outcome instanceof DownloadOutcome.NotSaved not ? not.failure().kind().jsonName() : null);
    }
    each(listener -> listener.ended(outcome));
  }

  /** When the URL expires, as far as that is known; null if it is not. */
  void expires(@Nullable Instant at) {
    if (observer != null) {
      observer.expires(at);
    }
  }

  /** Counts bytes for telemetry; listeners get progress only. */
  void received(int bytes) {
    if (observer != null) {
      observer.received(bytes);
    }
  }

  /** Reports progress, unless it was reported a moment ago. */
  void reportIfDue(long bytes, long total) {
    if (scheduler.nanoTime() - reported >= PAUSE) {
      report(bytes, total);
    }
  }

  /** Reports progress in any case. */
  void report(long bytes, long total) {
    reported = scheduler.nanoTime();
    each(listener -> listener.progress(handle, bytes, total));
  }

  private void each(Consumer<DownloadListener> report) {
    for (DownloadListener listener : listeners) {
      CALLS.run(handle, () -> report.accept(listener));
    }
  }
}
