package io.github.reelay.policy;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.internal.Bounds;
import java.time.Duration;
import java.util.Objects;

/**
 * All that the decision about the next query of a task depends on.
 *
 * @param last the last response: the task as it was seen, or why it was not
 * @param history what the responses were, the last one included
 * @param elapsed how long the task was waited for: since the submission if that is known, else
 *     since it was added, without the time for which the wait was suspended
 * @param age how old the task is: since the submission if that is known, else since it was added
 * @param submissionKnown whether the age counts from the submission
 * @param provider what the responses to all tasks of the provider were, the last one included
 */
public record PollContext(
    QueryResult last,
    PollHistory history,
    Duration elapsed,
    Duration age,
    boolean submissionKnown,
    ProviderHistory provider) {

  /**
   * Checks that nothing is null.
   *
   * @throws IllegalArgumentException if {@code elapsed} or {@code age} is negative
   */
  public PollContext {
    Objects.requireNonNull(last, "last");
    Objects.requireNonNull(history, "history");
    Objects.requireNonNull(provider, "provider");
    Bounds.notNegative(elapsed, "elapsed");
    Bounds.notNegative(age, "age");
  }
}
