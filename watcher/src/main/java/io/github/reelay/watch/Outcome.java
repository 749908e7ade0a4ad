package io.github.reelay.watch;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.VideoTask;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the wait for a task ended. Each outcome carries the handle, so that no task is lost, and the
 * query result that decided it.
 *
 * <pre>{@code
 * VideoTask task = outcome.succeededOrThrow(); // or an exception that says why there is none
 * }</pre>
 */
public sealed interface Outcome {

  /** The kinds of outcomes, one for each record; a switch expression over them needs no default. */
  enum Kind {
    FINISHED,
    UNFINISHED,
    REFUSED,
    UNREACHABLE
  }

  /** One method for each record: code that has them all stops compiling when one is added. */
  interface Visitor<R extends @Nullable Object> {
    /** The task has ended, with a video or without. */
    R finished(Finished finished);

    /** The time is over, or the wait was stopped. */
    R unfinished(Unfinished unfinished);

    /** The provider refuses to show the task. */
    R refused(Refused refused);

    /** No readable response came for too long. */
    R unreachable(Unreachable unreachable);
  }

  /** Which record this is, for a switch expression. */
  Kind kind();

  /** What the visitor's method for this record returns. */
  <R extends @Nullable Object> R accept(Visitor<R> visitor);

  /** The task that was waited for, whatever came of the wait. */
  TaskHandle handle();

  /**
   * The last query result: of a finished task the one that shows its end, of an unfinished one the
   * last that showed the task, else the last failure. Null if there was none, or if an unfinished
   * task was {@linkplain WatcherBuilder#keepLastSeen not kept}.
   */
  @Nullable QueryResult lastResult();

  /**
   * Whether another query can change nothing, so that a store forgets the task: it has ended, or
   * its provider {@linkplain Refused#taskUnknown says for certain} that it knows no such task. A
   * task that was completed without a video may still show one.
   */
  default boolean isFinal() {
    return false;
  }

  /**
   * The task that has ended, with a video or without: it may have failed. What needs the video
   * calls {@link #succeededOrThrow}.
   *
   * @throws UnfinishedException if the wait ended otherwise
   */
  default VideoTask finishedOrThrow() {
    throw new UnfinishedException(this);
  }

  /**
   * The task that has succeeded, so that it has a video.
   *
   * @throws UnfinishedException if the wait ended before the task did
   * @throws UnsuccessfulException if the task ended without a video
   */
  default VideoTask succeededOrThrow() {
    VideoTask task = finishedOrThrow();
    if (task.video() == null) {
      throw new UnsuccessfulException(this);
    }
    return task;
  }

  /**
   * The task has ended: it succeeded, failed, was cancelled or has expired.
   *
   * @param lastResult the query result that shows the end
   */
  record Finished(QueryResult.Found lastResult) implements Outcome {
    /**
     * Checks that the task has ended and can be named.
     *
     * @throws IllegalArgumentException if the task has not ended
     * @throws NullPointerException if the task has no handle
     */
    public Finished {
      VideoTask task = lastResult.task();
      Objects.requireNonNull(task.handle(), "handle");
      if (!task.status().terminal()) {
        throw new IllegalArgumentException(
            task.handle()
                + ": expected a task that has ended, found it "
                + task.status().jsonName());
      }
    }

    /** The outcome of a task as it was seen last; throws as the other constructor does. */
    public Finished(VideoTask task) {
      this(new QueryResult.Found(task));
    }

    /** The task as it was seen last. */
    public VideoTask task() {
      return lastResult.task();
    }

    @Override
    public Kind kind() {
      return Kind.FINISHED;
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.finished(this);
    }

    @Override
    public TaskHandle handle() {
      return Objects.requireNonNull(task().handle());
    }

    @Override
    public boolean isFinal() {
      Failure failure = task().failure();
      return failure == null || failure.kind() != FailureKind.VIDEO_MISSING;
    }

    @Override
    public VideoTask finishedOrThrow() {
      return task();
    }
  }

