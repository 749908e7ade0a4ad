package io.github.reelay.benchmarks.peers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Several measurements of one thing.
 *
 * @param least the least of them
 * @param median the middle one, or the mean of the two in the middle
 * @param most the most of them
 */
record Figure(double least, double median, double most) {

  /** The figure of at least one measurement. */
  static Figure of(List<Double> measured) {
    double[] sorted = measured.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Figure(sorted[0], median, sorted[sorted.length - 1]);
  }

  /** The median and the range, such as {@code 1.90 [1.71–2.02]}. */
  String shown() {
    return Arrays.stream(new double[] {median, least, most})
        .mapToObj(Figure::digits)
        .reduce((left, right) -> left + (left.contains("[") ? "–" : " [") + right)
        .orElseThrow()
        .concat("]");
  }

  private static String digits(double value) {
    return String.format(
        Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
  }
}
