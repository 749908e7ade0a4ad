package io.github.reelay.cli.terminal;

import io.github.reelay.TaskResult;
import io.github.reelay.download.DownloadFailure;
import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.provider.Providers;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One sentence about the end of a wait or of a download. */
public final class OutcomeMessages {
  private final Providers providers;
  private final boolean singleQuery;
  private final @Nullable Duration timeout;

  /**
   * About waits at those providers, whose own time limits the sentences name.
   *
   * @param singleQuery whether each task is queried once and not waited for
   * @param timeout after which a wait is given up; null for the provider's own
   */
  public OutcomeMessages(Providers providers, boolean singleQuery, @Nullable Duration timeout) {
    this.providers = providers;
    this.singleQuery = singleQuery;
    this.timeout = timeout;
  }

  /**
   * One sentence about the first download, or about the wait if there was none; null if there is
   * nothing to say.
   */
  public @Nullable String about(TaskResult result) {
    return result.downloads().isEmpty()
        ? about(result.outcome())
        : about(result.downloads().get(0));
  }

  /** One sentence; null if the task has succeeded. */
  public @Nullable String about(Outcome outcome) {
    QueryResult last = outcome.lastResult();
    if (outcome.kind() != Outcome.Kind.UNFINISHED) {
      return last == null ? null : Messages.about(last);
    }
    TaskHandle task = outcome.handle();
    String found =
        last == null ? "no response that shows it" : "it " + TaskProgress.of(last).text();
    return singleQuery
        ? task + ": expected a task that has succeeded, found " + found
        : task + ": expected an end within " + limit(task) + ", found " + found;
  }

  /** One sentence: the size and the file of the video, or why there is none. */
  public static String about(DownloadOutcome download) {
    return download.accept(new AboutDownload());
  }

  private static final class AboutDownload implements DownloadOutcome.Visitor<String> {
    @Override
    public String saved(DownloadOutcome.Saved saved) {
      return saved.handle()
          + ": "
          + ByteCounts.exact(saved.bytes())
          + " in "
          + saved.file()
          + (saved.alreadyThere() ? ", there already" : "");
    }

    @Override
    public String notSaved(DownloadOutcome.NotSaved notSaved) {
      return about(notSaved.handle(), notSaved.failure());
    }
  }

  private static String about(TaskHandle task, DownloadFailure failure) {
    return switch (failure.kind()) {
      case FORBIDDEN_ADDRESS -> failure.message() + " (--allow-private-addresses)";
      case PROVIDER ->
          failure.provider() == null ? failure.message() : about(task, failure.provider());
      case NO_VIDEO,
          EXPIRED,
          GONE,
          REFUSED,
          BAD_URL,
          TOO_MANY_REDIRECTS,
          NOT_A_VIDEO,
          TOO_LARGE,
          UNREACHABLE,
          STALLED,
          BUSY,
          DISK,
          CLOSED ->
          failure.message();
    };
  }

  private static String about(TaskHandle task, Failure failure) {
    return String.valueOf(Messages.about(new QueryResult.Failed(task, failure)));
  }

  private String limit(TaskHandle task) {
    return DurationText.text(
        timeout != null
            ? timeout
            : providers.get(task.provider()).dialect().profile().polling().timeout());
  }
}
