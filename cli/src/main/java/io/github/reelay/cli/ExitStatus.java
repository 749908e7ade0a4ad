package io.github.reelay.cli;

import io.github.reelay.download.DownloadFailure;
import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.watch.Outcome;
import java.util.Collection;
import java.util.Collections;

/** How the process ends, the gravest first: of several handles the first that applies counts. */
enum ExitStatus {
  BROKEN(70, "reelay itself failed, or its output could not be written"),
  USAGE(2, "usage: nothing was asked, or a line was no exchange"),
  REFUSED(4, "the provider refused: key, quota, rate, request, unknown task"),
  UNREADABLE(5, "no readable answer, or a video that could not be downloaded"),
  GAVE_UP(3, "gave up waiting, or was stopped; the handles are printed"),
  ENDED(1, "a task ended failed, cancelled or expired"),
  DRIFTED(1, "an answer differs from the contract"),
  DONE(0, "done");

  private final int code;
  private final String description;

  ExitStatus(int code, String description) {
    this.code = code;
    this.description = description;
  }

  int code() {
    return code;
  }

  String description() {
    return description;
  }

  /** The first that applies; {@link #DONE} for none. */
  static ExitStatus first(Collection<ExitStatus> statuses) {
    return statuses.isEmpty() ? DONE : Collections.min(statuses);
  }

  static ExitStatus of(QueryResult result) {
    return result instanceof QueryResult.Failed failed
        ? of(failed.failure().kind())
        : of(result.taskOrThrow().status());
  }

  static ExitStatus of(Outcome outcome) {
    if (outcome instanceof Outcome.Finished finished) {
      return of(finished.task().status());
    }
    if (outcome instanceof Outcome.Refused refused) {
      return of(refused.failure().kind());
    }
    return outcome instanceof Outcome.Unreachable ? UNREADABLE : GAVE_UP;
  }

  static ExitStatus of(DownloadOutcome outcome) {
    return outcome instanceof DownloadOutcome.NotSaved missing ? of(missing.failure()) : DONE;
  }

  private static ExitStatus of(DownloadFailure failure) {
    return switch (failure.kind()) {
      case PROVIDER -> failure.provider() == null ? UNREADABLE : of(failure.provider().kind());
      case NO_VIDEO -> ENDED;
      case DISK -> BROKEN;
      case CLOSED -> GAVE_UP;
      case EXPIRED,
          GONE,
          REFUSED,
          BAD_URL,
          FORBIDDEN_ADDRESS,
          TOO_MANY_REDIRECTS,
          NOT_A_VIDEO,
          TOO_LARGE,
          UNREACHABLE,
          STALLED,
          BUSY ->
          UNREADABLE;
    };
  }

  private static ExitStatus of(TaskStatus status) {
    return switch (status) {
      case FAILED, CANCELLED, EXPIRED -> ENDED;
      case QUEUED, RUNNING, SUCCEEDED, UNKNOWN -> DONE;
    };
  }

  private static ExitStatus of(FailureKind kind) {
    return switch (kind) {
      case INVALID_REQUEST,
          UNAUTHORIZED,
          QUOTA_EXHAUSTED,
          FORBIDDEN,
          NOT_FOUND,
          CONTENT_REJECTED,
          RATE_LIMITED ->
          REFUSED;
      case PROVIDER_ERROR, UNREADABLE_RESPONSE, UNREACHABLE, UNKNOWN -> UNREADABLE;
      case GENERATION_FAILED, VIDEO_MISSING -> ENDED;
    };
  }
}
