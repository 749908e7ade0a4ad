package io.github.reelay.download;

import io.github.reelay.internal.download.file.VideoTarget;
import io.github.reelay.task.TaskHandle;
import java.nio.file.Path;

/**
 * What a download is to save, and where.
 *
 * @param handle the task whose video it is
 * @param file the target, as the caller wrote it
 * @param number the number of the job within its downloader
 * @param options the options of the call
 * @param further whether it is a further video of the task: a query shows the URL of the first one
 */
record DownloadJob(
    TaskHandle handle, Path file, long number, DownloadOptions options, boolean further) {

  /** The target, as the partial file and the final file need it. */
  VideoTarget videoTarget() {
    return new VideoTarget(
        file, options.byFormat(), VideoFileName.of(handle), VideoFileName.former(handle));
  }

  /** The absolute, normalised path of the target. */
  Path target() {
    return file.toAbsolutePath().normalize();
  }
}
