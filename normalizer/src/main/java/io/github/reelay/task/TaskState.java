package io.github.reelay.task;

import io.github.reelay.failure.Failure;
import java.util.List;
import java.util.Objects;

/** Where a task stands, with what exists in that state and nothing else. */
public sealed interface TaskState {

  /** The kind of this state. */
  TaskStatus status();

  /** Accepted, not started. */
  record Queued() implements TaskState {
    @Override
    public TaskStatus status() {
      return TaskStatus.QUEUED;
    }
  }

  /** Being made. */
  record Running() implements TaskState {
    @Override
    public TaskStatus status() {
      return TaskStatus.RUNNING;
    }
  }

  /**
   * Ended with a video.
   *
   * @param video the video
   * @param more further videos of the same task, in the provider's order; usually empty (TE14)
   */
  record Succeeded(Video video, List<Video> more) implements TaskState {
    /** Checks that there is a video, and copies the others. */
    public Succeeded {
      Objects.requireNonNull(video, "video");
      more = List.copyOf(more);
    }

    @Override
    public TaskStatus status() {
      return TaskStatus.SUCCEEDED;
    }
  }

  /**
   * Ended without a video.
   *
   * @param failure why
   */
  record Failed(Failure failure) implements TaskState {
    /** Checks that there is a failure. */
    public Failed {
      Objects.requireNonNull(failure, "failure");
    }

    @Override
    public TaskStatus status() {
      return TaskStatus.FAILED;
    }
  }

  /** Ended because it was stopped. */
  record Cancelled() implements TaskState {
    @Override
    public TaskStatus status() {
      return TaskStatus.CANCELLED;
    }
  }

  /** Ended because the provider no longer keeps it. */
  record Expired() implements TaskState {
    @Override
    public TaskStatus status() {
      return TaskStatus.EXPIRED;
    }
  }

  /** Not understood, and so never taken for an end; see {@link VideoTask#providerStatus}. */
  record Unknown() implements TaskState {
    @Override
    public TaskStatus status() {
      return TaskStatus.UNKNOWN;
    }
  }
}
