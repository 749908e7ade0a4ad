package io.github.reelay.watch;

import java.util.random.RandomGenerator;

/** Lets delays drift apart by chance. Safe for use by many threads. */
final class Jitter {
  private final RandomGenerator random;

  Jitter(RandomGenerator random) {
    this.random = random;
  }

  /** The delay, longer by nothing up to that share of it; never shorter. */
  synchronized long stretch(long nanos, double share) {
    return nanos + (long) (nanos * share * random.nextDouble());
  }
}
