package io.github.reelay.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** A damaged journal as it was, kept next to the one that takes its place. */
final class JournalCopy {
  private static final int PIECE = 1 << 16;

  private JournalCopy() {}

  /** Copies a journal to a name that is free: {@code FILE.damaged-1}, {@code -2} and so on. */
  static Path keep(FileOperations files, Path path, RandomAccessFile journal) throws IOException {
    Path copy = created(files, path);
    try (RandomAccessFile to = RegularFile.open(copy, "the copy of the damaged journal,")) {
      byte[] piece = new byte[PIECE];
      journal.seek(0);
      for (int read = journal.read(piece); read > 0; read = journal.read(piece)) {
        files.write(to, piece, read);
      }
      files.force(to);
    }
    files.forceFolder(path.getParent());
    return copy;
  }

  private static Path created(FileOperations files, Path path) throws IOException {
    while (true) {
      Path copy = named(path, free(path));
      try {
        files.create(copy, path);
        return copy;
      } catch (FileAlreadyExistsException concurrent) {
        // Whatever was put there meanwhile is not overwritten.
        continue;
      }
    }
  }

  /** A number whose name is free, and the one before it is not; found in few steps among many. */
  private static long free(Path path) {
    long taken = 0;
    long free = 1;
    while (exists(named(path, free))) {
      taken = free;
      free *= 2;
    }
    while (free - taken > 1) {
      long middle = (taken + free) / 2;
      if (exists(named(path, middle))) {
        taken = middle;
      } else {
        free = middle;
      }
    }
    return free;
  }

  private static boolean exists(Path copy) {
    return Files.exists(copy, LinkOption.NOFOLLOW_LINKS);
  }

  private static Path named(Path path, long number) {
    return path.resolveSibling(path.getFileName() + ".damaged-" + number);
  }
}
