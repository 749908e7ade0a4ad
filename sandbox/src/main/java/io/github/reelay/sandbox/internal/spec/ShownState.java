package io.github.reelay.sandbox.internal.spec;

import io.github.reelay.mapping.CanonicalStatus;

/** What a response is to show of a task. */
public enum ShownState {
  QUEUED(CanonicalStatus.QUEUED, false, "queued"),

  RUNNING(CanonicalStatus.RUNNING, false, "running"),

  /** Done, with its video. */
  COMPLETED(CanonicalStatus.SUCCEEDED, true, "completed"),

  /** Done, and the video is not there yet. */
  WITHOUT_VIDEO(CanonicalStatus.SUCCEEDED, false, "completed-without-video"),

  /** Failed for a reason of the generator. */
  FAILED(CanonicalStatus.FAILED, false, "failed"),

  /** Failed for its content. Nothing but the example's name tells it from any other failure. */
  REJECTED(CanonicalStatus.FAILED, false, "rejected"),

  CANCELLED(CanonicalStatus.CANCELLED, false, "cancelled");

  private final CanonicalStatus status;
  private final boolean video;
  private final String example;

  ShownState(CanonicalStatus status, boolean video, String example) {
    this.status = status;
    this.video = video;
    this.example = example;
  }

  CanonicalStatus status() {
    return status;
  }

  /** Whether the response has the URL of a video. */
  boolean video() {
    return video;
  }

  /**
   * The usual name of the example: of several that show the same, the one of this name is taken.
   */
  String example() {
    return example;
  }
}
