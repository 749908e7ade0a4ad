package io.github.reelay.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.reelay.store.JournalPath.UnusablePathException;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a journal to one store. The lock is on a file next to the journal, because the journal is
 * replaced when it is compacted; that file holds the holder's process id and is never deleted,
 * since another process may be about to lock it.
 */
final class JournalLock implements Closeable {
  /**
   * The journals that are open in this process. They are searched first: where locks belong to
   * processes, opening and closing the file a second time would give up the first one's lock.
   */
  private static final Set<Path> HELD = new HashSet<>();

  private static final String ROLE = "the lock of the journal,";

  /** More than the digits of any process id. */
  private static final int LONGEST_ID = 20;

  private final Path journal;
  private final RandomAccessFile file;

  private JournalLock(Path journal, RandomAccessFile file) {
    this.journal = journal;
    this.file = file;
  }

  /**
   * Acquires the lock, or fails immediately.
   *
   * @throws JournalInUseException if another process or store has it
   */
  static JournalLock of(Path journal) throws IOException {
    synchronized (HELD) {
      for (Path held : HELD) {
        if (isSame(held, journal) || isSame(lockPath(held), lockPath(journal))) {
          throw new JournalInUseException(journal, "this process");
        }
      }
      JournalLock lock = locked(journal);
      HELD.add(journal);
      return lock;
    }
  }

  /** Whether two names are of one file, which is found out without opening it. */
  private static boolean isSame(Path held, Path other) throws IOException {
    return held.equals(other)
        || (Files.exists(held) && Files.exists(other) && Files.isSameFile(held, other));
  }

  private static Path lockPath(Path journal) {
    return journal.resolveSibling(journal.getFileName() + ".lock");
  }

  private static JournalLock locked(Path journal) throws IOException {
    RandomAccessFile file = opened(lockPath(journal));
    try {
      String found = content(file, lockPath(journal));
      String holder = holder(file, found);
      if (holder != null) {
        throw new JournalInUseException(journal, holder);
      }
      file.setLength(0);
      file.write(Long.toString(ProcessHandle.current().pid()).getBytes(US_ASCII));
    } catch (IOException | RuntimeException | Error failed) {
      file.close();
      throw failed;
    }
    return new JournalLock(journal, file);
  }

  private static RandomAccessFile opened(Path path) throws IOException {
    RegularFile.check(path, ROLE);
    if (!Files.exists(path)) {
      try {
        Files.createFile(path);
      } catch (FileAlreadyExistsException concurrent) {
        // Another process opens the journal too; who has it is decided by the lock.
        RegularFile.check(path, ROLE);
      }
    }
    if (RegularFile.names(path) > 1) {
      throw foreign(path, "one with a second name (a hard link)");
    }
    return RegularFile.open(path, ROLE);
  }

  /** What stands in it, which is replaced: so it must be nothing but a process id. */
  private static String content(RandomAccessFile file, Path path) throws IOException {
    byte[] bytes = new byte[LONGEST_ID];
    int length = Math.max(file.read(bytes), 0);
    file.seek(0);
    String found = new String(bytes, 0, length, US_ASCII);
    if (!found.matches("\\d{0,19}")) {
      throw foreign(path, "another file");
    }
    return found;
  }

  private static UnusablePathException foreign(Path path, String found) {
    return new UnusablePathException(
        "expected a file with a process id or nothing for the lock of the journal, "
            + path
            + ", found "
            + found
            + "; name another file for the journal, or move that away");
  }

  /** Who has the lock; null if we have it now. */
  private static @Nullable String holder(RandomAccessFile file, String id) throws IOException {
    try {
      if (file.getChannel().tryLock() != null) {
        return null;
      }
    } catch (OverlappingFileLockException ours) {
      return "this process";
    }
    return id.isEmpty() ? "another process" : "process " + id;
  }

  @Override
  public void close() throws IOException {
    synchronized (HELD) {
      try {
        file.close();
      } finally {
        HELD.remove(journal);
      }
    }
  }
}
