package io.github.reelay.download;

import io.github.reelay.task.TaskHandle;
import io.github.reelay.time.Scheduler;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Tells the listener of one download, not too often. */
final class ProgressReporter {
  private static final Logger LOG = System.getLogger(DownloadListener.class.getName());
  private static final long PAUSE = 100_000_000L;

  private final DownloadListener listener;
  private final Scheduler scheduler;
  private final TaskHandle handle;
  private long told;

  ProgressReporter(DownloadListener listener, Scheduler scheduler, TaskHandle handle) {
    this.listener = listener;
    this.scheduler = scheduler;
    this.handle = handle;
  }

  /** Tells if it has not just been told. */
  void mayTell(long bytes, long total) {
    if (scheduler.nanoTime() - told >= PAUSE) {
      tell(bytes, total);
    }
  }

  /** Tells in any case. */
  void tell(long bytes, long total) {
    told = scheduler.nanoTime();
    try {
      listener.progress(handle, bytes, total);
    } catch (RuntimeException | Error thrown) {
      LOG.log(
          Level.WARNING,
          "expected the listener for " + handle + " to return, found an exception",
          thrown);
    }
  }
}
