package io.github.reelay.benchmarks.peers;

/**
 * What a ratio is to be.
 *
 * @param bound the promised ratio; NaN for a figure that is only reported
 * @param atLeast whether more is better
 */
record Goal(double bound, boolean atLeast) {
  static final Goal NONE = new Goal(Double.NaN, false);

  static Goal atMost(double bound) {
    return new Goal(bound, false);
  }

  static Goal atLeast(double bound) {
    return new Goal(bound, true);
  }

  boolean isMet(double ratio) {
    return atLeast ? ratio >= bound : ratio <= bound;
  }

  /** Whether all of an interval is worse than a figure by more than a quarter. */
  boolean isWorse(Figure now, double before) {
    return atLeast ? now.most() < before * 0.75 : now.least() > before * 1.25;
  }

  /** As the table shows it, such as {@code ≥ 1.8}; a dash for none. */
  String shown() {
    return Double.isNaN(bound) ? "–" : (atLeast ? "≥ " : "≤ ") + bound;
  }

  /** The last cell of a row: {@code yes}, {@code no}, or a dash for a figure without a bound. */
  String verdict(double ratio) {
    return Double.isNaN(bound) ? "–" : isMet(ratio) ? "yes" : "no";
  }
}
