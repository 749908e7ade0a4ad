package io.github.reelay.internal.download.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Moves a complete partial file, which was forced to the disk, to its final name. */
final class Publication {

  private Publication() {}

  /** Replaces a file of that name in one step, so that either the old or the new one is there. */
  static void replace(Path part, Path target) throws IOException {
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    forceNames(target);
  }

  /**
   * Only if there is no file of that name, checked by the file system itself.
   *
   * @throws FileAlreadyExistsException if there is one; it is not changed
   */
  static void add(Path part, Path target) throws IOException {
    if (linked(part, target)) {
      Files.deleteIfExists(part);
    } else {
      addWithoutLinks(part, target);
    }
    forceNames(target);
  }

  /**
   * A move would replace a file that is there; creating a hard link never does. Not every file
   * system has links.
   */
  private static boolean linked(Path part, Path target) throws FileAlreadyExistsException {
    try {
      Files.createLink(target, part);
      return true;
    } catch (FileAlreadyExistsException there) {
      throw there;
    } catch (UnsupportedOperationException | IOException noLinks) {
      return false;
    }
  }

  /** Creates an empty file of that name, which is then our own, and replaces it. */
  static void addWithoutLinks(Path part, Path target) throws IOException {
    Files.createFile(target);
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException unmoved) {
      Files.deleteIfExists(target);
      throw unmoved;
    }
  }

  /** Forces the directory, so that the new name survives a loss of power. */
  private static void forceNames(Path target) {
    try (FileChannel names = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
      names.force(true);
    } catch (IOException unsupported) {
      // Not every system can open a directory; the bytes are on the disk.
    }
  }
}
