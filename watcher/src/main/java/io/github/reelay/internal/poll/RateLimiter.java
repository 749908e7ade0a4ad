package io.github.reelay.internal.poll;

import io.github.reelay.policy.PollingRules;
import java.lang.System.Logger.Level;
import java.util.function.DoubleSupplier;

/**
 * When a provider may be queried for the next task, whichever that is. Two limits hold together:
 * the rules' number of queries a second, evenly spaced, of which this watcher may have a share;
 * and, so that tasks which fall due together do not come together, hardly more than all open tasks
 * need on average. The second does not hold for up to ten tasks, so that a single one is queried
 * immediately. Guarded by its poller.
 */
public final class RateLimiter {
  private static final System.Logger LOG = System.getLogger("io.github.reelay.watch.Watcher");
  private static final double SECOND = 1e9;

  /** How much faster than needed it goes, which is how a queue becomes shorter. */
  private static final double AHEAD = 1.1;

  /** Up to this many tasks are not worth spreading. */
  private static final int FEW = 10;

  /** When a share of nothing is looked at again. */
  private static final long NEXT_LOOK = 200_000_000L;

  private final String provider;
  private final double gap;
  private final boolean spread;
  private final double interval;
  private final DoubleSupplier share;
  private boolean warned;
  private long last;
  private boolean began;
  private double allowed = FEW;
  private long countedAt;

  /**
   * A limiter of one provider.
   *
   * @param provider its name, such as {@code toapis}
   * @param share which share of the rate is this watcher's, from 0 to 1; read for each query
   */
  public RateLimiter(String provider, PollingRules rules, DoubleSupplier share) {
    this.provider = provider;
    this.gap = SECOND / rules.rateLimit().perSecond();
    this.spread = rules.rateLimit().smooth();
    this.interval = MonotonicTime.nanos(rules.polling().interval());
    this.share = share;
  }

  /** The time of the next query, perhaps past; in nanoseconds. */
  public long earliest(long now, int tasks) {
    double part = part();
    if (part == 0) {
      return now + NEXT_LOOK;
    }
    long next = began ? last + (long) Math.ceil(gap / part) : now;
    if (!spread || interval == 0) {
      return next;
    }
    allowed = Math.min(FEW, allowed + (now - countedAt) * perNano(tasks));
    countedAt = now;
    boolean waits = tasks > FEW && allowed < 1;
    long wait = waits ? (long) Math.ceil((1 - allowed) / perNano(tasks)) : 0;
    return Math.max(next, now + wait);
  }

  /** Counts a query that begins now against both limits. */
  public void took(long now) {
    began = true;
    last = now;
    allowed = Math.max(0, allowed - 1);
  }

  private double part() {
    try {
      double part = share.getAsDouble();
      return part > 0 ? Math.min(part, 1) : 0;
    } catch (RuntimeException | Error thrown) {
      if (!warned) {
        LOG.log(
            Level.WARNING,
            "expected rateShare to return a share of the rate of "
                + provider
                + ", found an exception; "
                + provider
                + " is not queried until it returns one",
            thrown);
      }
      warned = true;
      return 0;
    }
  }

  private double perNano(int tasks) {
    return AHEAD * Math.max(tasks, 1) / interval;
  }
}
