package io.github.reelay.cli.watch;

import io.github.reelay.cli.terminal.ByteCounts;
import io.github.reelay.cli.terminal.Durations;
import io.github.reelay.cli.terminal.TaskProgress;
import io.github.reelay.download.DownloadFailure;
import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.policy.PollingRules;
import io.github.reelay.provider.Providers;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One sentence about the end of a wait or of a download. */
final class OutcomeMessages {
  private final WatchOptions options;
  private final Providers providers;

  OutcomeMessages(WatchOptions options, Providers providers) {
    this.options = options;
    this.providers = providers;
  }

  /** One sentence; null if the task has succeeded. */
  @Nullable String about(Outcome outcome) {
    QueryResult last = outcome.lastResult();
    if (outcome.kind() != Outcome.Kind.UNFINISHED) {
      return last == null ? null : Messages.about(last);
    }
    TaskHandle task = outcome.handle();
    String found =
        last == null ? "no response that shows it" : "it " + TaskProgress.of(last).text();
    return options.once()
        ? task + ": expected a task that has succeeded, found " + found
        : task + ": expected an end within " + limit(task) + ", found " + found;
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
        + ByteCounts.exact(saved.bytes())
        + " in "
        + saved.file()
        + (saved.alreadyThere() ? ", there already" : "");
  }

  private static String about(TaskHandle task, DownloadFailure failure) {
    return switch (failure.kind()) {
      case FORBIDDEN_ADDRESS -> failure.message() + " (--allow-private-addresses)";
      case PROVIDER ->
          failure.provider() == null ? failure.message() : about(task, failure.provider());
      default -> failure.message();
    };
  }

  private static String about(TaskHandle task, Failure failure) {
    return String.valueOf(Messages.about(none(task, failure)));
  }

  private static QueryResult none(TaskHandle task, Failure failure) {
    return new QueryResult.Failed(task.provider(), task.id(), failure, List.of());
  }

  private String limit(TaskHandle task) {
    PollingRules rules = PollingRules.of(providers.get(task.provider()).dialect().profile());
    return Durations.text(options.change(rules).polling().timeout());
  }
}
