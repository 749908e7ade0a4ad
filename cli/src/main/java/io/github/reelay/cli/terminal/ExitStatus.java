package io.github.reelay.cli.terminal;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.task.TaskStatus;
import java.util.Collection;
import java.util.Collections;

/** How the process ends, the gravest first: of several handles the first that applies counts. */
public enum ExitStatus {
  BROKEN(70, "reelay itself failed, or its output could not be written"),
  USAGE(2, "usage: nothing was queried, or a line was no response"),
  REFUSED(4, "the provider refused: key, quota, rate, request, unknown task"),
  UNREADABLE(5, "no readable response, or a video that could not be downloaded"),
  GAVE_UP(3, "gave up waiting, or was stopped; the handles are printed"),
  ENDED(1, "a task ended failed, cancelled or expired"),
  DRIFTED(1, "a response differs from the contract"),
  DONE(0, "done");

  private final int code;
  private final String description;

  ExitStatus(int code, String description) {
    this.code = code;
    this.description = description;
  }

  /** What the process ends with, 0 to 70. */
  public int code() {
    return code;
  }

  /** What the help says of it, in a few words. */
  public String description() {
    return description;
  }

  /** The colour of a sentence about what ended so. */
  public Colour colour() {
    return switch (this) {
      case DONE -> Colour.GREEN;
      case GAVE_UP -> Colour.YELLOW;
      case BROKEN, USAGE, REFUSED, UNREADABLE, ENDED, DRIFTED -> Colour.RED;
    };
  }

  /** The first that applies; {@link #DONE} for none. */
  public static ExitStatus first(Collection<ExitStatus> statuses) {
    return statuses.isEmpty() ? DONE : Collections.min(statuses);
  }

  /**
   * After one query: by the status of the task, {@link #DONE} also if it has not ended; by the kind
   * of failure if no task was shown.
   */
  public static ExitStatus of(QueryResult result) {
    return switch (result.kind()) {
      case FOUND -> of(result.taskOrThrow().status());
      case FAILED -> of(((QueryResult.Failed) result).failure().kind());
    };
  }

  private static ExitStatus of(TaskStatus status) {
    return switch (status) {
      case FAILED, CANCELLED, EXPIRED -> ENDED;
      case QUEUED, RUNNING, SUCCEEDED, UNKNOWN -> DONE;
    };
  }

  /** By the group of the kind: refusals, bad responses, and tasks that ended without a video. */
  public static ExitStatus of(FailureKind kind) {
    return switch (kind.group()) {
      case REFUSAL -> REFUSED;
      case BAD_RESPONSE -> UNREADABLE;
      case TASK_END -> ENDED;
    };
  }
}
