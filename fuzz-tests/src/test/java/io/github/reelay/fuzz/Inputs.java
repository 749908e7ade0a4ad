package io.github.reelay.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What targets are tried with in every build: their seeds, and the inputs that were kept. */
final class Inputs {
  /** A folder for each kind, with a file for each input. */
  private static final Path KEPT = Path.of("src", "test", "resources", "inputs");

  private Inputs() {}

  /** All of them, by name. */
  static Map<String, byte[]> all(String kind, FuzzTargets targets) throws IOException {
    Map<String, byte[]> all = new TreeMap<>(targets.seeds());
    List<Path> kept;
    try (Stream<Path> files = Files.list(KEPT.resolve(kind))) {
      kept = files.toList();
    }
    for (Path each : kept) {
      all.put("kept-" + each.getFileName(), Files.readAllBytes(each));
    }
    return all;
  }
}
