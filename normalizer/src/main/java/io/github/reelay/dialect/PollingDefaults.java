package io.github.reelay.dialect;

import io.github.reelay.internal.Bounds;
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
    Bounds.notNegative(initialDelay, "initialDelay");
    Bounds.notNegative(interval, "interval");
    Bounds.notNegative(timeout, "timeout");
    if (maxPerSecond != null) {
      Bounds.atLeast(1, maxPerSecond, "maxPerSecond");
    }
  }
}
