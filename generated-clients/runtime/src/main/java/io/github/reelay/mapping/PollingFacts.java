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

  /** Checks that no duration is null. */
  public PollingFacts {
    Objects.requireNonNull(firstQuery, "firstQuery");
    Objects.requireNonNull(interval, "interval");
    Objects.requireNonNull(givesUpAfter, "givesUpAfter");
  }
}
