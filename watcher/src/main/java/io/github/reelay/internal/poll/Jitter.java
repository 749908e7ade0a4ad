package io.github.reelay.internal.poll;

import java.util.random.RandomGenerator;

/** Lets delays drift apart by chance. Safe for use by many threads. */
public final class Jitter {
  private final RandomGenerator random;

  /** Uses the generator under a lock, because many generators are not safe for several threads. */
  public Jitter(RandomGenerator random) {
    this.random = random;
  }

  /** The delay, longer by nothing up to that share of it; never shorter. */
  public synchronized long stretch(long nanos, double share) {
    return nanos + (long) (nanos * share * random.nextDouble());
  }
}
