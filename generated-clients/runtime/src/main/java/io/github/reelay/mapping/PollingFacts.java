package io.github.reelay.mapping;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How often a provider wants to be queried for one task ({@code x-polling}).
 *
 * @param firstQuery from the submission to the first query; zero for immediately
 * @param interval between two queries
 * @param givesUpAfter from the submission to the last query
 * @param perSecond how many queries of all tasks together it takes in a second; null if not
 *     documented
 */
public record PollingFacts(
    Duration firstQuery, Duration interval, Duration givesUpAfter, @Nullable Integer perSecond) {

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if a duration is negative, or the rate less than 1
   */
  public PollingFacts {
    notNegative(firstQuery, "firstQuery");
    notNegative(interval, "interval");
    notNegative(givesUpAfter, "givesUpAfter");
    if (perSecond != null && perSecond < 1) {
      throw new IllegalArgumentException("expected perSecond of at least 1, found " + perSecond);
    }
  }

  private static void notNegative(Duration value, String name) {
    if (Objects.requireNonNull(value, name).isNegative()) {
      throw new IllegalArgumentException("expected " + name + " of zero or more, found " + value);
    }
  }
}
