package io.github.reelay.internal.download.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Gives a whole part, which is on the disk, its final name. */
final class Publication {

  private Publication() {}

  /** In place of what has that name. */
  static void replace(Path part, Path target) throws IOException {
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    forceNames(target);
  }

  /**
   * Only if nothing has that name, in this moment.
   *
   * @throws FileAlreadyExistsException if something has it; it is not touched
   */
  static void add(Path part, Path target) throws IOException {
    if (linked(part, target)) {
      Files.deleteIfExists(part);
    } else {
      addWithoutLinks(part, target);
    }
    forceNames(target);
  }

  /** A move would replace what is there; a link never does. Not every file system has links. */
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

  /** Takes the name with an empty file, which is never anybody else's, and replaces that. */
  static void addWithoutLinks(Path part, Path target) throws IOException {
    Files.createFile(target);
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException unmoved) {
      Files.deleteIfExists(target);
      throw unmoved;
    }
  }

  /** So that the new name outlives a loss of power. */
  private static void forceNames(Path target) {
    try (FileChannel names = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
      names.force(true);
    } catch (IOException unsupported) {
      // Not every system lets a directory be opened; the bytes themselves are on disk.
    }
  }
}
