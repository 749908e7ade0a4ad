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
 * Which file a name means at the moment; a symbolic link means itself.
 *
 * @param key equal for all names of a file; the real path where the system has nothing better
 * @param regular whether it holds bytes, and is no directory, link, device, pipe or socket
 * @param links how many names it has; 1 where the system does not tell
 */
record FileIdentity(Object key, boolean regular, int links) {

  /** Null if nothing has that name. */
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
