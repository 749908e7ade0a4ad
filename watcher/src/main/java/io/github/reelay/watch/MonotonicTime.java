package io.github.reelay.watch;

import io.github.reelay.time.Scheduler;
import java.time.Duration;
import java.time.Instant;

/**
 * A scheduler's time, counted in nanoseconds from the start of the watcher, and never overflowing.
 */
final class MonotonicTime {
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private final Scheduler scheduler;
  private final long origin;

  MonotonicTime(Scheduler scheduler) {
    this.scheduler = scheduler;
    this.origin = scheduler.nanoTime();
  }

  long now() {
    return scheduler.nanoTime() - origin;
  }

  Instant today() {
    return scheduler.clock().instant();
  }

  Runnable schedule(Runnable task, long at) {
    return scheduler.schedule(task, origin + at);
  }

  /** A time of day from now; at most in a hundred years. */
  Instant in(Duration delay) {
    return today().plusNanos(nanos(delay));
  }

  /** A duration in nanoseconds, from zero to a hundred years. */
  static long nanos(Duration duration) {
    if (duration.isNegative()) {
      return 0;
    }
    return duration.compareTo(LONGEST) < 0 ? duration.toNanos() : LONGEST.toNanos();
  }
}
