package io.github.reelay.internal;

import java.time.Duration;
import java.util.Objects;

/** Refuses numbers and times that are too small, by the name of their member. */
public final class Bounds {
  private Bounds() {}

  /**
   * Checks a number.
   *
   * @throws IllegalArgumentException if {@code found} is less than {@code least}
   */
  public static void atLeast(long least, long found, String member) {
    if (found < least) {
      throw new IllegalArgumentException(
          "expected " + member + " of at least " + least + ", found " + found);
    }
  }

  /**
   * Checks a time that may be zero.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public static void notNegative(Duration found, String member) {
    if (Objects.requireNonNull(found, member).isNegative()) {
      throw new IllegalArgumentException("expected " + member + " of zero or more, found " + found);
    }
  }

  /**
   * Checks a time that may not be zero.
   *
   * @throws IllegalArgumentException if it is negative or zero
   */
  public static void positive(Duration found, String member) {
    if (Objects.requireNonNull(found, member).isNegative() || found.isZero()) {
      throw new IllegalArgumentException(
          "expected " + member + " of more than zero, found " + found);
    }
  }
}
