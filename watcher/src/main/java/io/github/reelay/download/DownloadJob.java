package io.github.reelay.download;

import io.github.reelay.internal.download.file.VideoTarget;
import io.github.reelay.task.TaskHandle;
import java.nio.file.Path;

/**
 * What was asked for.
 *
 * @param handle the task whose video it is
 * @param file where it shall be, as the caller wrote it
 * @param number counts the jobs of a downloader
 * @param options those of the call
 * @param further whether it is a further video of the task: a query shows the URL of the first one
 */
record DownloadJob(
    TaskHandle handle, Path file, long number, DownloadOptions options, boolean further) {

  /** What the files of a download are told of it. */
  VideoTarget videoTarget() {
    return new VideoTarget(
        file, options.byFormat(), VideoFileName.of(handle), VideoFileName.former(handle));
  }

  /** The file by a path that does not depend on how it was written. */
  Path target() {
    return file.toAbsolutePath().normalize();
  }
}
