package io.github.reelay.download;

import io.github.reelay.internal.Once;
import io.github.reelay.time.Scheduler;
import java.util.concurrent.Executor;

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
      Once once = new Once(work, scheduler.beginWork());
      try {
        executor.execute(once);
      } catch (RuntimeException | Error thrown) {
        if (once.cancel()) {
          throw thrown;
        }
      }
    };
  }
}
