package io.github.reelay.download;

import io.github.reelay.internal.download.file.VideoTarget;
import io.github.reelay.task.TaskHandle;
import java.nio.file.Path;

/**
 * What was asked for.
 *
 * @param handle the task whose video it is
 * @param file where it shall be, as the caller wrote it
 * @param number counts the errands of a downloader
 * @param byFormat whether the extension of the file gives way to that of the video's format
 * @param listener is told of this download, beside that of all downloads
 */
record DownloadJob(
    TaskHandle handle, Path file, long number, boolean byFormat, DownloadListener listener) {
  /** Tells nobody. */
  static final DownloadListener NOBODY = (handle, bytes, total) -> {};

  /** Exactly that file. */
  DownloadJob(TaskHandle handle, Path file, long number) {
    this(handle, file, number, false, NOBODY);
  }

  /** What the files of a download are told of it. */
  VideoTarget videoTarget() {
    return new VideoTarget(file, byFormat, VideoFileName.of(handle), VideoFileName.former(handle));
  }

  /** The file by a path that does not depend on how it was written. */
  Path target() {
    return file.toAbsolutePath().normalize();
  }
}
