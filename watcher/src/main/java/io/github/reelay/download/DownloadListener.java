package io.github.reelay.download;

import io.github.reelay.task.TaskHandle;

/**
 * Is told how far downloads are: when bytes begin to arrive, then at most ten times a second, and
 * when the last one is there. Called on the thread of the download, which it holds up; what it
 * throws ends in the log.
 */
@FunctionalInterface
public interface DownloadListener {

  /**
   * A download has come further, or has begun anew.
   *
   * @param handle the task
   * @param bytes how many are on disk, those of earlier attempts included
   * @param total how many there will be; -1 if the store does not tell
   */
  void progress(TaskHandle handle, long bytes, long total);
}
