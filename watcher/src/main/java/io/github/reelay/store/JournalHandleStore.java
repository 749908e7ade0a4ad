package io.github.reelay.store;

import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps handles in a file, one line for each that is opened or closed, so that they are there after
 * the program was restarted, killed at any moment, or has lost its power. A last line that was cut
 * short is dropped when the file is opened again: nobody was told that it is kept. The file is
 * written anew without its dead lines when they are more than two thirds of it.
 *
 * <p>One store has the file at a time; a lock beside it, in a file whose name ends in {@code
 * .lock}, sees to that. An interrupt neither ends nor harms a write. Opening and closing handles
 * blocks until they are on the disk; one thread at a time writes.
 */
public final class JournalHandleStore implements HandleStore {
  /** Below so many dead lines a journal is not worth compacting. */
  private static final long SPARED = 1000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Path path;
  private final JournalLock claim;
  private final JournalFile file;
  private final HandleSet open;
  private long records;
  private long compactFrom;
  private boolean closed;

  private JournalHandleStore(Path path, JournalLock claim, JournalFile file, Replay replay) {
    this.path = path;
    this.claim = claim;
    this.file = file;
    this.open = replay.open();
    this.records = replay.records();
  }

  /**
   * Opens a journal, which is created if there is none.
   *
   * @param file the journal; its folder must exist
   * @throws JournalInUseException if another store has it open, here or in another process
   * @throws JournalFormatException if it is another kind of file, or damaged before its end; it is
   *     left as it is
   * @throws IOException if it cannot be read and written
   */
  public static JournalHandleStore open(Path file) throws IOException {
    return open(file, new Disk());
  }

  static JournalHandleStore open(Path file, Disk disk) throws IOException {
    Path path = JournalPath.of(file);
    try {
      return begun(path, disk);
    } catch (JournalInUseException | JournalFormatException known) {
      throw known;
    } catch (IOException failed) {
      throw unwritable(path, failed);
    }
  }

  private static JournalHandleStore begun(Path path, Disk disk) throws IOException {
    JournalLock claim = JournalLock.of(path);
    try {
      if (Files.notExists(path)) {
        disk.create(path, path);
      }
      Replay replay = Replay.of(path);
      return new JournalHandleStore(path, claim, JournalFile.of(disk, path, replay), replay);
    } catch (IOException | RuntimeException | Error failed) {
      claim.close();
      throw failed;
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
    if (!handles.isEmpty()) {
      try {
        file.append(opened, handles);
      } catch (IOException failed) {
        throw unwritable(path, failed);
      }
      records += handles.size();
    }
  }

  private static IOException unwritable(Path path, IOException cause) {
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
