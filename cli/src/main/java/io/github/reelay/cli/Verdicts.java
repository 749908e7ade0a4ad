package io.github.reelay.cli;

import io.github.reelay.download.DownloadFailure;
import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.exchange.Reading;
import io.github.reelay.failure.Failure;
import io.github.reelay.policy.PollingRules;
import io.github.reelay.provider.Providers;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people are told about the end of a wait or of a download. */
final class Verdicts {
  private final WatchOptions options;
  private final Providers providers;

  Verdicts(WatchOptions options, Providers providers) {
    this.options = options;
    this.providers = providers;
  }

  /** One sentence; null if the task has succeeded. */
  @Nullable String about(Outcome outcome) {
    Reading last = outcome.lastResult();
    if (outcome.kind() != Outcome.Kind.UNFINISHED) {
      return last == null ? null : Sentence.about(last);
    }
    TaskHandle task = outcome.handle();
    String found = last == null ? "no answer that shows it" : "it " + Sentence.progress(last);
    return options.once()
        ? task + ": expected a task that has succeeded, found " + found
        : task + ": expected an end within " + patience(task) + ", found " + found;
  }

  /** One sentence about a download. */
  static String about(DownloadOutcome download) {
    return switch (download.kind()) {
      case SAVED -> about(download.savedOrThrow());
      case NOT_SAVED -> about(download.handle(), ((DownloadOutcome.NotSaved) download).failure());
    };
  }

  private static String about(DownloadOutcome.Saved saved) {
    return saved.handle()
        + ": "
        + Bytes.exact(saved.bytes())
        + " in "
        + saved.file()
        + (saved.alreadyThere() ? ", there already" : "");
  }

  private static String about(TaskHandle task, DownloadFailure failure) {
    return switch (failure.kind()) {
      case FORBIDDEN_ADDRESS -> failure.sentence() + " (--allow-private-addresses)";
      case PROVIDER ->
          failure.provider() == null ? failure.sentence() : about(task, failure.provider());
      default -> failure.sentence();
    };
  }

  private static String about(TaskHandle task, Failure failure) {
    return String.valueOf(Sentence.about(none(task, failure)));
  }

  private static Reading none(TaskHandle task, Failure failure) {
    return new Reading.NoTask(task.provider(), task.id(), failure, List.of());
  }

  private String patience(TaskHandle task) {
    PollingRules rules = PollingRules.of(providers.get(task.provider()).dialect().profile());
    return Spans.words(options.change(rules).polling().givesUpAfter());
  }
}
