package io.github.reelay.policy;

import java.time.Duration;
import java.util.Objects;

/**
 * When bad answers end a wait, when a task is forgotten, and how a wait is stretched. All of it is
 * ours, but for the limit of the back-off (TE11). A limit of a count that is greater than 127 is
 * never reached, for bad answers one that is greater than 32,767.
 *
 * @param maxBadResponses so many bad answers in a row for one task end its wait as unreachable:
 *     5xx, no connection, an unreadable body, and once the provider has shown the task nearly
 *     everything else that is no task; at least 1, default 5
 * @param minBadTime how long such a row must last as well, from the first to the last of it; this
 *     does not count until the provider has shown any task; not negative, default 5 min
 * @param maxNotFound so many 404 in a row that do not deny the task end its wait as refused; at
 *     least 1, default 3
 * @param maxDenials so many denials in a row end a wait as refused: answers in which the provider
 *     says, in its contract's own code, that it does not know the task; at least 1, default 3
 * @param gracePeriod how long the denials must go on before a task is forgotten that is younger
 *     than this or of unknown age, and how long a doubt about key or host lasts; not negative,
 *     default 2 min
 * @param maxVideoMissing how often a task that is completed without a video is asked for again; at
 *     least 0, default 3
 * @param maxBackOff where the doubling of the interval ends that follows bad answers, and a 429
 *     without {@code Retry-After}; not negative, default 120 s
 * @param jitter how much of a delay is added to it at most, by chance, so that tasks that were
 *     asked for together drift apart; 0 to 1, default 0.1. Nothing is ever taken off
 * @param minSuspension how long a suspended wait is not asked for at first; each time it is still
 *     refused doubles that; positive, default 30 s
 * @param maxSuspension where that doubling ends; at least the shortest, default 15 min
 * @param suspensionTimeout how long after its submission, or after it was added, a suspended task
 *     is asked for; not negative, default 7 days
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

  /** Checks the bounds. */
  public RetryLimits {
    checkCount(maxBadResponses, 1, "bad answers");
    checkCount(maxNotFound, 1, "404");
    checkCount(maxDenials, 1, "denials");
    checkCount(maxVideoMissing, 0, "queries for a missing video");
    checkTime(minBadTime, "time of bad answers");
    checkTime(gracePeriod, "grace period");
    checkTime(maxBackOff, "back-off");
    checkTime(suspensionTimeout, "time of suspensions");
    if (!(jitter >= 0 && jitter <= 1)) {
      throw new IllegalArgumentException("expected a jitter from 0 to 1, found " + jitter);
    }
    if (minSuspension.isNegative()
        || minSuspension.isZero()
        || maxSuspension.compareTo(minSuspension) < 0) {
      throw new IllegalArgumentException(
          "expected suspensions that are positive and do not shrink, found "
              + minSuspension
              + " to "
              + maxSuspension);
    }
  }

  private static void checkCount(int count, int least, String what) {
    if (count < least) {
      throw new IllegalArgumentException(
          "expected a limit of at least " + least + " for " + what + ", found " + count);
    }
  }

  private static void checkTime(Duration time, String what) {
    if (Objects.requireNonNull(time, what).isNegative()) {
      throw new IllegalArgumentException("expected a " + what + " of zero or more, found " + time);
    }
  }

  /** The same with another number of bad answers that ends a wait. */
  public RetryLimits withMaxBadResponses(int value) {
    return change().maxBadResponses(value).build();
  }

  /** The same with another time that bad answers must last to end a wait. */
  public RetryLimits withMinBadTime(Duration value) {
    return change().minBadTime(value).build();
  }

  /** The same with another number of 404 that ends a wait. */
  public RetryLimits withMaxNotFound(int value) {
    return change().maxNotFound(value).build();
  }

  /** The same with another number of denials that ends a wait. */
  public RetryLimits withMaxDenials(int value) {
    return change().maxDenials(value).build();
  }

  /** The same with another grace period. */
  public RetryLimits withGracePeriod(Duration value) {
    return change().gracePeriod(value).build();
  }

  /** The same with another number of queries for a video that is missing. */
  public RetryLimits withMaxVideoMissing(int value) {
    return change().maxVideoMissing(value).build();
  }

  /** The same with another longest back-off. */
  public RetryLimits withMaxBackOff(Duration value) {
    return change().maxBackOff(value).build();
  }

  /** The same with another jitter. */
  public RetryLimits withJitter(double value) {
    return change().jitter(value).build();
  }

  /** The same with other delays between two queries for a suspended task. */
  public RetryLimits withSuspension(Duration shortest, Duration longest) {
    return change().suspension(shortest, longest).build();
  }

  /** The same with another time after which a suspended task is not asked for any more. */
  public RetryLimits withSuspensionTimeout(Duration value) {
    return change().suspensionTimeout(value).build();
  }

  private RetryLimitsBuilder change() {
    return new RetryLimitsBuilder(this);
  }
}
