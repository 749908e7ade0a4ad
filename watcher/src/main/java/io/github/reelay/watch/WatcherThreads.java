package io.github.reelay.watch;

import io.github.reelay.internal.DaemonThreads;
import io.github.reelay.internal.Once;
import io.github.reelay.time.Scheduler;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads that a watcher uses, and which of them are its own.
 *
 * @param scheduler the one scheduler of the watcher
 * @param executor runs everything that others attach; if it throws, the work is done immediately
 * @param release closes what is the watcher's own
 */
record WatcherThreads(Scheduler scheduler, Executor executor, Runnable release) {
  private static final long IDLE_SECONDS = 10;

  /**
   * Closes the scheduler and the executor that the watcher made itself, and none that was given.
   */
  void close() {
    release.run();
  }

  static WatcherThreads of(@Nullable Scheduler givenScheduler, @Nullable Executor givenExecutor) {
    Scheduler scheduler = givenScheduler != null ? givenScheduler : Scheduler.ofSystem();
    ExecutorService own = givenExecutor == null ? threads() : null;
    Executor executor = willing(givenExecutor != null ? givenExecutor : own, scheduler);
    return new WatcherThreads(
        scheduler,
        executor,
        () -> {
          if (givenScheduler == null) {
            scheduler.close();
          }
          if (own != null) {
            own.shutdown();
          }
        });
  }

  /** Whatever the executor throws, the work is done, and once: late is better than lost. */
  private static Executor willing(Executor executor, Scheduler scheduler) {
    return work -> {
      Once once = new Once(work, scheduler.beginWork());
      try {
        executor.execute(once);
      } catch (RuntimeException | Error thrown) { // refused, no thread, or broken
        once.run();
      }
    };
  }

  private static ExecutorService threads() {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        DaemonThreads.numbered("reelay-watch-"));
  }
}
