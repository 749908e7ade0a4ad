package io.github.reelay.policy;

import io.github.reelay.internal.Bounds;
import java.time.Duration;

/**
 * A delay that doubles with each failure in a row, up to a limit.
 *
 * @param first the delay after the first failure; positive
 * @param longest the delay that is never exceeded, not by the first either; not negative
 */
public record ExponentialBackoff(Duration first, Duration longest) {

  /**
   * Checks the range of both delays.
   *
   * @throws IllegalArgumentException if the first is not positive or the longest negative
   */
  public ExponentialBackoff {
    Bounds.positive(first, "first");
    Bounds.notNegative(longest, "longest");
  }

  /**
   * The delay after some doublings, {@link #longest} at most.
   *
   * @param doublings how often the first delay is doubled; a negative number counts as 0
   */
  public Duration delay(int doublings) {
    Duration half = longest.dividedBy(2); // beyond it a doubling could overflow
    Duration delay = first;
    for (int i = 0; i < doublings && delay.compareTo(longest) < 0; i++) {
      delay = delay.compareTo(half) > 0 ? longest : delay.plus(delay);
    }
    return delay.compareTo(longest) < 0 ? delay : longest;
  }
}
