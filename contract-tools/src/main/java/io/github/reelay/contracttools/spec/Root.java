package io.github.reelay.contracttools.spec;

import java.nio.file.Files;
import java.nio.file.Path;

/** The root of the source tree. */
public final class Root {
  private static final Path ROOT = find();

  private Root() {}

  /** A file or folder below the root, from whichever folder in it the program runs. */
  public static Path path(String relative) {
    return ROOT.resolve(relative);
  }

  private static Path find() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("api-specs"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException(
          "expected the folder api-specs above " + Path.of("").toAbsolutePath());
    }
    return folder;
  }
}
