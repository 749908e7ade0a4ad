package io.github.reelay.contracttests.evolution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The source tree: working documents, released ones, waivers and changelog.
 *
 * @param root its folder
 */
record Repository(Path root) {
  private static final String SPECS = "api-specs/src/main/resources/io/github/reelay/specs";
  private static final String BASELINE = "api-specs/baseline";
  private static final String WAIVERS = "waivers";

  /** The one that this code lies in. */
  static Repository here() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve(SPECS))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException(
            "expected %s above %s, found nothing; run the tests inside the source tree."
                .formatted(SPECS, Path.of("").toAbsolutePath()));
      }
    }
    return new Repository(folder);
  }

  /** Where the working document of that provider lies, for messages. */
  static String working(String provider) {
    return SPECS + "/" + provider + ".yaml";
  }

  /** Where the released document of that provider lies, for messages. */
  static String released(String provider) {
    return BASELINE + "/" + provider + ".yaml";
  }

  /** All providers that have a document on either side. */
  Set<String> providers() throws IOException {
    Set<String> providers = new TreeSet<>(names(SPECS));
    providers.addAll(names(BASELINE));
    providers.remove(WAIVERS);
    return providers;
  }

  /** The working document of that provider. */
  Document workingDocument(String provider) throws IOException {
    return Document.read(root.resolve(working(provider)));
  }

  /** What somebody has to write, and where; empty if the tree is in order. */
  List<String> problems() throws IOException {
    List<String> problems = new ArrayList<>();
    Gate gate =
        new Gate(
            Changelog.parse(Files.readString(root.resolve("CHANGELOG.md"))),
            Waivers.parse(Files.readString(root.resolve(BASELINE).resolve(WAIVERS + ".yaml"))));
    for (String provider : providers()) {
      if (!Files.exists(root.resolve(released(provider)))) {
        problems.add(missing(released(provider), working(provider)));
      } else if (!Files.exists(root.resolve(working(provider)))) {
        problems.add(missing(working(provider), released(provider)));
      } else {
        gate.compare(Document.read(root.resolve(released(provider))), workingDocument(provider));
      }
    }
    problems.addAll(gate.problems());
    return List.copyOf(problems);
  }

  private static String missing(String file, String twin) {
    return "expected %s beside %s, found none; copy the other one, or delete it."
        .formatted(file, twin);
  }

  private List<String> names(String folder) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.substring(0, name.length() - ".yaml".length()))
          .toList();
    }
  }
}
