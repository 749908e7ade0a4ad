package io.github.reelay.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for files that nobody keeps, on the disk that is to be measured. */
final class Scratch {
  private Scratch() {}

  /** A new one in the folder that the first argument names, or in the current one. */
  static Path folder(String[] arguments) throws IOException {
    Path parent = Path.of(arguments.length > 0 ? arguments[0] : ".").toAbsolutePath();
    return Files.createTempDirectory(parent, "scratch-");
  }

  static void remove(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> found = Files.walk(folder)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }
}
