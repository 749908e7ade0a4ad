package io.github.reelay.benchmarks.peers;

import java.util.concurrent.atomic.LongAdder;

/** Counts answers; safe for use by many threads. */
final class Counts {
  private final LongAdder answers = new LongAdder();
  private final LongAdder errors = new LongAdder();

  void count(boolean expected) {
    (expected ? answers : errors).increment();
  }

  long answers() {
    return answers.sum();
  }

  long errors() {
    return errors.sum();
  }
}
