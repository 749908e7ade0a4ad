package io.github.reelay.lint.evolution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The documents of a source tree: working ones, released ones, waivers and changelog.
 *
 * @param root the folder that the other paths start from; messages do not name it
 * @param specs the folder with the working document of each provider, {@code <provider>.yaml}
 * @param baseline the folder with each document as it was last released, and {@code waivers.yaml}
 * @param changelog the Markdown file with the entries under {@code ## Unreleased}
 */
public record Repository(Path root, String specs, String baseline, String changelog) {
  private static final String YAML = ".yaml";
  private static final String WAIVERS = "waivers";

  /** Where the working document of that provider lies, for messages. */
  String working(String provider) {
    return specs + "/" + provider + YAML;
  }

  /** Where the released document of that provider lies, for messages. */
  String released(String provider) {
    return baseline + "/" + provider + YAML;
  }

  /** All providers that have a document on either side. */
  Set<String> providers() throws IOException {
    Set<String> providers = new TreeSet<>(names(specs));
    providers.addAll(names(baseline));
    providers.remove(WAIVERS);
    return providers;
  }

  /**
   * Compares each working document with the released one, and holds the difference against version,
   * changelog and waivers.
   *
   * @return what somebody has to write, and where, one sentence each; empty if the tree is in order
   * @throws IOException if a folder, the waivers or the changelog cannot be read
   * @throws IllegalArgumentException if the waivers are no YAML
   */
  public List<String> problems() throws IOException {
    List<String> problems = new ArrayList<>();
    Gate gate =
        new Gate(this, Changelog.parse(text(changelog)), Waivers.parse(waivers(), text(waivers())));
    for (String provider : providers()) {
      compare(provider, gate).ifPresent(problems::add);
    }
    problems.addAll(gate.problems());
    return List.copyOf(problems);
  }

  private Optional<String> compare(String provider, Gate gate) throws IOException {
    String released = released(provider);
    String working = working(provider);
    if (!Files.exists(root.resolve(released))) {
      return Optional.of(missing(released, working));
    }
    if (!Files.exists(root.resolve(working))) {
      return Optional.of(missing(working, released));
    }
    try {
      gate.compare(document(released), document(working));
      return Optional.empty();
    } catch (IllegalArgumentException unclear) { // it says where and what
      return Optional.of(unclear.getMessage());
    }
  }

  private String waivers() {
    return released(WAIVERS);
  }

  private String text(String file) throws IOException {
    return Files.readString(root.resolve(file));
  }

  private Document document(String file) throws IOException {
    return Document.read(root.resolve(file));
  }

  private static String missing(String file, String twin) {
    return "expected %s next to %s, found none; copy the other one, or delete it."
        .formatted(file, twin);
  }

  private List<String> names(String folder) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(YAML))
          .map(name -> name.substring(0, name.length() - YAML.length()))
          .toList();
    }
  }
}
