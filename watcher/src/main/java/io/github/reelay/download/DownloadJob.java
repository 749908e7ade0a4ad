package io.github.reelay.download;

import io.github.reelay.task.TaskHandle;
import java.nio.file.Path;

/**
 * What was asked for.
 *
 * @param handle the task whose video it is
 * @param file where it shall be, as the caller wrote it
 * @param number counts the errands of a downloader
 * @param byFormat whether the extension of the file gives way to that of the video's format
 */
record DownloadJob(TaskHandle handle, Path file, long number, boolean byFormat) {

  /** Exactly that file. */
  DownloadJob(TaskHandle handle, Path file, long number) {
    this(handle, file, number, false);
  }

  /** The file by a path that does not depend on how it was written. */
  Path target() {
    return file.toAbsolutePath().normalize();
  }
}
