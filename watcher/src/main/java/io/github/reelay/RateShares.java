package io.github.reelay;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Shares each provider's rate between the watchers of one {@link Reelay}: those that wait for
 * something get the same share.
 */
final class RateShares {
  private final AtomicInteger waits = new AtomicInteger();
  private final AtomicInteger collections = new AtomicInteger();

  /** A single task is waited for, not a collection. */
  void beginWait() {
    waits.incrementAndGet();
  }

  /** Ends what {@link #beginWait} began; called once for each. */
  void endWait() {
    waits.decrementAndGet();
  }

  /** Tasks are collected, by a watcher of their own. */
  void beginCollection() {
    collections.incrementAndGet();
  }

  /** Ends what {@link #beginCollection} began; called once for each. */
  void endCollection() {
    collections.decrementAndGet();
  }

  /** The share of each watcher, from 0 to 1; takes no lock. */
  double share() {
    return 1.0 / Math.max(1, collections.get() + (waits.get() > 0 ? 1 : 0));
  }
}
