package io.github.reelay.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/** A damaged journal as it was, kept beside the one that takes its place. */
final class JournalCopy {
  private static final int PIECE = 1 << 16;

  private JournalCopy() {}

  /** Copies a journal to the first free name of {@code FILE.damaged-1}, {@code -2} and so on. */
  static Path keep(Disk disk, Path path, RandomAccessFile journal) throws IOException {
    Path copy = created(disk, path);
    try (RandomAccessFile to = RegularFile.open(copy, "the copy of the damaged journal,")) {
      byte[] piece = new byte[PIECE];
      journal.seek(0);
      for (int read = journal.read(piece); read > 0; read = journal.read(piece)) {
        disk.write(to, piece, read);
      }
      disk.force(to);
    }
    disk.forceFolder(path.getParent());
    return copy;
  }

  private static Path created(Disk disk, Path path) throws IOException {
    for (int number = 1; ; number++) {
      Path copy = path.resolveSibling(path.getFileName() + ".damaged-" + number);
      try {
        disk.create(copy, path);
        return copy;
      } catch (FileAlreadyExistsException earlier) {
        // An earlier copy is never overwritten.
        continue;
      }
    }
  }
}
