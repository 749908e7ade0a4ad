package io.github.reelay.internal.download.file;

import java.nio.file.Path;

/**
 * The file that a video is to have.
 *
 * @param file where it shall be, as the caller wrote it
 * @param byFormat whether the extension of the file gives way to that of the video's format
 * @param name the name that its task gives it
 * @param formerName the name that an earlier version gave it
 */
public record VideoTarget(Path file, boolean byFormat, String name, String formerName) {

  /** The file by a path that does not depend on how it was written. */
  Path path() {
    return file.toAbsolutePath().normalize();
  }
}
