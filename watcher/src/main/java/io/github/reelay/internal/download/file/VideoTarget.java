package io.github.reelay.internal.download.file;

import java.nio.file.Path;

/**
 * The file that a video is saved to.
 *
 * @param file its path, as the caller wrote it
 * @param byFormat whether the extension is replaced by that of the video's format
 * @param name the file name made from its task
 * @param formerName the file name that an earlier version made
 */
public record VideoTarget(Path file, boolean byFormat, String name, String formerName) {

  /** The absolute, normalised path. */
  Path path() {
    return file.toAbsolutePath().normalize();
  }
}
