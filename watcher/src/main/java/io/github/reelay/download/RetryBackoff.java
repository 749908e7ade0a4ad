package io.github.reelay.download;

import io.github.reelay.policy.ExponentialBackoff;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Counts the attempts without progress, and computes the wait before the next one. */
final class RetryBackoff {
  private static final int IN_ALL = 1_000;
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final ExponentialBackoff BACKOFF =
      new ExponentialBackoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

  private final int most;
  private int withoutProgress;
  private int all;

  /** Allows so many in a row. */
  RetryBackoff(int most) {
    this.most = most;
  }

  /**
   * Counts one more attempt.
   *
   * @param progress whether more bytes are on the disk than before
   * @param retryAfter how long the video host says to wait; null if it does not
   * @return how long to wait before the next attempt; null if there is none, also if the video host
   *     says to wait more than an hour
   */
  @Nullable Duration next(boolean progress, @Nullable Duration retryAfter) {
    withoutProgress = progress ? 0 : withoutProgress + 1;
    all++;
    boolean tooLate = retryAfter != null && retryAfter.compareTo(LONGEST) > 0;
    if (withoutProgress == most || all == IN_ALL || tooLate) {
      return null;
    }
    Duration ours = progress ? Duration.ZERO : BACKOFF.delay(withoutProgress - 1);
    return retryAfter != null && retryAfter.compareTo(ours) > 0 ? retryAfter : ours;
  }

  /** How many there were in a row without progress. */
  int inARow() {
    return withoutProgress;
  }
}
