package io.github.reelay.internal.download.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sentences about a failing disk, which say what to do. */
final class DiskErrors {

  private DiskErrors() {}

  /**
   * What follows "found" in a sentence; a cause that is not recognised by its English text is
   * named.
   */
  static String found(Path file, IOException cause) {
    String reason = reason(cause).toLowerCase(Locale.ROOT);
    if (reason.contains("no space") || reason.contains("not enough space")) {
      return "no space left on its disk; make room and try again";
    }
    if (reason.contains("quota")) {
      return "that the disk quota is used up; make room and try again";
    }
    if (reason.contains("read-only")) {
      return "a read-only file system; choose another directory";
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      return "no directory " + folder + "; create it";
    }
    if (cause instanceof AccessDeniedException) {
      return "that this is not permitted; check the permissions of its directory";
    }
    return "something else (" + named(cause) + "); check the disk";
  }

  private static String reason(IOException cause) {
    @Nullable String reason =
        cause instanceof FileSystemException file ? file.getReason() : cause.getMessage();
    return Objects.requireNonNullElse(reason, "");
  }

  private static String named(IOException cause) {
    String name = cause.getClass().getSimpleName();
    String reason = reason(cause);
    boolean plain = cause instanceof NoSuchFileException || reason.isEmpty();
    return plain ? name : name + ", " + reason;
  }
}
