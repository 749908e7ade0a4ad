package io.github.reelay.download;

import io.github.reelay.policy.ExponentialBackoff;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Counts the attempts without progress, and computes the wait before the next one. */
final class RetryBackoff {
  private static final int MOST_ATTEMPTS = 1_000;
  private static final String LATER = "; try again later";

  /** The longest {@code Retry-After} of a video host that is waited for. */
  static final Duration LONGEST = Duration.ofHours(1);

  private static final ExponentialBackoff BACKOFF =
      new ExponentialBackoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

  private final int most;
  private int withoutProgress;
  private int all;
  private String ending = "";

  /**
   * No attempt was made yet.
   *
   * @param most how many attempts in a row may bring nothing; of all together there are at most
   *     1,000
   */
  RetryBackoff(int most) {
    this.most = most;
  }

  /**
   * Counts one more attempt.
   *
   * @param progress whether more bytes are on the disk than before
   * @param retryAfter how long the video host says to wait; null if it does not
   * @return how long to wait before the next attempt; null if there is none, as {@link #ending}
   *     says: too many brought nothing, it was the last of all, or the video host says to wait more
   *     than an hour
   */
  @Nullable Duration next(boolean progress, @Nullable Duration retryAfter) {
    withoutProgress = progress ? 0 : withoutProgress + 1;
    all++;
    if (retryAfter != null && retryAfter.compareTo(LONGEST) > 0) {
      return end(", with a Retry-After of " + retryAfter.toSeconds() + " s; try again then");
    }
    if (withoutProgress == most) {
      return end((most == 1 ? "" : ", " + most + " times in a row") + LATER);
    }
    if (all == MOST_ATTEMPTS) {
      return end(", at attempt " + all + LATER);
    }
    Duration ours = progress ? Duration.ZERO : BACKOFF.delay(withoutProgress - 1);
    return later(ours, retryAfter);
  }

  /** The longer of two waits, of which the second may be unknown. */
  static Duration later(Duration ours, @Nullable Duration retryAfter) {
    return retryAfter != null && retryAfter.compareTo(ours) > 0 ? retryAfter : ours;
  }

  private @Nullable Duration end(String reason) {
    ending = reason;
    return null;
  }

  /** Why there is no other attempt, as the end of a sentence; empty while there is one. */
  String ending() {
    return ending;
  }
}
