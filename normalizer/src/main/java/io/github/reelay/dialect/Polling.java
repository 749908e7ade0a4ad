package io.github.reelay.dialect;

import java.time.Duration;

/**
 * How often a provider wants to be asked for one task.
 *
 * @param firstQuery from the submission to the first query; zero for at once
 * @param interval between two queries
 * @param givesUpAfter from the submission to the last query
 */
public record Polling(Duration firstQuery, Duration interval, Duration givesUpAfter) {

  /** Checks that no duration is negative. */
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
  }
}
