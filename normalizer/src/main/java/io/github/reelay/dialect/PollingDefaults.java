package io.github.reelay.dialect;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often a provider wants to be queried for one task.
 *
 * @param initialDelay from the submission to the first query; zero for immediately
 * @param interval between two queries
 * @param timeout from the submission to the last query
 * @param maxPerSecond how many queries of all tasks together it takes in a second; null if it does
 *     not say
 */
public record PollingDefaults(
    Duration initialDelay, Duration interval, Duration timeout, @Nullable Integer maxPerSecond) {

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if a duration is negative, or {@code maxPerSecond} below one
   */
  public PollingDefaults {
    check(initialDelay, "initialDelay");
    check(interval, "interval");
    check(timeout, "timeout");
    if (maxPerSecond != null && maxPerSecond < 1) {
      throw new IllegalArgumentException(
          "expected maxPerSecond of at least 1, found " + maxPerSecond);
    }
  }

  private static void check(Duration found, String member) {
    if (found.isNegative()) {
      throw new IllegalArgumentException("expected " + member + " of zero or more, found " + found);
    }
  }
}
