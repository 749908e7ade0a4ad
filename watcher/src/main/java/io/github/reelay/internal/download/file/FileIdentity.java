package io.github.reelay.internal.download.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The file that a path names at the moment; a symbolic link is a file of its own here.
 *
 * @param key equal for all paths of a file; the absolute, normalised path if the system has no file
 *     key
 * @param regular whether it is a regular file: no directory, link, device, pipe or socket
 * @param links its number of hard links; 1 if the system does not say
 */
record FileIdentity(Object key, boolean regular, int links) {

  /** The identity of the file; null if there is none. */
  static @Nullable FileIdentity of(Path file) throws IOException {
    try {
      BasicFileAttributes found =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      Object key = Objects.requireNonNullElseGet(found.fileKey(), () -> absolute(file));
      return new FileIdentity(key, found.isRegularFile(), links(file));
    } catch (NoSuchFileException missing) {
      return null;
    }
  }

  private static Path absolute(Path file) {
    return file.toAbsolutePath().normalize();
  }

  private static int links(Path file) throws IOException {
    try {
      Object links = Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS);
      return links instanceof Integer count ? count : 1;
    } catch (UnsupportedOperationException | IllegalArgumentException unknownHere) {
      return 1;
    }
  }
}
