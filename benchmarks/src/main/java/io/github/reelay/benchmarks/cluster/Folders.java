package io.github.reelay.benchmarks.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders and files of lines, in which a process may just be writing. */
final class Folders {
  private Folders() {}

  /** A folder with nothing in it; what was there is removed. */
  static Path empty(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> found = Files.walk(folder)) {
        for (Path each : found.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
    return Files.createDirectories(folder);
  }

  /** The complete lines of a file; none if it is missing. */
  static List<String> lines(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    String all = Files.readString(file);
    return all.substring(0, all.lastIndexOf('\n') + 1).lines().toList();
  }
}
