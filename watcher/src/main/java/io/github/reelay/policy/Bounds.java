package io.github.reelay.policy;

import java.time.Duration;

/** Refuses numbers and times that are too small, by the name of their member. */
final class Bounds {
  private Bounds() {}

  static void atLeast(int least, int found, String member) {
    if (found < least) {
      throw new IllegalArgumentException(
          "expected " + member + " of at least " + least + ", found " + found);
    }
  }

  static void notNegative(Duration found, String member) {
    if (found.isNegative()) {
      throw new IllegalArgumentException("expected " + member + " of zero or more, found " + found);
    }
  }

  static void positive(Duration found, String member) {
    if (found.isNegative() || found.isZero()) {
      throw new IllegalArgumentException(
          "expected " + member + " of more than zero, found " + found);
    }
  }
}
