package io.github.reelay.download;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs work once or throws, and never both, whatever the executor does that it wraps. */
final class OnceExecutor {

  private OnceExecutor() {}

  /**
   * Wraps an executor. One that throws after it has begun the work, or that begins it after it has
   * thrown, would otherwise give the place of one download to two others.
   */
  static Executor of(Executor executor) {
    return work -> {
      AtomicBoolean decided = new AtomicBoolean();
      try {
        executor.execute(
            () -> {
              if (decided.compareAndSet(false, true)) {
                work.run();
              }
            });
      } catch (RuntimeException | Error thrown) {
        if (decided.compareAndSet(false, true)) {
          throw thrown;
        }
      }
    };
  }
}
