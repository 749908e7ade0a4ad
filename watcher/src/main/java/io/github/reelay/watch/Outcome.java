package io.github.reelay.watch;

import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.VideoTask;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the wait for a task ended. Whichever it is, it carries the handle: nothing is lost. */
public sealed interface Outcome {

  /** The task that was waited for. */
  TaskHandle handle();

  /**
   * Whether asking again can change nothing, so that a store forgets the task: it has ended, or its
   * provider {@linkplain Refused#taskUnknown says for certain} that it knows no such task. A task
   * that was completed without a video may still show one.
   */
  default boolean isFinal() {
    if (this instanceof Finished finished) {
      return !(finished.task().state() instanceof TaskState.Failed failed)
          || failed.failure().kind() != FailureKind.VIDEO_MISSING;
    }
    return this instanceof Refused refused && refused.taskUnknown();
  }

  /**
   * The task, for those who prefer exceptions: it has ended, with a video or without.
   *
   * @throws UnfinishedException if the wait ended otherwise
   */
  default VideoTask taskOrThrow() {
    if (this instanceof Finished finished) {
      return finished.task();
    }
    throw new UnfinishedException(this);
  }

  /**
   * The task has ended: it succeeded, failed, was cancelled or has expired.
   *
   * @param task as it was seen last
   */
  record Finished(VideoTask task) implements Outcome {
    /** Checks that the task can be named. */
    public Finished {
      Objects.requireNonNull(task.handle(), "handle");
    }

    @Override
    public TaskHandle handle() {
      return Objects.requireNonNull(task.handle());
    }
  }

  /**
   * The time for waiting is over, or the wait was stopped; the task goes on.
   *
   * @param handle the task
   * @param lastSeen as it was seen last; null if it was not, or if that was not to be kept
   * @param nextQueryAt when it may be asked for again
   */
  record Unfinished(TaskHandle handle, @Nullable VideoTask lastSeen, Instant nextQueryAt)
      implements Outcome {
    /** Checks that there is a handle and a time. */
    public Unfinished {
      Objects.requireNonNull(handle, "handle");
      Objects.requireNonNull(nextQueryAt, "nextQueryAt");
    }
  }

  /**
   * The provider refuses to tell: key, quota, request, or a task that it does not know.
   *
   * @param handle the task
   * @param failure why
   * @param taskUnknown whether the provider has said for certain that it knows no such task: in its
   *     contract's own code, often and long enough, and with no reason to doubt the key or the host
   */
  record Refused(TaskHandle handle, Failure failure, boolean taskUnknown) implements Outcome {
    /** Checks that nothing is null. */
    public Refused {
      Objects.requireNonNull(handle, "handle");
      Objects.requireNonNull(failure, "failure");
    }

    /** A refusal after which a store forgets nothing. */
    public Refused(TaskHandle handle, Failure failure) {
      this(handle, failure, false);
    }
  }

  /**
   * Bad answers in a row, too many for too long: 5xx, no connection, unreadable bodies, and once
   * the task was shown any refusal but that of the key or the quota. The task may well go on.
   *
   * @param handle the task
   * @param failure the last of them
   */
  record Unreachable(TaskHandle handle, Failure failure) implements Outcome {
    /** Checks that nothing is null. */
    public Unreachable {
      Objects.requireNonNull(handle, "handle");
      Objects.requireNonNull(failure, "failure");
    }
  }
}
