package io.github.reelay.cli.terminal;

import io.github.reelay.TaskResult;
import io.github.reelay.download.DownloadFailure;
import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.watch.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The exit status for the end of a task, of a wait or of a download. */
public final class OutcomeStatus {
  private OutcomeStatus() {}

  /** The gravest of the wait for a task and the downloads of its videos. */
  public static ExitStatus of(TaskResult result) {
    List<ExitStatus> all = new ArrayList<>();
    all.add(of(result.outcome()));
    for (DownloadOutcome download : result.downloads()) {
      all.add(of(download));
    }
    return ExitStatus.first(all);
  }

  static ExitStatus of(Outcome outcome) {
    return switch (outcome.kind()) {
      case FINISHED, REFUSED -> ExitStatus.of(Objects.requireNonNull(outcome.lastResult()));
      case UNREACHABLE -> ExitStatus.UNREADABLE;
      case UNFINISHED -> ExitStatus.GAVE_UP;
    };
  }

  static ExitStatus of(DownloadOutcome outcome) {
    return outcome.accept(new OfDownload());
  }

  private static final class OfDownload implements DownloadOutcome.Visitor<ExitStatus> {
    @Override
    public ExitStatus saved(DownloadOutcome.Saved saved) {
      return ExitStatus.DONE;
    }

    @Override
    public ExitStatus notSaved(DownloadOutcome.NotSaved notSaved) {
      return of(notSaved.failure());
    }
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
