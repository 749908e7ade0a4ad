package io.github.reelay.cli.terminal;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.task.VideoTask;
import io.github.reelay.watch.TaskEvent;
import org.jspecify.annotations.Nullable;

/**
 * Where a task stands.
 *
 * @param text in a few words
 * @param percent how far it is, 0 to 100; null if that is not known
 */
public record TaskProgress(String text, @Nullable Integer percent) {
  static final TaskProgress WAITING = new TaskProgress("waiting", null);

  /** Where the task stands after an event; null if the line of the task stays as it is. */
  public static @Nullable TaskProgress after(TaskEvent event) {
    return switch (event.kind()) {
      case CHANGED -> of(((TaskEvent.Changed) event).result());
      case DOWNLOAD_PROGRESS -> {
        TaskEvent.DownloadProgress download = (TaskEvent.DownloadProgress) event;
        yield ofDownload(download.bytes(), download.total());
      }
      case SUSPENDED, RESUMED, ENDED, DOWNLOAD_STARTED, DOWNLOAD_ENDED, FOLLOW_UP_FAILED -> null;
    };
  }

  /** As a query result shows it: the status and how far the task is, or the kind of failure. */
  public static TaskProgress of(QueryResult result) {
    return switch (result.kind()) {
      case FOUND -> of(result.taskOrThrow());
      case FAILED ->
          new TaskProgress(((QueryResult.Failed) result).failure().kind().jsonName(), null);
    };
  }

  private static TaskProgress of(VideoTask task) {
    Integer percent = task.status() == TaskStatus.RUNNING ? task.progressPercent() : null;
    String status = task.status().jsonName();
    return new TaskProgress(percent == null ? status : status + " " + percent + " %", percent);
  }

  /**
   * On the way to the disk.
   *
   * @param bytes how many there are
   * @param total how many there will be; below zero if that is not known
   */
  public static TaskProgress ofDownload(long bytes, long total) {
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
