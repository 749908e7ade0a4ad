package io.github.reelay.cli.command;

import io.github.reelay.policy.PollingRules;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long tasks are waited for, and how often they are queried.
 *
 * @param timeout after which a wait is given up; null for the provider's own
 * @param every how long it is between two queries of a task; null for the provider's own
 */
record WaitRules(@Nullable Duration timeout, @Nullable Duration every) {
  private static final Duration NEVER = Duration.ofDays(36_500);

  /** The provider's rules with what differs, where another process resumes suspended waits. */
  PollingRules changeForReplica(PollingRules rules) {
    PollingRules changed = every == null ? rules : rules.withInterval(every);
    return timeout == null ? changed : changed.withTimeout(timeout);
  }

  /** The provider's rules with what differs. Without a time limit no suspended wait goes on. */
  PollingRules change(PollingRules rules) {
    PollingRules changed = every == null ? rules : rules.withInterval(every);
    return timeout == null
        ? changed.withRetryLimits(
            changed.retryLimits().toBuilder().suspension(NEVER, NEVER).build())
        : changed.withTimeout(timeout);
  }
}
