package io.github.reelay.policy;

import io.github.reelay.exchange.Reading;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.task.TaskState;

/**
 * What the answers to the queries of one task were so far.
 *
 * @param queries how many queries were answered, or ended without an answer
 * @param badInARow how many bad answers came last; a 429 between them does not count
 * @param notFoundInARow how many 404 came last; a 429 between them does not count
 * @param rateLimitedInARow how many 429 came last
 * @param videoMissing how many answers showed the task completed without a video
 */
public record History(
    int queries, int badInARow, int notFoundInARow, int rateLimitedInARow, int videoMissing) {

  /** Nothing was asked yet. */
  public static final History NONE = new History(0, 0, 0, 0, 0);

  /** This history with one more answer. */
  public History after(Reading reading) {
    int more = queries + 1;
    if (reading instanceof Reading.TaskSeen seen) {
      return new History(more, 0, 0, 0, videoMissing + (isWithoutVideo(seen) ? 1 : 0));
    }
    return switch (((Reading.NoTask) reading).failure().kind()) {
      case RATE_LIMITED ->
          new History(more, badInARow, notFoundInARow, rateLimitedInARow + 1, videoMissing);
      case NOT_FOUND -> new History(more, 0, notFoundInARow + 1, 0, videoMissing);
      default -> new History(more, badInARow + 1, 0, 0, videoMissing);
    };
  }

  static boolean isWithoutVideo(Reading.TaskSeen seen) {
    return seen.task().state() instanceof TaskState.Failed failed
        && failed.failure().kind() == FailureKind.VIDEO_MISSING;
  }
}
