package io.github.reelay.policy;

import io.github.reelay.exchange.Reading;
import java.time.Duration;
import java.util.Objects;

/**
 * All that the decision about the next query of a task depends on.
 *
 * @param last the last answer: the task as it was seen, or why it was not
 * @param history what the answers were, the last one included
 * @param elapsed since the submission if that is known, else since the wait began
 */
public record Situation(Reading last, History history, Duration elapsed) {
  /** Checks that nothing is null and that the time did not run backwards. */
  public Situation {
    Objects.requireNonNull(last, "last");
    Objects.requireNonNull(history, "history");
    if (elapsed.isNegative()) {
      throw new IllegalArgumentException(
          "expected an elapsed time of zero or more, found " + elapsed);
    }
  }
}
