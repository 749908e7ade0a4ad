package io.github.reelay.lint.evolution;

import java.nio.file.Path;

/** The source tree that this module lies in. */
final class Tree {
  /** Its root; tests run in the folder of their module. */
  static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  /** Its documents. */
  static final Repository HERE = at(ROOT);

  private Tree() {}

  /** A tree of the same layout below another folder. */
  static Repository at(Path root) {
    return new Repository(
        root,
        "api-specs/src/main/resources/io/github/reelay/specs",
        "api-specs/baseline",
        "CHANGELOG.md");
  }
}
