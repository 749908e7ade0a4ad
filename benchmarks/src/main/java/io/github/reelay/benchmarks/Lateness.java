package io.github.reelay.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** How late queries came, in tenths of a millisecond. */
final class Lateness implements InMemoryProviders.Meter {
  private static final long STEP = 100_000;

  private final int[] counts = new int[100_000];
  private int queries;
  private int early;

  /** Forgets what was, so that only what follows is measured. */
  synchronized void begin() {
    Arrays.fill(counts, 0);
    queries = 0;
    early = 0;
  }

  @Override
  public synchronized void queried(int provider, long at, long dueAt) {
    queries++;
    early += at < dueAt ? 1 : 0;
    counts[(int) Math.min(Math.max(at - dueAt, 0) / STEP, counts.length - 1)]++;
  }

  synchronized String row(int tasks, int seconds) {
    return String.format(
        Locale.ROOT,
        "| %,d | %,d/s | %.1f ms | %.1f ms | %.1f ms | %.2f %% | %d |",
        tasks,
        queries / seconds,
        percentile(0.5),
        percentile(0.99),
        percentile(0.999),
        100 * within(10),
        early);
  }

  private double percentile(double share) {
    long wanted = (long) Math.ceil(share * queries);
    int step = 0;
    for (long seen = counts[0]; seen < wanted; seen += counts[step]) {
      step++;
    }
    return (step + 1) * STEP / 1e6;
  }

  private double within(int millis) {
    long seen = 0;
    for (int step = 0; step < millis * 1_000_000L / STEP; step++) {
      seen += counts[step];
    }
    return seen / (double) queries;
  }
}
