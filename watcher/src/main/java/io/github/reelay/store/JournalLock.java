package io.github.reelay.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a journal to one store. The lock is on a file beside the journal, because the journal is
 * replaced when it is compacted; that file holds the holder's process id and is never deleted,
 * since another process may be about to lock it.
 */
final class JournalLock implements Closeable {
  /**
   * The journals that are open in this process. They are asked first: where locks belong to
   * processes, opening and closing the file a second time would give up the first one's lock.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path journal;
  private final RandomAccessFile file;

  private JournalLock(Path journal, RandomAccessFile file) {
    this.journal = journal;
    this.file = file;
  }

  /**
   * Takes the lock, or fails at once.
   *
   * @throws JournalInUseException if somebody else has it
   */
  static JournalLock of(Path journal) throws IOException {
    if (!HELD.add(journal)) {
      throw new JournalInUseException(journal, "this process");
    }
    JournalLock lock = null;
    try {
      lock = locked(journal);
    } finally {
      if (lock == null) {
        HELD.remove(journal);
      }
    }
    return lock;
  }

  private static JournalLock locked(Path journal) throws IOException {
    Path path = journal.resolveSibling(journal.getFileName() + ".lock");
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    try {
      String holder = holder(file);
      if (holder != null) {
        throw new JournalInUseException(journal, holder);
      }
      file.setLength(0);
      file.write(Long.toString(ProcessHandle.current().pid()).getBytes(US_ASCII));
    } catch (IOException failed) {
      file.close();
      throw failed;
    }
    return new JournalLock(journal, file);
  }

  /** Who has the lock; null if we have it now. */
  private static @Nullable String holder(RandomAccessFile file) throws IOException {
    try {
      if (file.getChannel().tryLock() != null) {
        return null;
      }
    } catch (OverlappingFileLockException ours) {
      return "this process";
    }
    String id = file.readLine();
    return id != null && id.matches("\\d{1,19}") ? "process " + id : "another process";
  }

  @Override
  public void close() throws IOException {
    try {
      file.close();
    } finally {
      HELD.remove(journal);
    }
  }
}
