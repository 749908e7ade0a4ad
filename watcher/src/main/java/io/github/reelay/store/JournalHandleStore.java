package io.github.reelay.store;

import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Keeps handles in a file, one line for each that is opened or closed, so that they are there after
 * the program was restarted, killed at any moment, or has lost its power. A last line that was cut
 * short is dropped when the file is opened again: nobody was told that it is kept. So are lines of
 * the last batch that a power loss kept from the disk, with a warning and a copy of the file in
 * {@code FILE.damaged-1} and so on. Any other damage is refused; {@link #repair(Path)} keeps what
 * can be read. The file is written anew without its dead lines when they are more than two thirds
 * of it.
 *
 * <p>One store has the file at a time; a lock beside it, in a file whose name ends in {@code
 * .lock}, and one on the file itself see to that. A file that is deleted, moved or replaced
 * meanwhile is noticed at the next change. An interrupt neither ends nor harms a write. Opening and
 * closing handles blocks until they are on the disk; one thread at a time writes.
 */
public final class JournalHandleStore implements HandleStore {
  private static final System.Logger LOG = System.getLogger(JournalHandleStore.class.getName());

  /** The most characters of an id: its line stays one that is read again. */
  private static final int LONGEST_ID = 1 << 20;

  /** Below so many dead lines a journal is not worth compacting. */
  private static final long SPARED = 1000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Path path;
  private final JournalLock claim;
  private final JournalFile file;
  private final CompactHandleSet open;
  private long records;
  private long compactFrom;
  private boolean closed;

  private JournalHandleStore(Path path, LockedJournal locked, Replay replay) {
    this.path = path;
    this.claim = locked.claim();
    this.file = locked.file();
    this.open = replay.open();
    this.records = replay.records();
  }

  /**
   * Opens a journal, which is created if there is none. What it has to warn of goes to the system's
   * logger.
   *
   * @param file the journal; its folder must exist
   * @throws JournalInUseException if another store has it open, here or in another process
   * @throws JournalFormatException if it is another kind of file, or damaged before its last batch;
   *     it is left as it is
   * @throws IOException if it is no regular file, or cannot be read and written
   */
  public static JournalHandleStore open(Path file) throws IOException {
    return open(file, warning -> LOG.log(Level.WARNING, warning));
  }

  /**
   * Opens a journal; see {@link #open(Path)}.
   *
   * @param warnings takes a sentence that names the damaged lines that were dropped, and the copy
   *     of the file as it was
   * @throws IOException as with {@link #open(Path)}
   */
  public static JournalHandleStore open(Path file, Consumer<String> warnings) throws IOException {
    return open(file, warnings, new FileOperations());
  }

  static JournalHandleStore open(Path file, FileOperations files) throws IOException {
    return open(file, warning -> LOG.log(Level.WARNING, warning), files);
  }

  private static JournalHandleStore open(Path file, Consumer<String> warnings, FileOperations files)
      throws IOException {
    Path path = JournalPath.of(file);
    try (LockedJournal locked = LockedJournal.of(path, files)) {
      Replay replay = locked.file().replay();
      JournalDamage damage = replay.tolerated();
      locked.file().begin(replay);
      if (damage.kind(replay.size()) == JournalDamage.Kind.UNFORCED) {
        warnings.accept(locked.repair(replay).toString());
      }
      JournalHandleStore store = new JournalHandleStore(path, locked, replay);
      locked.keep();
      return store;
    } catch (IOException failed) {
      throw explained(path, failed);
    }
  }

  /**
   * Writes a damaged journal anew with what can be read of it, and keeps a copy as it was in {@code
   * FILE.damaged-1}, or with the next number that is free. A journal that is not damaged is left as
   * it is.
   *
   * @param file the journal, which no store has open
   * @return what was kept and what was dropped
   * @throws JournalInUseException if a store has it open, here or in another process
   * @throws JournalFormatException if it is another kind of file
   * @throws IOException if there is none, or it cannot be read and written
   */
  public static JournalRepair repair(Path file) throws IOException {
    return repair(file, new FileOperations());
  }

  static JournalRepair repair(Path file, FileOperations files) throws IOException {
    Path path = JournalPath.of(file);
    if (Files.notExists(path)) {
      throw new JournalPathException(
          "expected a journal to repair at " + path + ", found none; check the name");
    }
    try (LockedJournal locked = LockedJournal.of(path, files)) {
      return locked.repair(locked.file().replay());
    } catch (IOException failed) {
      throw explained(path, failed);
    }
  }

  @Override
  public Set<TaskHandle> open() {
    lock.lock();
    try {
      return Collections.unmodifiableSet(open.copy());
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void open(Collection<TaskHandle> handles) throws IOException {
    lock.lock();
    try {
      List<TaskHandle> fresh = new ArrayList<>(handles.size());
      for (TaskHandle handle : handles) {
        if (open.add(handle)) {
          fresh.add(handle);
        }
      }
      boolean kept = false;
      try {
        append(true, fresh);
        kept = true;
      } finally {
        if (!kept) {
          fresh.forEach(open::remove);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close(Collection<TaskHandle> handles) throws IOException {
    lock.lock();
    try {
      Set<TaskHandle> gone = new LinkedHashSet<>(handles);
      gone.retainAll(open);
      append(false, gone);
      gone.forEach(open::remove);
      compact();
    } finally {
      lock.unlock();
    }
  }

  private void append(boolean opened, Collection<TaskHandle> handles) throws IOException {
    if (closed) {
      throw new IOException(
          "expected the journal " + path + " to be open, found it closed; open it again");
    }
    for (TaskHandle handle : handles) {
      if (handle.id().length() > LONGEST_ID) {
        throw new IOException(
            "expected a task id of at most "
                + LONGEST_ID
                + " characters for the journal, found one of "
                + handle.id().length()
                + "; check where it comes from");
      }
    }
    if (!handles.isEmpty()) {
      try {
        file.append(opened, handles);
      } catch (IOException failed) {
        throw explained(path, failed);
      }
      records += handles.size();
    }
  }

  private static IOException explained(Path path, IOException cause) {
    if (cause instanceof JournalInUseException
        || cause instanceof JournalFormatException
        || cause instanceof JournalMovedException
        || cause instanceof JournalPathException) {
      return cause;
    }
    return new IOException(
        "expected to write to the journal "
            + path
            + ", found '"
            + cause.getMessage()
            + "'; make room on its disk or mend it, and try again",
        cause);
  }

  /** Every record but one for each open handle is dead. */
  private void compact() {
    if (records <= Math.max(3L * open.size() + SPARED, compactFrom)) {
      return;
    }
    try {
      file.replace(open);
      records = open.size();
    } catch (IOException later) {
      // What was asked for is on the disk. That the journal is longer than it need be is no reason
      // to say otherwise; it is tried again after as many lines as make it worth while.
      compactFrom = records + SPARED;
    }
  }

  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      if (closed) {
        return; // the lock may be another store's by now
      }
      closed = true;
      try {
        file.close();
      } finally {
        claim.close();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String toString() {
    return "handles in " + path + ", " + open().size() + " open";
  }
}
