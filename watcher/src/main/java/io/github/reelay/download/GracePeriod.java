package io.github.reelay.download;

import io.github.reelay.policy.ExponentialBackoff;
import io.github.reelay.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time after the end of a task within which its file may still be missing at the video host,
 * and the waits within it. Used by one thread at a time.
 */
final class GracePeriod {
  private static final ExponentialBackoff BACKOFF =
      new ExponentialBackoff(Duration.ofSeconds(2), Duration.ofSeconds(30));
  private static final int TRIES_PER_QUERY = 3;

  private final Scheduler scheduler;
  private final Duration period;
  private long end;
  private boolean begun;
  private int tries;

  GracePeriod(Scheduler scheduler, Duration period) {
    this.scheduler = scheduler;
    this.period = period;
  }

  /**
   * Begins with the first call; later ones, with another URL, change nothing.
   *
   * @param finishedAt when the task ended; not in the future
   */
  void begin(Instant finishedAt) {
    Instant now = scheduler.clock().instant();
    boolean young = finishedAt.isAfter(now.minus(period));
    Duration left = young ? period.minus(Duration.between(finishedAt, now)) : Duration.ZERO;
    if (!begun) {
      end = scheduler.nanoTime() + left.toNanos();
      begun = true;
    }
  }

  boolean isOpen() {
    return begun && left() > 0;
  }

  /**
   * Counts an attempt that found no file.
   *
   * @param retryAfter how long the video host says to wait; null if it does not
   * @return how long to wait before the next attempt; the last one is at the end of the period, or
   *     when the host says if that is later, an hour from now at most
   */
  Duration next(@Nullable Duration retryAfter) {
    long wait = BACKOFF.delay(tries).toNanos();
    tries++;
    Duration ours = Duration.ofNanos(Math.max(0, Math.min(wait, left())));
    Duration wanted = RetryBackoff.later(ours, retryAfter);
    return wanted.compareTo(RetryBackoff.LONGEST) < 0 ? wanted : RetryBackoff.LONGEST;
  }

  /** Whether the provider is to be queried for the URL: after the first attempt, the fourth, … */
  boolean queriesProvider() {
    return tries % TRIES_PER_QUERY == 1;
  }

  private long left() {
    return end - scheduler.nanoTime();
  }
}
