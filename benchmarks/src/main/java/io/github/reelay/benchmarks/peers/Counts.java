package io.github.reelay.benchmarks.peers;

import java.util.concurrent.atomic.LongAdder;

/** Counts responses; safe for use by many threads. */
final class Counts {
  private final LongAdder responses = new LongAdder();
  private final LongAdder errors = new LongAdder();

  void count(boolean expected) {
    (expected ? responses : errors).increment();
  }

  long responses() {
    return responses.sum();
  }

  long errors() {
    return errors.sum();
  }
}
