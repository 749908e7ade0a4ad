package io.github.reelay.policy;

import java.time.Duration;
import java.util.Objects;

/**
 * When bad answers end a wait, when a task is forgotten, and how a wait is stretched. All of it is
 * ours, but for the limit of the back-off (TE11). A limit of a count that is greater than 127 is
 * never reached, for bad answers one that is greater than 32,767.
 *
 * @param badAnswers so many bad answers in a row for one task end its wait as unreachable: 5xx, no
 *     connection, an unreadable body, and once the provider has shown the task nearly everything
 *     else that is no task; at least 1, default 5
 * @param badFor how long such a row must last as well, from the first to the last of it; this does
 *     not count until the provider has shown any task; not negative, default 5 min
 * @param notFound so many 404 in a row that do not deny the task end its wait as refused; at least
 *     1, default 3
 * @param denials so many denials in a row end a wait as refused: answers in which the provider
 *     says, in its contract's own code, that it does not know the task; at least 1, default 3
 * @param gracePeriod how long the denials must go on before a task is forgotten that is younger
 *     than this or of unknown age, and how long a doubt about key or host lasts; not negative,
 *     default 2 min
 * @param videoMissing how often a task that is completed without a video is asked for again; at
 *     least 0, default 3
 * @param longestBackOff where the doubling of the interval ends that follows bad answers, and a 429
 *     without {@code Retry-After}; not negative, default 120 s
 * @param jitter how much of a delay is added to it at most, by chance, so that tasks that were
 *     asked for together drift apart; 0 to 1, default 0.1. Nothing is ever taken off
 * @param shortestSuspension how long a suspended wait is not asked for at first; each time it is
 *     still refused doubles that; positive, default 30 s
 * @param longestSuspension where that doubling ends; at least the shortest, default 15 min
 * @param suspendedUntil how long after its submission, or after it was added, a suspended task is
 *     asked for; not negative, default 7 days
 */
public record Patience(
    int badAnswers,
    Duration badFor,
    int notFound,
    int denials,
    Duration gracePeriod,
    int videoMissing,
    Duration longestBackOff,
    double jitter,
    Duration shortestSuspension,
    Duration longestSuspension,
    Duration suspendedUntil) {

  /** The defaults named above. */
  public static final Patience DEFAULT =
      new Patience(
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
  public Patience {
    checkCount(badAnswers, 1, "bad answers");
    checkCount(notFound, 1, "404");
    checkCount(denials, 1, "denials");
    checkCount(videoMissing, 0, "queries for a missing video");
    checkTime(badFor, "time of bad answers");
    checkTime(gracePeriod, "grace period");
    checkTime(longestBackOff, "back-off");
    checkTime(suspendedUntil, "time of suspensions");
    if (!(jitter >= 0 && jitter <= 1)) {
      throw new IllegalArgumentException("expected a jitter from 0 to 1, found " + jitter);
    }
    if (shortestSuspension.isNegative()
        || shortestSuspension.isZero()
        || longestSuspension.compareTo(shortestSuspension) < 0) {
      throw new IllegalArgumentException(
          "expected suspensions that are positive and do not shrink, found "
              + shortestSuspension
              + " to "
              + longestSuspension);
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
    private int badAnswers;
    private Duration badFor;
    private int notFound;
    private int denials;
    private Duration gracePeriod;
    private int videoMissing;
    private Duration longestBackOff;
    private double jitter;
    private Duration shortestSuspension;
    private Duration longestSuspension;
    private Duration suspendedUntil;

    private Builder(Patience from) {
      this.badAnswers = from.badAnswers;
      this.badFor = from.badFor;
      this.notFound = from.notFound;
      this.denials = from.denials;
      this.gracePeriod = from.gracePeriod;
      this.videoMissing = from.videoMissing;
      this.longestBackOff = from.longestBackOff;
      this.jitter = from.jitter;
      this.shortestSuspension = from.shortestSuspension;
      this.longestSuspension = from.longestSuspension;
      this.suspendedUntil = from.suspendedUntil;
    }

    /** See {@link Patience#badAnswers}. */
    public Builder badAnswers(int value) {
      badAnswers = value;
      return this;
    }

    /** See {@link Patience#badFor}. */
    public Builder badFor(Duration value) {
      badFor = value;
      return this;
    }

    /** See {@link Patience#notFound}. */
    public Builder notFound(int value) {
      notFound = value;
      return this;
    }

    /** See {@link Patience#denials}. */
    public Builder denials(int value) {
      denials = value;
      return this;
    }

    /** See {@link Patience#gracePeriod}. */
    public Builder gracePeriod(Duration value) {
      gracePeriod = value;
      return this;
    }

    /** See {@link Patience#videoMissing}. */
    public Builder videoMissing(int value) {
      videoMissing = value;
      return this;
    }

    /** See {@link Patience#longestBackOff}. */
    public Builder longestBackOff(Duration value) {
      longestBackOff = value;
      return this;
    }

    /** See {@link Patience#jitter}. */
    public Builder jitter(double value) {
      jitter = value;
      return this;
    }

    /** See {@link Patience#shortestSuspension} and {@link Patience#longestSuspension}. */
    public Builder suspension(Duration shortest, Duration longest) {
      shortestSuspension = shortest;
      longestSuspension = longest;
      return this;
    }

    /** See {@link Patience#suspendedUntil}. */
    public Builder suspendedUntil(Duration value) {
      suspendedUntil = value;
      return this;
    }

    /**
     * The limits.
     *
     * @throws IllegalArgumentException if one of them is out of its range
     */
    public Patience build() {
      return new Patience(
          badAnswers,
          badFor,
          notFound,
          denials,
          gracePeriod,
          videoMissing,
          longestBackOff,
          jitter,
          shortestSuspension,
          longestSuspension,
          suspendedUntil);
    }
  }
}
