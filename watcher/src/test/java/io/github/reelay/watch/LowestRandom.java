package io.github.reelay.watch;

import java.util.random.RandomGenerator;

/** No chance at all: always the lowest number. */
final class LowestRandom implements RandomGenerator {
  @Override
  public long nextLong() {
    return 0;
  }
}
