package io.github.reelay;

import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Outcome;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a task of a {@link CollectRun} ended.
 *
 * @param outcome how the wait ended
 * @param downloads how the download of each of its videos ended, the first one's first; empty if it
 *     has none, or if videos are not saved
 */
public record TaskResult(Outcome outcome, List<DownloadOutcome> downloads) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if a download is of another task
   */
  public TaskResult {
    Objects.requireNonNull(outcome, "outcome");
    downloads = List.copyOf(downloads);
    for (DownloadOutcome download : downloads) {
      if (!download.handle().equals(outcome.handle())) {
        throw new IllegalArgumentException(
            "expected downloads of " + outcome.handle() + ", found one of " + download.handle());
      }
    }
  }

  /** The task of the outcome and of each download. */
  public TaskHandle handle() {
    return outcome.handle();
  }

  /** Whether nothing is left to do: the outcome is final and each video is on the disk. */
  public boolean isDone() {
    return outcome.isFinal() && notSaved() == null;
  }

  /** The first download that ended without a file; null if there is none. */
  public DownloadOutcome.@Nullable NotSaved notSaved() {
    for (DownloadOutcome download : downloads) {
      if (download instanceof DownloadOutcome.NotSaved not) {
        return not;
      }
    }
    return null;
  }
}
