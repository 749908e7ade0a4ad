package io.github.reelay.cli;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.task.TaskStatus;
import org.jspecify.annotations.Nullable;

/**
 * Where a task stands.
 *
 * @param text in a few words
 * @param percent how far it is, 0 to 100; null if that is not known
 */
record TaskProgress(String text, @Nullable Integer percent) {
  static final TaskProgress WAITING = new TaskProgress("waiting", null);

  /** As an answer shows it. */
  static TaskProgress of(QueryResult result) {
    Integer percent =
        result instanceof QueryResult.Found found && found.task().status() == TaskStatus.RUNNING
            ? found.task().progressPercent()
            : null;
    return new TaskProgress(Messages.progress(result), percent);
  }

  /**
   * On the way to the disk.
   *
   * @param bytes how many there are
   * @param total how many there will be; below zero if that is not known
   */
  static TaskProgress ofDownload(long bytes, long total) {
    return total <= 0
        ? new TaskProgress("downloading, " + ByteCounts.text(bytes), null)
        : new TaskProgress(
            "downloading, " + ByteCounts.text(bytes) + " of " + ByteCounts.text(total),
            (int) Math.min(100, bytes * 100 / total));
  }

  /** What the words begin with: what the task does. */
  String kind() {
    return text.split("[ ,]", 2)[0];
  }
}
