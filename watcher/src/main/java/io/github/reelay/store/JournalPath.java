package io.github.reelay.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a journal really is, and whether it can be there. */
final class JournalPath {
  private JournalPath() {}

  /** A path that a journal needs and cannot use, or must not replace; the sentence says why. */
  static final class UnusablePathException extends IOException {
    private static final long serialVersionUID = 1;

    UnusablePathException(String sentence) {
      super(sentence);
    }
  }

  /**
   * Follows links, so that a journal has one lock under whatever name it is opened.
   *
   * @throws IOException if it could not be read, written and replaced there
   */
  static Path of(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(file)) {
      throw new UnusablePathException(
          "expected a file for the journal, found the folder " + file + "; name a file in it");
    }
    if (!Files.isDirectory(folder)) {
      throw new UnusablePathException(
          "expected a folder for the journal " + file + ", found none; create " + folder);
    }
    Path path =
        Files.exists(file) ? file.toRealPath() : folder.toRealPath().resolve(file.getFileName());
    RegularFile.check(path, "the journal");
    check(path);
    return path;
  }

  private static void check(Path path) throws IOException {
    Path folder = path.resolveSibling(".");
    boolean fresh = Files.notExists(path);
    if (!Files.isWritable(folder)
        || !(fresh || (Files.isReadable(path) && Files.isWritable(path)))) {
      throw new UnusablePathException(
          "expected the journal "
              + path
              + " and its folder to be readable and writable, found they are not; change their"
              + " permissions, or choose another file");
    }
  }
}
