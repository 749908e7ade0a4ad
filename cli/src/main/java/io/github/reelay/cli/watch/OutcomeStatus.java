package io.github.reelay.cli.watch;

import io.github.reelay.cli.terminal.ExitStatus;
import io.github.reelay.download.DownloadFailure;
import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.watch.Outcome;
import java.util.Objects;

/** The exit status for the end of a wait or of a download. */
final class OutcomeStatus {
  private OutcomeStatus() {}

  static ExitStatus of(Outcome outcome) {
    return switch (outcome.kind()) {
      case FINISHED, REFUSED -> ExitStatus.of(Objects.requireNonNull(outcome.lastResult()));
      case UNREACHABLE -> ExitStatus.UNREADABLE;
      case UNFINISHED -> ExitStatus.GAVE_UP;
    };
  }

  static ExitStatus of(DownloadOutcome outcome) {
    return switch (outcome.kind()) {
      case SAVED -> ExitStatus.DONE;
      case NOT_SAVED -> of(((DownloadOutcome.NotSaved) outcome).failure());
    };
  }

  private static ExitStatus of(DownloadFailure failure) {
    return switch (failure.kind()) {
      case PROVIDER ->
          failure.provider() == null
              ? ExitStatus.UNREADABLE
              : ExitStatus.of(failure.provider().kind());
      case NO_VIDEO -> ExitStatus.ENDED;
      case DISK -> ExitStatus.BROKEN;
      case CLOSED -> ExitStatus.GAVE_UP;
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
          ExitStatus.UNREADABLE;
    };
  }
}
