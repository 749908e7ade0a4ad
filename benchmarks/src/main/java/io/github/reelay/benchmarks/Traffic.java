package io.github.reelay.benchmarks;

/** How many queries each provider got in each tenth of a second, and whether any came too early. */
final class Traffic implements InMemoryProviders.Meter {
  private static final long TENTH = 100_000_000;
  private static final int TEN_SECONDS = 100;

  private final int[][] tenths;
  private long queries;
  private long early;

  Traffic(int seconds) {
    this.tenths = new int[3][seconds * 10 + 1];
  }

  @Override
  public void queried(int provider, long at, long dueAt) {
    tenths[provider][(int) (at / TENTH)]++;
    queries++;
    if (at < dueAt) {
      early++;
    }
  }

  long queries() {
    return queries;
  }

  long early() {
    return early;
  }

  /** The busiest ten seconds of any provider, as a multiple of its mean. */
  double peak(int fromSecond, int toSecond) {
    double worst = 0;
    for (int[] provider : tenths) {
      worst = Math.max(worst, peak(provider, fromSecond * 10, toSecond * 10));
    }
    return worst;
  }

  private static double peak(int[] counts, int from, int to) {
    long all = 0;
    long window = 0;
    long busiest = 0;
    for (int i = from; i < to; i++) {
      all += counts[i];
      window += counts[i] - (i - from >= TEN_SECONDS ? counts[i - TEN_SECONDS] : 0);
      busiest = Math.max(busiest, window);
    }
    return busiest / (all * (double) TEN_SECONDS / (to - from));
  }
}
