package io.github.reelay.policy;

import io.github.reelay.dialect.PollingDefaults;
import java.util.Objects;

/**
 * How fast one provider is asked for all tasks together.
 *
 * @param perSecond at most so many queries begin in a second, evenly spaced; at least 1, default
 *     what the provider tells (50 at toapis, TE10), else 50
 * @param maxConcurrent at most so many queries are without an answer at once; at least 1, default
 *     64
 * @param smooth whether many tasks that fall due together, as after a restart, are spread over one
 *     interval: a provider is then asked at most a tenth faster than its tasks need on average, ten
 *     queries ahead of that aside; true by default
 */
public record RateLimit(int perSecond, int maxConcurrent, boolean smooth) {
  private static final int OURS = 50;
  private static final int MAX_CONCURRENT = 64;

  /** Checks the bounds. */
  public RateLimit {
    if (perSecond < 1 || maxConcurrent < 1) {
      throw new IllegalArgumentException(
          "expected at least one query per second and one in flight, found "
              + perSecond
              + " and "
              + maxConcurrent);
    }
  }

  /** The default for a provider. */
  static RateLimit of(PollingDefaults polling) {
    return new RateLimit(
        Objects.requireNonNullElse(polling.maxPerSecond(), OURS), MAX_CONCURRENT, true);
  }
}
