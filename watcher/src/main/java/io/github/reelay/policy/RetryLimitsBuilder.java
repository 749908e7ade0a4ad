package io.github.reelay.policy;

import java.time.Duration;

/** A patience of which single limits are changed before it is built. */
final class RetryLimitsBuilder {
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

  RetryLimitsBuilder(RetryLimits from) {
    this.maxBadResponses = from.maxBadResponses();
    this.minBadTime = from.minBadTime();
    this.maxNotFound = from.maxNotFound();
    this.maxDenials = from.maxDenials();
    this.gracePeriod = from.gracePeriod();
    this.maxVideoMissing = from.maxVideoMissing();
    this.maxBackOff = from.maxBackOff();
    this.jitter = from.jitter();
    this.minSuspension = from.minSuspension();
    this.maxSuspension = from.maxSuspension();
    this.suspensionTimeout = from.suspensionTimeout();
  }

  RetryLimitsBuilder maxBadResponses(int value) {
    maxBadResponses = value;
    return this;
  }

  RetryLimitsBuilder minBadTime(Duration value) {
    minBadTime = value;
    return this;
  }

  RetryLimitsBuilder maxNotFound(int value) {
    maxNotFound = value;
    return this;
  }

  RetryLimitsBuilder maxDenials(int value) {
    maxDenials = value;
    return this;
  }

  RetryLimitsBuilder gracePeriod(Duration value) {
    gracePeriod = value;
    return this;
  }

  RetryLimitsBuilder maxVideoMissing(int value) {
    maxVideoMissing = value;
    return this;
  }

  RetryLimitsBuilder maxBackOff(Duration value) {
    maxBackOff = value;
    return this;
  }

  RetryLimitsBuilder jitter(double value) {
    jitter = value;
    return this;
  }

  RetryLimitsBuilder suspension(Duration shortest, Duration longest) {
    minSuspension = shortest;
    maxSuspension = longest;
    return this;
  }

  RetryLimitsBuilder suspensionTimeout(Duration value) {
    suspensionTimeout = value;
    return this;
  }

  RetryLimits build() {
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
