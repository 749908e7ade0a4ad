package io.github.reelay.benchmarks.cluster;

import java.util.Collection;

/** Figures of many measurements. */
final class Quantiles {
  private final double[] sorted;

  /** Takes any number of figures; without one, each quantile is NaN. */
  Quantiles(Collection<Double> measured) {
    sorted = measured.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  int count() {
    return sorted.length;
  }

  /** The figure below which that part of all lies, from 0 to 1; the largest for 1. */
  double at(double part) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  }

  double median() {
    return at(0.5);
  }

  double most() {
    return at(1);
  }
}
