package io.github.reelay.internal.poll;

import io.github.reelay.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A scheduler's time, counted in nanoseconds from the start of the watcher, and never overflowing.
 */
public final class MonotonicTime {
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private final Scheduler scheduler;
  private final long origin;

  /** Time that begins now. */
  public MonotonicTime(Scheduler scheduler) {
    this.scheduler = scheduler;
    this.origin = scheduler.nanoTime();
  }

  /** Nanoseconds since this was made; never goes back. */
  public long now() {
    return scheduler.nanoTime() - origin;
  }

  /** The time of day by the scheduler's clock, which may jump. */
  public Instant today() {
    return scheduler.clock().instant();
  }

  /** How long ago that was, zero if it is to come; null if it is not known. */
  public @Nullable Duration since(@Nullable Instant then) {
    if (then == null) {
      return null;
    }
    Duration age = Duration.between(then, today());
    return age.isNegative() ? Duration.ZERO : age;
  }

  /** Runs a task at that time; what is returned takes it back. */
  public Runnable schedule(Runnable task, long at) {
    return scheduler.schedule(task, origin + at);
  }

  /** See {@link Scheduler#beginWork}. */
  public Runnable beginWork() {
    return scheduler.beginWork();
  }

  /** A time of day from now; at most in a hundred years. */
  public Instant in(Duration delay) {
    return today().plusNanos(nanos(delay));
  }

  /** A duration in nanoseconds, from zero to a hundred years. */
  public static long nanos(Duration duration) {
    if (duration.isNegative()) {
      return 0;
    }
    return duration.compareTo(LONGEST) < 0 ? duration.toNanos() : LONGEST.toNanos();
  }
}
