package io.github.reelay.download;

import io.github.reelay.time.Scheduler;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs work once or throws, and never both, whatever the wrapped executor does. */
final class OnceExecutor {

  private OnceExecutor() {}

  /**
   * Wraps an executor. One that throws after it has begun the work, or that begins it after it has
   * thrown, would otherwise give the slot of one download to two others.
   *
   * @param scheduler counts the work that is under way
   */
  static Executor of(Executor executor, Scheduler scheduler) {
    return work -> {
      AtomicBoolean decided = new AtomicBoolean();
      Runnable end = scheduler.beginWork();
      try {
        executor.execute(
            () -> {
              if (decided.compareAndSet(false, true)) {
                try {
                  work.run();
                } finally {
                  end.run();
                }
              }
            });
      } catch (RuntimeException | Error thrown) {
        if (decided.compareAndSet(false, true)) {
          end.run();
          throw thrown;
        }
      }
    };
  }
}
