package io.github.reelay.cli;

import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where videos go: a file for each task, named {@code provider-id.mp4}. Two tasks never have the
 * same file, and a task always has the same one, so that it is found again after a restart.
 */
final class VideoFiles {
  /** Leaves room for what a download puts behind the name, within the 255 bytes of a name. */
  private static final int LONGEST = 180;

  private static final int KEPT_OF_A_LONG_NAME = 100;

  private final Path directory;

  VideoFiles(Path directory) {
    this.directory = directory;
  }

  /**
   * A directory to write to, made if it is missing.
   *
   * @throws UsageException if it is none and cannot be made, or is not writable
   */
  static VideoFiles in(String name) {
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
  static VideoFiles inNewDirectory() {
    try {
      return new VideoFiles(Files.createTempDirectory("reelay-demo-"));
    } catch (IOException notMade) {
      throw unfit("the place for temporary files");
    }
  }

  Path directory() {
    return directory;
  }

  /** The file of a task's video. */
  Path of(TaskHandle task) {
    // A provider's name may hold a hyphen too; only one of ours stands between it and the id.
    String name = escape(task.provider()).replace("-", "%2D") + "-" + escape(task.id());
    return directory.resolve((name.length() <= LONGEST ? name : shorten(name)) + ".mp4");
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

  /** What is not harmless in every file system stands as in a URL, byte for byte. */
  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (isHarmless(b)) {
        escaped.append((char) b);
      } else {
        escaped.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return escaped.toString();
  }

  private static boolean isHarmless(byte b) {
    return b >= 'a' && b <= 'z'
        || b >= 'A' && b <= 'Z'
        || b >= '0' && b <= '9'
        || b == '-'
        || b == '_'
        || b == '.';
  }

  /** No escaped name holds a tilde, so a shortened one is none of them. */
  private static String shorten(String name) {
    try {
      byte[] all = name.getBytes(StandardCharsets.US_ASCII);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(all);
      return name.substring(0, KEPT_OF_A_LONG_NAME) + "~" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("expected SHA-256 in every Java runtime", impossible);
    }
  }

  private static UsageException unfit(String place) {
    return new UsageException(
        "expected a directory that can be written to at "
            + place
            + ", found none that can be made or used");
  }
}
