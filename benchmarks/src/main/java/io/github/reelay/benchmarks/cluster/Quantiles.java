package io.github.reelay.benchmarks.cluster;

import java.util.Collection;

/** Figures of many measurements. */
final class Quantiles {
  private final double[] sorted;

  /** Of any number; NaN is what none of them give. */
  Quantiles(Collection<Double> measured) {
    sorted = measured.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  int count() {
    return sorted.length;
  }

  /** The value below which such a part of them lies, from 0 to 1. */
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
