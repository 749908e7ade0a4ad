package io.github.reelay.internal.download.file;

import io.github.reelay.internal.download.AbortReason;
import io.github.reelay.internal.download.DownloadAbortedException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Path;

/** Why a video cannot be saved to its file. The sentences name the file as the caller wrote it. */
public final class FileErrors {

  private FileErrors() {}

  /** The file cannot be read or written, or the thread was interrupted. */
  static DownloadAbortedException disk(Path file, IOException cause) {
    if (cause instanceof ClosedByInterruptException
        || cause instanceof FileLockInterruptionException) {
      return DownloadAbortedException.closed();
    }
    return new DownloadAbortedException(
        AbortReason.DISK, "to write " + file, DiskErrors.found(file, cause));
  }

  /** The path is that of a directory, a link or a device, which is neither read nor replaced. */
  static DownloadAbortedException notAFile(Path place) {
    return new DownloadAbortedException(
        AbortReason.DISK,
        "a regular file or none at " + place,
        "something else, such as a device, pipe or link; move it away, or choose another file");
  }

  /** Another program has made a file there while the video was downloaded. */
  static DownloadAbortedException appeared(Path place) {
    return new DownloadAbortedException(
        AbortReason.DISK,
        "no file at " + place + " until the video was whole",
        "one that appeared meanwhile; move it away and try again, the video is kept next to it");
  }

  /** Another download has the file locked. */
  public static DownloadAbortedException busy(Path file) {
    return new DownloadAbortedException(
        AbortReason.BUSY,
        "to be the only download to " + file,
        "another one, here or in another process; wait for its end");
  }

  /** A file of that name is there, and it is no video. */
  static DownloadAbortedException notAVideo(Path file, String found) {
    return new DownloadAbortedException(
        AbortReason.NOT_A_VIDEO,
        "a video or no file at " + file,
        found + "; move it away, or choose another file");
  }
}
