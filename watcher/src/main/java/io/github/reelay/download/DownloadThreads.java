package io.github.reelay.download;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The threads of a downloader without an executor: as many as downloads run, all daemons. */
final class DownloadThreads {
  private static final long IDLE_SECONDS = 10;
  private static final long ENDING_SECONDS = 1;

  private DownloadThreads() {}

  static ExecutorService create() {
    AtomicLong count = new AtomicLong();
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        work -> new DownloadThread(work, "reelay-download-" + count.incrementAndGet()));
  }

  /**
   * Ends them, and waits a second at most until they have ended; a thread of its own does not wait.
   */
  static void end(ExecutorService workers) {
    workers.shutdown();
    if (Thread.currentThread() instanceof DownloadThread) {
      return;
    }
    try {
      workers.awaitTermination(ENDING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class DownloadThread extends Thread {
    DownloadThread(Runnable work, String name) {
      super(null, work, name, 0, false);
      setDaemon(true);
    }
  }
}
