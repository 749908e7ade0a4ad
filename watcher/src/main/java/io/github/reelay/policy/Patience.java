package io.github.reelay.policy;

import java.time.Duration;

/**
 * When bad answers end a wait, and how the wait is stretched. All of it is ours, but for the limit
 * of the back-off (TE11).
 *
 * @param badAnswers so many in a row end a wait as unreachable: 5xx, no connection, an unreadable
 *     body; at least 1, default 5
 * @param notFound so many 404 in a row end a wait as refused: a new task may not be known
 *     everywhere at once; at least 1, default 3
 * @param videoMissing how often a task that is completed without a video is asked for again; at
 *     least 0, default 3
 * @param longestBackOff where the doubling of the interval ends that follows a 429 without {@code
 *     Retry-After}; not negative, default 120 s
 * @param jitter how much of a delay is added to it at most, by chance, so that tasks that were
 *     asked for together drift apart; 0 to 1, default 0.1. Nothing is ever taken off
 */
public record Patience(
    int badAnswers, int notFound, int videoMissing, Duration longestBackOff, double jitter) {

  /** The defaults named above. */
  public static final Patience DEFAULT = new Patience(5, 3, 3, Duration.ofSeconds(120), 0.1);

  /** Checks the bounds. */
  public Patience {
    if (badAnswers < 1 || notFound < 1 || videoMissing < 0 || longestBackOff.isNegative()) {
      throw new IllegalArgumentException(
          "expected at least one bad answer, one 404, no negative number and no negative back-off,"
              + " found "
              + badAnswers
              + ", "
              + notFound
              + ", "
              + videoMissing
              + ", "
              + longestBackOff);
    }
    if (!(jitter >= 0 && jitter <= 1)) {
      throw new IllegalArgumentException("expected a jitter from 0 to 1, found " + jitter);
    }
  }
}
