package io.github.reelay;

import io.github.reelay.download.DownloadFailure;
import io.github.reelay.failure.Failure;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.UnfinishedException;
import io.github.reelay.watch.UnsuccessfulException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why {@link Reelay#collect} has not saved the video of a task.
 *
 * @param outcome how the wait for the task ended
 * @param download why the video of a task that has succeeded could not be downloaded; null if the
 *     task has not succeeded, or if its download was stopped
 */
public record NotCollected(Outcome outcome, @Nullable DownloadFailure download) {

  /**
   * Checks that only a task that has succeeded has a download.
   *
   * @throws IllegalArgumentException if another task has one
   */
  public NotCollected {
    Objects.requireNonNull(outcome, "outcome");
    if (download != null && !hasSucceeded(outcome)) {
      throw new IllegalArgumentException(
          outcome.handle() + ": expected a task that has succeeded, found it without a video");
    }
  }

  static boolean hasSucceeded(Outcome outcome) {
    return outcome instanceof Outcome.Finished finished
        && finished.task().status() == TaskStatus.SUCCEEDED;
  }

  /** The task whose video is missing, as the outcome names it. */
  public TaskHandle handle() {
    return outcome.handle();
  }

  /**
   * Why the task failed, or why its provider did not show it; null if neither is so, as for a task
   * that was cancelled, that goes on, or whose download failed.
   */
  public @Nullable Failure failure() {
    return outcome.accept(new FailureOf());
  }

  private static final class FailureOf implements Outcome.Visitor<@Nullable Failure> {
    @Override
    public @Nullable Failure finished(Outcome.Finished finished) {
      return finished.task().failure();
    }

    @Override
    public @Nullable Failure unfinished(Outcome.Unfinished unfinished) {
      return null;
    }

    @Override
    public Failure refused(Outcome.Refused refused) {
      return refused.failure();
    }

    @Override
    public Failure unreachable(Outcome.Unreachable unreachable) {
      return unreachable.failure();
    }
  }

  /**
   * One sentence that names the task and why there is no video; without a key and without a URL.
   */
  public String message() {
    if (download != null) {
      return download.message();
    }
    try {
      return outcome.succeededOrThrow().handle()
          + ": expected a saved video, found that its download was stopped; collect it again";
    } catch (UnfinishedException | UnsuccessfulException why) {
      return String.valueOf(why.getMessage());
    }
  }
}
