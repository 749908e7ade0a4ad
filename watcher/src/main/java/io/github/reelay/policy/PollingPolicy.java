package io.github.reelay.policy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Decides after each response whether, and when, a task is queried again. Pure: equal contexts give
 * equal decisions, and nothing but the context is looked at.
 */
@FunctionalInterface
public interface PollingPolicy {

  /**
   * Decides after a response. Called under a lock of the watcher, so it must not block. If it
   * throws, the rules of the provider decide.
   */
  PollDecision decide(PollContext context);

  /** The policy that a watcher has by default. */
  static PollingPolicy of(PollingRules rules) {
    return new StandardPolicy(rules);
  }

  /**
   * The delay before the first query.
   *
   * @param age how long ago the task was submitted; null if that is not known: then immediately
   */
  static Duration firstDelay(PollingRules rules, @Nullable Duration age) {
    if (age == null) {
      return Duration.ZERO;
    }
    Duration rest = rules.polling().initialDelay().minus(age);
    return rest.isNegative() ? Duration.ZERO : rest;
  }
}
