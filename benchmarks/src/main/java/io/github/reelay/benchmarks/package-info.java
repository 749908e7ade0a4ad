/**
 * What things cost: each is compared with the barest way of doing the same in the same run. A class
 * ending in Scale is one benchmark, and so are {@code Soak} and {@code ReadingBenchmark}; the
 * others are what these drive. Comparisons with other clients are in {@code peers}, and proofs
 * about a cluster in {@code cluster}.
 */
@NullMarked
package io.github.reelay.benchmarks;

import org.jspecify.annotations.NullMarked;
