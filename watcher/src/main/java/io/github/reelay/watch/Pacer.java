package io.github.reelay.watch;

import io.github.reelay.policy.PollingRules;

/**
 * When a provider may be asked for the next task, whichever that is. Two limits hold at once: so
 * many queries a second, evenly spaced; and, so that tasks which fall due together do not come
 * together, hardly more than all open tasks need on average. Guarded by its {@link Lane}.
 */
final class Pacer {
  private static final double SECOND = 1e9;

  /** How much faster than needed it goes, which is how a queue becomes shorter. */
  private static final double AHEAD = 1.1;

  /** So few tasks are not worth spreading. */
  private static final int AT_ONCE = 10;

  private final long gap;
  private final boolean spread;
  private final double interval;
  private long next;
  private long spreadNext;

  Pacer(PollingRules rules) {
    this.gap = (long) Math.ceil(SECOND / rules.pace().perSecond());
    this.spread = rules.pace().spread();
    this.interval = Timeline.nanos(rules.polling().interval());
  }

  /** The time of the next query, perhaps past; in nanoseconds. */
  long earliest(int tasks) {
    long spreadFrom = spread ? spreadNext - (AT_ONCE - 1) * spreadGap(tasks) : 0;
    return Math.max(next, spreadFrom);
  }

  /** Counts a query. */
  void took(long now, int tasks) {
    next = now + gap;
    spreadNext = Math.max(spreadNext, now) + spreadGap(tasks);
  }

  private long spreadGap(int tasks) {
    return (long) (interval / (AHEAD * Math.max(tasks, 1)));
  }
}
