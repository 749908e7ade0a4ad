package io.github.reelay.cli.watch;

import io.github.reelay.policy.PollingRules;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How tasks are waited for.
 *
 * @param download where videos go; null if they are not to be downloaded
 * @param timeout after which a wait is given up; null for the provider's own
 * @param every how long it is between two queries of a task; null for the provider's own
 * @param printing what goes to standard output, and when
 * @param command what goes on with what is left; null if nothing can
 */
public record WatchOptions(
    @Nullable DownloadOptions download,
    @Nullable Duration timeout,
    @Nullable Duration every,
    Printing printing,
    @Nullable ResumeCommand command) {

  private static final Duration NEVER = Duration.ofDays(36_500);

  /** What goes to standard output. */
  public enum Printing {
    /** Each result that differs from the one before, immediately. */
    CHANGES,
    /** Each task when it has ended. */
    ENDS,
    /** Each task when all have ended, in the order in which they were named. */
    IN_ORDER,
    /** Each video that is on the disk. */
    VIDEOS
  }

  /** Whether videos are all that is wanted: then a task that has none yet is not waited for. */
  boolean once() {
    return printing == Printing.VIDEOS;
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
