package io.github.reelay.dialect;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often a provider wants to be asked for one task.
 *
 * @param firstQuery from the submission to the first query; zero for at once
 * @param interval between two queries
 * @param givesUpAfter from the submission to the last query
 * @param queriesPerSecond how many queries of all tasks together it takes in a second; null if it
 *     does not say
 */
public record Polling(
    Duration firstQuery,
    Duration interval,
    Duration givesUpAfter,
    @Nullable Integer queriesPerSecond) {

  /** Checks that no duration is negative and that some query is allowed. */
  public Polling {
    if (firstQuery.isNegative() || interval.isNegative() || givesUpAfter.isNegative()) {
      throw new IllegalArgumentException(
          "expected durations of zero or more, found "
              + firstQuery
              + ", "
              + interval
              + ", "
              + givesUpAfter);
    }
    if (queriesPerSecond != null && queriesPerSecond < 1) {
      throw new IllegalArgumentException(
          "expected at least one query per second, found " + queriesPerSecond);
    }
  }
}
