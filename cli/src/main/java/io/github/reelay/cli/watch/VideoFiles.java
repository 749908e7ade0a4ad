package io.github.reelay.cli.watch;

import io.github.reelay.cli.terminal.UsageException;
import io.github.reelay.download.VideoFileName;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where videos go: a file for each task, named by {@link VideoFileName}. */
public final class VideoFiles {
  private final Path directory;

  VideoFiles(Path directory) {
    this.directory = directory;
  }

  /**
   * A directory to write to, made if it is missing.
   *
   * @throws UsageException if it is none and cannot be made, or is not writable
   */
  public static VideoFiles in(String name) {
    try {
      Path directory = Files.createDirectories(Path.of(name));
      if (Files.isWritable(directory)) {
        return new VideoFiles(directory);
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
  public static VideoFiles inNewDirectory() {
    try {
      return new VideoFiles(Files.createTempDirectory("reelay-demo-"));
    } catch (IOException notMade) {
      throw unfit("the place for temporary files");
    }
  }

  /** Where all files are. */
  public Path directory() {
    return directory;
  }

  /** The file of a task's video. */
  Path of(TaskHandle task) {
    return directory.resolve(VideoFileName.of(task));
  }

  /**
   * The file of a further video of the same task.
   *
   * @param first the file of its first one
   * @param number counted from 1
   */
  static Path numbered(Path first, int number) {
    String name = String.valueOf(first.getFileName());
    int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
    // No name of a first video holds a plus, so this is none of them.
    return first.resolveSibling(name.substring(0, dot) + "+" + number + name.substring(dot));
  }

  private static UsageException unfit(String place) {
    return new UsageException(
        "expected a directory that can be written to at "
            + place
            + ", found none that can be made or used");
  }
}