  /**
   * The time for waiting is over, or the wait was stopped; the task goes on.
   *
   * @param handle the task
   * @param lastResult the last query result that showed the task; null if none did, or if it was
   *     not to be kept
   * @param nextQueryAt when the task may be queried again
   */
  record Unfinished(TaskHandle handle, QueryResult.@Nullable Found lastResult, Instant nextQueryAt)
      implements Outcome {
    /**
     * Checks that handle and time are there, and that the result shows the task.
     *
     * @throws IllegalArgumentException if the result is that of another task
     */
    public Unfinished {
      Objects.requireNonNull(handle, "handle");
      Objects.requireNonNull(nextQueryAt, "nextQueryAt");
      if (lastResult != null && !handle.equals(lastResult.task().handle())) {
        throw new IllegalArgumentException(
            handle + ": expected a result of that task, found one of another");
      }
    }

    /** The task as it was seen last; null if there is no last result. */
    public @Nullable VideoTask lastSeen() {
      return lastResult == null ? null : lastResult.task();
    }

    @Override
    public Kind kind() {
      return Kind.UNFINISHED;
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.unfinished(this);
    }
  }

  /**
   * The provider refuses to show the task: key, quota, request, or a task that it does not know.
   *
   * @param lastResult the refusal
   * @param taskUnknown whether the provider has said for certain that it knows no such task: in its
   *     contract's own code, often and long enough, and with no reason to doubt the key or the host
   */
  record Refused(QueryResult.Failed lastResult, boolean taskUnknown) implements Outcome {
    /**
     * Checks that the task can be named.
     *
     * @throws IllegalArgumentException if the result names no task, or if the task is taken for
     *     unknown without a not-found of the provider's server
     */
    public Refused {
      checkHandle(lastResult);
      Failure why = lastResult.failure();
      if (taskUnknown && why.kind() != FailureKind.NOT_FOUND) {
        throw new IllegalArgumentException(
            "expected taskUnknown only with not-found of origin relay, found "
                + why.kind().jsonName()
                + " of origin "
                + why.origin().jsonName());
      }
    }

    /** A refusal by a failure without findings; throws as {@link QueryResult.Failed} does. */
    public Refused(TaskHandle handle, Failure failure, boolean taskUnknown) {
      this(new QueryResult.Failed(handle, failure), taskUnknown);
    }

    /** A refusal after which a store forgets nothing; throws as the other does. */
    public Refused(TaskHandle handle, Failure failure) {
      this(handle, failure, false);
    }

    /** Why the provider refuses, as the last result has it. */
    public Failure failure() {
      return lastResult.failure();
    }

    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.refused(this);
    }

    @Override
    public TaskHandle handle() {
      return Objects.requireNonNull(lastResult.handle());
    }

    @Override
    public boolean isFinal() {
      return taskUnknown;
    }
  }

  /**
   * Bad responses in a row, too many for too long: 5xx, no connection, unreadable bodies, and once
   * the task was shown any refusal but that of the key or the quota. The task may well go on.
   *
   * @param lastResult the last of them
   */
  record Unreachable(QueryResult.Failed lastResult) implements Outcome {
    /** Throws an {@link IllegalArgumentException} if the result names no task. */
    public Unreachable {
      checkHandle(lastResult);
    }

    /** An outcome by a failure without findings; throws as {@link QueryResult.Failed} does. */
    public Unreachable(TaskHandle handle, Failure failure) {
      this(new QueryResult.Failed(handle, failure));
    }

    /** The last of the failures. */
    public Failure failure() {
      return lastResult.failure();
    }

    @Override
    public Kind kind() {
      return Kind.UNREACHABLE;
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.unreachable(this);
    }

    @Override
    public TaskHandle handle() {
      return Objects.requireNonNull(lastResult.handle());
    }
  }

  private static void checkHandle(QueryResult.Failed result) {
    if (result.handle() == null) {
      throw new IllegalArgumentException("expected a result of one task, found " + result);
    }
  }
}
