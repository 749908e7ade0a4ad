package io.github.reelay.download;

import io.github.reelay.internal.download.file.VideoTarget;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.telemetry.TelemetryListener.DownloadObserver;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a download is to save, and where.
 *
 * @param handle the task whose video it is
 * @param file the target, as the caller wrote it
 * @param number the number of the job within its downloader
 * @param options what the caller set for this job and others of the same call
 * @param further whether it is a further video of the task: a query shows the URL of the first one
 * @param observer hears of it for metrics and traces; null for nobody
 */
record DownloadJob(
    TaskHandle handle,
    Path file,
    long number,
    DownloadOptions options,
    boolean further,
    @Nullable DownloadObserver observer) {

  DownloadJob observedBy(DownloadObserver value) {
    return new DownloadJob(handle, file, number, options, further, value);
  }

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
