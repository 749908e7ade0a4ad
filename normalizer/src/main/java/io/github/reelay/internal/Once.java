package io.github.reelay.internal;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Work that runs once or never, whatever an executor does: it may have begun the work before it
 * throws, or begin it after it has thrown.
 */
public final class Once implements Runnable {
  private final AtomicBoolean decided = new AtomicBoolean();
  private final Runnable work;
  private final Runnable end;

  /**
   * Work that has not begun.
   *
   * @param end runs when the work has ended or was cancelled
   */
  public Once(Runnable work, Runnable end) {
    this.work = work;
    this.end = end;
  }

  /** Does the work, unless it was begun or cancelled. */
  @Override
  public void run() {
    if (decided.compareAndSet(false, true)) {
      try {
        work.run();
      } finally {
        end.run();
      }
    }
  }

  /** Cancels the work; returns false if it was begun or cancelled before. */
  public boolean cancel() {
    boolean isCancelled = decided.compareAndSet(false, true);
    if (isCancelled) {
      end.run();
    }
    return isCancelled;
  }
}
