package io.github.reelay.dialect;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Progress as a whole percentage. */
final class Progress {
  private Progress() {}

  static boolean isPercent(long percent) {
    return percent >= 0 && percent <= 100;
  }

  static boolean isFraction(double fraction) {
    return fraction >= 0 && fraction <= 1;
  }

  /** The percentage, clamped into 0 to 100. */
  static int ofPercent(long percent) {
    return (int) Math.max(0, Math.min(100, percent));
  }

  /**
   * The fraction as a percentage, rounded down and clamped. Computed in decimal: 0.29 is 29, though
   * 0.29 times 100 is 28.999999999999996 in binary.
   */
  static int ofFraction(double fraction) {
    if (!isFraction(fraction)) {
      return fraction > 1 ? 100 : 0;
    }
    return BigDecimal.valueOf(fraction)
        .movePointRight(2)
        .setScale(0, RoundingMode.DOWN)
        .intValueExact();
  }
}
