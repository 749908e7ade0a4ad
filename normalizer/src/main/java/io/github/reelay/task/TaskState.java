package io.github.reelay.task;

import io.github.reelay.failure.Failure;
import io.github.reelay.failure.Origin;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Where a task stands, with what exists in that state and nothing else. */
public sealed interface TaskState {

  /** The kind of this state, for a {@code switch}. */
  TaskStatus status();

  /**
   * The same state with other content: each video and the failure is replaced by what the function
   * makes of it. A state that holds neither is returned as it is.
   *
   * @throws IllegalArgumentException if the failure is replaced by one of another origin
   */
  TaskState map(UnaryOperator<Video> video, UnaryOperator<Failure> failure);

  /** Accepted, not started. */
  record Queued() implements TaskState {
    @Override
    public TaskStatus status() {
      return TaskStatus.QUEUED;
    }

    @Override
    public TaskState map(UnaryOperator<Video> video, UnaryOperator<Failure> failure) {
      return this;
    }
  }

  /** Being made. */
  record Running() implements TaskState {
    @Override
    public TaskStatus status() {
      return TaskStatus.RUNNING;
    }

    @Override
    public TaskState map(UnaryOperator<Video> video, UnaryOperator<Failure> failure) {
      return this;
    }
  }

  /**
   * Ended with a video.
   *
   * @param video the first, or the only one
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

    @Override
    public TaskState map(UnaryOperator<Video> video, UnaryOperator<Failure> failure) {
      List<Video> others = more.stream().map(video).toList();
      return new Succeeded(video.apply(this.video), others);
    }
  }

  /**
   * Ended without a video.
   *
   * @param failure why, as the task itself says it
   */
  record Failed(Failure failure) implements TaskState {
    /**
     * Checks that the task itself says why.
     *
     * @throws IllegalArgumentException if the origin of the failure is another than the task: a
     *     query that failed says nothing about the end of a task
     */
    public Failed {
      if (Objects.requireNonNull(failure, "failure").origin() != Origin.TASK) {
        throw new IllegalArgumentException(
            "expected a failed task with a failure of origin task, found origin "
                + failure.origin().jsonName()
                + "; use QueryResult.Failed for a query that failed");
      }
    }

    @Override
    public TaskStatus status() {
      return TaskStatus.FAILED;
    }

    @Override
    public TaskState map(UnaryOperator<Video> video, UnaryOperator<Failure> failure) {
      return new Failed(failure.apply(this.failure));
    }
  }

  /** Ended because it was stopped. */
  record Cancelled() implements TaskState {
    @Override
    public TaskStatus status() {
      return TaskStatus.CANCELLED;
    }

    @Override
    public TaskState map(UnaryOperator<Video> video, UnaryOperator<Failure> failure) {
      return this;
    }
  }

  /** Ended because the provider no longer keeps it. */
  record Expired() implements TaskState {
    @Override
    public TaskStatus status() {
      return TaskStatus.EXPIRED;
    }

    @Override
    public TaskState map(UnaryOperator<Video> video, UnaryOperator<Failure> failure) {
      return this;
    }
  }

  /** Not understood, and so never taken for an end; see {@link VideoTask#providerStatus}. */
  record Unknown() implements TaskState {
    @Override
    public TaskStatus status() {
      return TaskStatus.UNKNOWN;
    }

    @Override
    public TaskState map(UnaryOperator<Video> video, UnaryOperator<Failure> failure) {
      return this;
    }
  }
}
