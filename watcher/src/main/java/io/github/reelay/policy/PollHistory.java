package io.github.reelay.policy;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.internal.Bounds;
import io.github.reelay.task.VideoTask;
import java.time.Duration;

/**
 * What the responses to the queries of one task were so far. A 429 neither adds to a streak of bad
 * responses, 404 or denials nor ends it.
 *
 * @param queries how many queries had a response, or ended without one
 * @param badInARow how many bad responses or refusals came last
 * @param notFoundInARow how many 404 came last, those counted that deny the task
 * @param denialsInARow how many responses came last that deny the task
 * @param rateLimitedInARow how many 429 came last
 * @param videoMissing how many responses showed the task completed without a video
 * @param shown whether any response showed the task
 * @param streakBegan the age of the task at the first of the bad responses or denials that came
 *     last; zero if there are none
 */
public record PollHistory(
    int queries,
    int badInARow,
    int notFoundInARow,
    int denialsInARow,
    int rateLimitedInARow,
    int videoMissing,
    boolean shown,
    Duration streakBegan) {

  /** The history of a task that was not queried yet. */
  public static final PollHistory NONE = new PollHistory(0, 0, 0, 0, 0, 0, false, Duration.ZERO);

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if a count or the age is negative
   */
  public PollHistory {
    Bounds.atLeast(0, queries, "queries");
    Bounds.atLeast(0, badInARow, "badInARow");
    Bounds.atLeast(0, notFoundInARow, "notFoundInARow");
    Bounds.atLeast(0, denialsInARow, "denialsInARow");
    Bounds.atLeast(0, rateLimitedInARow, "rateLimitedInARow");
    Bounds.atLeast(0, videoMissing, "videoMissing");
    Bounds.notNegative(streakBegan, "streakBegan");
  }

  /**
   * This history with one more response.
   *
   * @param age how old the task was when it came, as in {@link PollContext#age}
   */
  public PollHistory after(QueryResult result, Duration age) {
    return switch (result.kind()) {
      case FOUND -> after(result.taskOrThrow());
      case FAILED -> after(((QueryResult.Failed) result).failure(), age);
    };
  }

  private PollHistory after(VideoTask task) {
    int missing = videoMissing + (isWithoutVideo(task) ? 1 : 0);
    return new PollHistory(queries + 1, 0, 0, 0, 0, missing, true, Duration.ZERO);
  }

  private PollHistory after(Failure failure, Duration age) {
    return switch (ResponseClass.of(failure, shown)) {
      case RATE_LIMIT ->
          streak(badInARow, notFoundInARow, denialsInARow, streakBegan)
              .withRateLimit(rateLimitedInARow);
      case NOT_FOUND -> streak(0, notFoundInARow + 1, 0, Duration.ZERO);
      case DENIAL ->
          shown
              ? streak(badInARow + 1, 0, denialsInARow + 1, badInARow == 0 ? age : streakBegan)
              : streak(
                  0, notFoundInARow + 1, denialsInARow + 1, denialsInARow == 0 ? age : streakBegan);
      case BAD, REFUSAL -> streak(badInARow + 1, 0, 0, badInARow == 0 ? age : streakBegan);
    };
  }

  private PollHistory streak(int bad, int notFound, int denials, Duration began) {
    return new PollHistory(queries + 1, bad, notFound, denials, 0, videoMissing, shown, began);
  }

  private PollHistory withRateLimit(int before) {
    return new PollHistory(
        queries,
        badInARow,
        notFoundInARow,
        denialsInARow,
        before + 1,
        videoMissing,
        shown,
        streakBegan);
  }

  static boolean isWithoutVideo(VideoTask task) {
    Failure failure = task.failure();
    return failure != null && failure.kind() == FailureKind.VIDEO_MISSING;
  }
}
