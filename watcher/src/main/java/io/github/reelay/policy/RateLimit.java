package io.github.reelay.policy;

import io.github.reelay.dialect.PollingDefaults;
import io.github.reelay.internal.Bounds;
import java.util.Objects;

/**
 * How fast one provider is queried for all tasks together.
 *
 * @param perSecond how many queries begin in a second at most, evenly spaced; at least 1, default
 *     what the provider documents (50 at toapis, TE10), else 50
 * @param maxConcurrent how many queries are in flight at the same time at most; at least 1, default
 *     64
 * @param smooth whether many tasks that fall due together, as after a restart, are spread over one
 *     interval: queries are then limited to 1.1 × tasks / interval, with a burst of ten; true by
 *     default
 */
public record RateLimit(int perSecond, int maxConcurrent, boolean smooth) {
  private static final int OURS = 50;
  private static final int MAX_CONCURRENT = 64;

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if one of the numbers is less than 1
   */
  public RateLimit {
    Bounds.atLeast(1, perSecond, "perSecond");
    Bounds.atLeast(1, maxConcurrent, "maxConcurrent");
  }

  /** What the provider documents, with the defaults above for the rest. */
  static RateLimit of(PollingDefaults polling) {
    return new RateLimit(
        Objects.requireNonNullElse(polling.maxPerSecond(), OURS), MAX_CONCURRENT, true);
  }
}
