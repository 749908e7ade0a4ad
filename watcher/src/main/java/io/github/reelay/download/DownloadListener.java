package io.github.reelay.download;

import io.github.reelay.task.TaskHandle;
import java.nio.file.Path;

/**
 * Is told that downloads begin, how far they are, and how they end; a task without a video begins
 * none. Called on the thread of the download, which it holds up, and for an end that comes from
 * outside on the thread that ends it. What it throws ends in the log.
 */
@FunctionalInterface
public interface DownloadListener {

  /**
   * A download has begun to run; until then it waited for its turn. Does nothing by default.
   *
   * @param handle the task
   * @param file where the video is to be; another extension if its format has another
   */
  default void started(TaskHandle handle, Path file) {}

  /**
   * A download has come further, or has begun again from the start: told when bytes begin to
   * arrive, then at most ten times a second, and when the last one is there.
   *
   * @param handle the task
   * @param bytes how many are on disk, those of earlier attempts included
   * @param total how many there will be; -1 if the video host does not say
   */
  void progress(TaskHandle handle, long bytes, long total);

  /**
   * A download has ended, before its future completes. One that never got its turn ends without
   * having started. Does nothing by default.
   *
   * @param outcome how
   */
  default void ended(DownloadOutcome outcome) {}
}
