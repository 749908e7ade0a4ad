package io.github.reelay.download;

import io.github.reelay.task.TaskHandle;
import java.nio.file.Path;

/**
 * Hears that downloads begin, how far they are, and how they end; a task without a video begins
 * none. Called on the thread of the download, which waits for it, or, if the download is cancelled
 * or closed, on the thread that does so. What it throws is logged.
 */
@FunctionalInterface
public interface DownloadListener {

  /**
   * A download has begun to run; until then it was queued. Does nothing by default.
   *
   * @param handle the task
   * @param file where the video is to be; another extension if its format has another
   */
  default void started(TaskHandle handle, Path file) {}

  /**
   * A download has come further, or has begun again from the start. Called when the first bytes
   * arrive, then at most ten times a second, and after the last byte.
   *
   * @param handle the task
   * @param bytes how many are on disk, those of earlier attempts included
   * @param total how many there will be; -1 if the video host does not say
   */
  void progress(TaskHandle handle, long bytes, long total);

  /**
   * A download has ended, before its future completes. One that was queued until then ends without
   * having started. Does nothing by default.
   *
   * @param outcome the saved file, or why there is none
   */
  default void ended(DownloadOutcome outcome) {}
}
