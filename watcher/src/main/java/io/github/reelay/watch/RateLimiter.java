package io.github.reelay.watch;

import io.github.reelay.policy.PollingRules;

/**
 * When a provider may be asked for the next task, whichever that is. Two limits hold at once: so
 * many queries a second, evenly spaced; and, so that tasks which fall due together do not come
 * together, hardly more than all open tasks need on average. Guarded by its {@link ProviderPoller}.
 */
final class RateLimiter {
  private static final double SECOND = 1e9;

  /** How much faster than needed it goes, which is how a queue becomes shorter. */
  private static final double AHEAD = 1.1;

  /** So few tasks are not worth spreading. */
  private static final int AT_ONCE = 10;

  private final long gap;
  private final boolean spread;
  private final double interval;
  private long next;
  private double allowed = AT_ONCE;
  private long countedAt;

  RateLimiter(PollingRules rules) {
    this.gap = (long) Math.ceil(SECOND / rules.rateLimit().perSecond());
    this.spread = rules.rateLimit().smooth();
    this.interval = MonotonicTime.nanos(rules.polling().interval());
  }

  /** The time of the next query, perhaps past; in nanoseconds. */
  long earliest(long now, int tasks) {
    if (!spread || interval == 0) {
      return next;
    }
    allowed = Math.min(AT_ONCE, allowed + (now - countedAt) * perNano(tasks));
    countedAt = now;
    long wait = allowed >= 1 ? 0 : (long) Math.ceil((1 - allowed) / perNano(tasks));
    return Math.max(next, now + wait);
  }

  /** Counts a query. */
  void took(long now) {
    next = now + gap;
    allowed--;
  }

  private double perNano(int tasks) {
    return AHEAD * Math.max(tasks, 1) / interval;
  }
}
