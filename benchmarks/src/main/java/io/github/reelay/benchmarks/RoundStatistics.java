package io.github.reelay.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of several rounds, because no machine is quiet for long. */
final class RoundStatistics {
  private final List<Double> figures = new ArrayList<>();

  void add(double figure) {
    figures.add(figure);
  }

  double median() {
    List<Double> sorted = figures.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** The median, and in parentheses the least and the most of the rounds. */
  String shown(String format) {
    double least = figures.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    double most = figures.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    return String.format(
        Locale.ROOT, format + " (" + format + " to " + format + ")", median(), least, most);
  }
}
