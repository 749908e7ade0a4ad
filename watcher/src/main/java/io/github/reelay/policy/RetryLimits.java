package io.github.reelay.policy;

import io.github.reelay.internal.Bounds;
import java.time.Duration;

/**
 * When bad responses end a wait, when a task is forgotten, and how a wait is stretched. All of it
 * is ours, but for the limit of the back-off (TE11). Counts are kept up to 127 (bad responses:
 * 32,767), so a larger limit is never reached.
 *
 * @param maxBadResponses so many bad responses in a row for one task end its wait as unreachable:
 *     5xx, no connection, an unreadable body, and once the provider has shown the task nearly
 *     everything else that is no task; at least 1, default 5
 * @param minBadTime how long such a streak must last as well, from the first to the last of it;
 *     this does not count until the provider has shown any task; not negative, default 5 min
 * @param maxNotFound so many 404 in a row that do not deny the task end its wait as refused; at
 *     least 1, default 3
 * @param maxDenials so many denials in a row end a wait as refused: responses in which the provider
 *     says, in its contract's own code, that it does not know the task; at least 1, default 3
 * @param gracePeriod how long the denials must go on before a task is forgotten that is younger
 *     than this or of unknown age, and how long a doubt about key or host lasts; not negative,
 *     default 2 min
 * @param maxVideoMissing how often a task that is completed without a video is queried again; at
 *     least 0, default 3
 * @param maxBackOff where the doubling of the interval ends that follows bad responses, and a 429
 *     without {@code Retry-After}; not negative, default 120 s
 * @param jitter how much of a delay is added to it at most, by chance, so that tasks that were
 *     queried together drift apart; 0 to 1, default 0.1. Nothing is ever taken off
 * @param minSuspension how long the task of a suspended wait is not queried at first; each time it
 *     is still refused doubles that; positive, default 30 s
 * @param maxSuspension where that doubling ends; at least the shortest, default 15 min
 * @param suspensionTimeout how long after its submission, or after it was added, a suspended task
 *     is queried; not negative, default 7 days
 */
public record RetryLimits(
    int maxBadResponses,
    Duration minBadTime,
    int maxNotFound,
    int maxDenials,
    Duration gracePeriod,
    int maxVideoMissing,
    Duration maxBackOff,
    double jitter,
    Duration minSuspension,
    Duration maxSuspension,
    Duration suspensionTimeout) {

  /** The defaults named above. */
  public static final RetryLimits DEFAULT =
      new RetryLimits(
          5,
          Duration.ofMinutes(5),
          3,
          3,
          Duration.ofMinutes(2),
          3,
          Duration.ofSeconds(120),
          0.1,
          Duration.ofSeconds(30),
          Duration.ofMinutes(15),
          Duration.ofDays(7));

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if a limit is out of its range
   */
  public RetryLimits {
    Bounds.atLeast(1, maxBadResponses, "maxBadResponses");
    Bounds.atLeast(1, maxNotFound, "maxNotFound");
    Bounds.atLeast(1, maxDenials, "maxDenials");
    Bounds.atLeast(0, maxVideoMissing, "maxVideoMissing");
    Bounds.notNegative(minBadTime, "minBadTime");
    Bounds.notNegative(gracePeriod, "gracePeriod");
    Bounds.notNegative(maxBackOff, "maxBackOff");
    Bounds.notNegative(suspensionTimeout, "suspensionTimeout");
    if (!(jitter >= 0 && jitter <= 1)) {
      throw new IllegalArgumentException("expected a jitter from 0 to 1, found " + jitter);
    }
    checkSuspension(minSuspension, maxSuspension);
  }

  private static void checkSuspension(Duration shortest, Duration longest) {
    Bounds.positive(shortest, "minSuspension");
    if (longest.compareTo(shortest) < 0) {
      throw new IllegalArgumentException(
          "expected a maxSuspension of at least the minSuspension "
              + shortest
              + ", found "
              + longest
              + "; raise maxSuspension or lower minSuspension");
    }
  }

  /** A builder that begins with the defaults. */
  public static Builder builder() {
    return DEFAULT.toBuilder();
  }

  /** A builder that begins with these limits. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Builds limits; each setter is named for the member that it sets. */
  public static final class Builder {
    private int maxBadResponses;
    private Duration minBadTime;
    private int maxNotFound;
    private int maxDenials;
    private Duration gracePeriod;
    private int maxVideoMissing;
    private Duration maxBackOff;
    private double jitter;
    private Duration minSuspension;
    private Duration maxSuspension;
    private Duration suspensionTimeout;

    private Builder(RetryLimits from) {
      this.maxBadResponses = from.maxBadResponses;
      this.minBadTime = from.minBadTime;
      this.maxNotFound = from.maxNotFound;
      this.maxDenials = from.maxDenials;
      this.gracePeriod = from.gracePeriod;
      this.maxVideoMissing = from.maxVideoMissing;
      this.maxBackOff = from.maxBackOff;
      this.jitter = from.jitter;
      this.minSuspension = from.minSuspension;
      this.maxSuspension = from.maxSuspension;
      this.suspensionTimeout = from.suspensionTimeout;
    }

    /** See {@link RetryLimits#maxBadResponses}. */
    public Builder maxBadResponses(int value) {
      maxBadResponses = value;
      return this;
    }

    /** See {@link RetryLimits#minBadTime}. */
    public Builder minBadTime(Duration value) {
      minBadTime = value;
      return this;
    }

    /** See {@link RetryLimits#maxNotFound}. */
    public Builder maxNotFound(int value) {
      maxNotFound = value;
      return this;
    }

    /** See {@link RetryLimits#maxDenials}. */
    public Builder maxDenials(int value) {
      maxDenials = value;
      return this;
    }

    /** See {@link RetryLimits#gracePeriod}. */
    public Builder gracePeriod(Duration value) {
      gracePeriod = value;
      return this;
    }

    /** See {@link RetryLimits#maxVideoMissing}. */
    public Builder maxVideoMissing(int value) {
      maxVideoMissing = value;
      return this;
    }

    /** See {@link RetryLimits#maxBackOff}. */
    public Builder maxBackOff(Duration value) {
      maxBackOff = value;
      return this;
    }

    /** See {@link RetryLimits#jitter}. */
    public Builder jitter(double value) {
      jitter = value;
      return this;
    }

    /** See {@link RetryLimits#minSuspension} and {@link RetryLimits#maxSuspension}. */
    public Builder suspension(Duration shortest, Duration longest) {
      minSuspension = shortest;
      maxSuspension = longest;
      return this;
    }

    /** See {@link RetryLimits#suspensionTimeout}. */
    public Builder suspensionTimeout(Duration value) {
      suspensionTimeout = value;
      return this;
    }

    /**
     * The limits.
     *
     * @throws IllegalArgumentException if one of them is out of its range
     */
    public RetryLimits build() {
      return new RetryLimits(
          maxBadResponses,
          minBadTime,
          maxNotFound,
          maxDenials,
          gracePeriod,
          maxVideoMissing,
          maxBackOff,
          jitter,
          minSuspension,
          maxSuspension,
          suspensionTimeout);
    }
  }
}
