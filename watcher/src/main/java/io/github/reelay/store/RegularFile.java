package io.github.reelay.store;

import io.github.reelay.store.JournalPath.UnusablePathException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What stands under a name, looked at before it is opened: to open a FIFO may wait for ever. */
final class RegularFile {
  private static final int KIND = 0170000;

  private RegularFile() {}

  /**
   * Opens a file that is there for reading and writing.
   *
   * @param role what the file is for, such as "the journal"
   * @throws IOException if it is missing, no regular file, or was replaced meanwhile
   */
  static RandomAccessFile open(Path path, String role) throws IOException {
    Object before = key(path, role);
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    try {
      if (!Objects.equals(before, key(path, role))) {
        throw new UnusablePathException(
            "expected " + role + " " + path + " to stay, found it replaced; try again");
      }
      return file;
    } catch (IOException | RuntimeException | Error failed) {
      file.close();
      throw failed;
    }
  }

  /** Which file it is, whatever its name; null where the system does not say. */
  private static @Nullable Object key(Path path, String role) throws IOException {
    check(path, role);
    return attributes(path).fileKey();
  }

  /**
   * Accepts a regular file, or nothing.
   *
   * @throws IOException if something else stands there, a symbolic link included
   */
  static void check(Path path, String role) throws IOException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !attributes(path).isRegularFile()) {
      throw new UnusablePathException(
          "expected a regular file or nothing for "
              + role
              + " "
              + path
              + ", found "
              + kind(path)
              + "; name another file for the journal, or move that away");
    }
  }

  private static String kind(Path path) throws IOException {
    BasicFileAttributes attributes = attributes(path);
    if (attributes.isSymbolicLink()) {
      return "a symbolic link";
    }
    if (attributes.isDirectory()) {
      return "a folder";
    }
    return switch (mode(path) & KIND) {
      case 0020000 -> "a character device";
      case 0060000 -> "a block device";
      case 0010000 -> "a FIFO";
      case 0140000 -> "a socket";
      default -> "something else";
    };
  }

  private static int mode(Path path) throws IOException {
    return unix(path) ? (int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS) : 0;
  }

  /** How many names a file has; 1 where the system does not say. */
  static int names(Path path) throws IOException {
    return unix(path) ? (int) Files.getAttribute(path, "unix:nlink", LinkOption.NOFOLLOW_LINKS) : 1;
  }

  private static boolean unix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("unix");
  }

  /** Which file stands under a name, never through a link; null if none does. */
  static @Nullable Identity identity(Path path) throws IOException {
    try {
      return new Identity(attributes(path).fileKey());
    } catch (NoSuchFileException gone) {
      return null;
    }
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Distinguishes a file from each other that is there at the same time.
   *
   * @param key null where the system has no such thing: then all are the same
   */
  record Identity(@Nullable Object key) {}
}
