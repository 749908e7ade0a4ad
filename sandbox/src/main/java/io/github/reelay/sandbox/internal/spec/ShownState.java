package io.github.reelay.sandbox.internal.spec;

import io.github.reelay.mapping.CanonicalStatus;

/**
 * What a response is to show of a task.
 *
 * @param status its state
 * @param video whether it has the URL of a video
 * @param name what the example is called by custom: of several that show the same, the one of this
 *     name is taken
 */
public record ShownState(CanonicalStatus status, boolean video, String name) {

  /** Waiting. */
  public static final ShownState QUEUED = without(CanonicalStatus.QUEUED, "queued");

  /** Being made. */
  public static final ShownState RUNNING = without(CanonicalStatus.RUNNING, "running");

  /** Done, with its video. */
  public static final ShownState COMPLETED =
      new ShownState(CanonicalStatus.SUCCEEDED, true, "completed");

  /** Done, and the video is not there yet. */
  public static final ShownState WITHOUT_VIDEO =
      without(CanonicalStatus.SUCCEEDED, "completed-without-video");

  /** Failed for a reason of the generator. */
  public static final ShownState FAILED = without(CanonicalStatus.FAILED, "failed");

  /** Failed for its content. Nothing but its name tells it from any other failure. */
  public static final ShownState REJECTED = without(CanonicalStatus.FAILED, "rejected");

  /** Cancelled. */
  public static final ShownState CANCELLED = without(CanonicalStatus.CANCELLED, "cancelled");

  private static ShownState without(CanonicalStatus status, String name) {
    return new ShownState(status, false, name);
  }
}
