package io.github.reelay.policy;

import io.github.reelay.dialect.PollingDefaults;
import io.github.reelay.dialect.ProviderProfile;
import io.github.reelay.internal.Bounds;
import java.time.Duration;
import java.util.Objects;

/**
 * The numbers by which the tasks of one provider are waited for. What a provider documents comes
 * from its {@link ProviderProfile}; the rest is ours. Each can be overridden.
 *
 * @param polling how often one task is queried, and for how long
 * @param retryLimits when bad responses end a wait
 * @param rateLimit how fast the provider is queried for all tasks together
 * @param recordsKept how long after its submission a task that the provider has shown is known to
 *     it; what it denies before is no reason to forget the task. Not negative, default what the
 *     provider documents, else one day
 */
public record PollingRules(
    PollingDefaults polling, RetryLimits retryLimits, RateLimit rateLimit, Duration recordsKept) {

  /**
   * Checks that nothing is null.
   *
   * @throws IllegalArgumentException if {@code recordsKept} is negative
   */
  public PollingRules {
    Objects.requireNonNull(polling, "polling");
    Objects.requireNonNull(retryLimits, "retryLimits");
    Objects.requireNonNull(rateLimit, "rateLimit");
    Bounds.notNegative(recordsKept, "recordsKept");
  }

  /**
   * Rules for a provider that documents nothing about its records: they are taken to be kept a day.
   */
  public PollingRules(PollingDefaults polling, RetryLimits retryLimits, RateLimit rateLimit) {
    this(polling, retryLimits, rateLimit, ProviderProfile.RECORDS_KEPT);
  }

  /** What the provider documents, with the default limits. */
  public static PollingRules of(ProviderProfile profile) {
    PollingDefaults polling = profile.polling();
    return new PollingRules(
        polling, RetryLimits.DEFAULT, RateLimit.of(polling), profile.recordsKept());
  }

  /** The same with another time from the submission to the first query. */
  public PollingRules withInitialDelay(Duration value) {
    return with(
        new PollingDefaults(value, polling.interval(), polling.timeout(), polling.maxPerSecond()));
  }

  /** The same with another time between two queries of a task. */
  public PollingRules withInterval(Duration value) {
    return with(
        new PollingDefaults(
            polling.initialDelay(), value, polling.timeout(), polling.maxPerSecond()));
  }

  /** The same with another time after which a wait is given up. */
  public PollingRules withTimeout(Duration value) {
    return with(
        new PollingDefaults(
            polling.initialDelay(), polling.interval(), value, polling.maxPerSecond()));
  }

  /** The same with other limits of bad responses. */
  public PollingRules withRetryLimits(RetryLimits value) {
    return new PollingRules(polling, value, rateLimit, recordsKept);
  }

  /** The same with another rate limit. */
  public PollingRules withRateLimit(RateLimit value) {
    return new PollingRules(polling, retryLimits, value, recordsKept);
  }

  /** The same with another time for which the provider keeps its records. */
  public PollingRules withRecordsKept(Duration value) {
    return new PollingRules(polling, retryLimits, rateLimit, value);
  }

  private PollingRules with(PollingDefaults value) {
    return new PollingRules(value, retryLimits, rateLimit, recordsKept);
  }
}
