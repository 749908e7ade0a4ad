package io.github.reelay.cli.files;

import io.github.reelay.cli.terminal.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Makes directories for videos before anything is queried, so that one that cannot be used costs no
 * query.
 */
public final class VideoDirectory {
  private VideoDirectory() {}

  /**
   * A directory to write to, made if it is missing.
   *
   * @throws UsageException if it is not a directory and cannot be made, or is not writable
   */
  public static Path of(String name) {
    try {
      Path directory = Files.createDirectories(Path.of(name));
      if (Files.isWritable(directory)) {
        return directory;
      }
    } catch (IOException | InvalidPathException notMade) {
      throw unfit("'" + name + "'");
    }
    throw unfit("'" + name + "'");
  }

  /**
   * A new directory among the temporary files.
   *
   * @throws UsageException if none can be made
   */
  public static Path temporary() {
    try {
      return Files.createTempDirectory("reelay-demo-");
    } catch (IOException notMade) {
      throw unfit("the place for temporary files");
    }
  }

  private static UsageException unfit(String place) {
    return new UsageException(
        "expected a directory that can be written to at "
            + place
            + ", found none that can be made or used");
  }
}
