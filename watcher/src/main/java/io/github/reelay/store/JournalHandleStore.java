package io.github.reelay.store;

import io.github.reelay.store.JournalPath.UnusablePathException;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps handles in a file, one line for each that is added or removed, so that they are there after
 * the program was restarted, killed at any moment, or has lost its power. A last line that was cut
 * short is dropped when the file is opened again: no caller got the confirmation that it is kept.
 * So are lines of the last batch that a power loss kept from the disk, with a warning and a copy of
 * the file in {@code FILE.damaged-1} and so on. Any other damage is refused; {@link #repair(Path)}
 * keeps what can be read. The file is rewritten without its obsolete lines when they are more than
 * two thirds of it.
 *
 * <p>One store has the file at a time; a lock next to it, in a file whose name ends in {@code
 * .lock}, and one on the file itself see to that. A file that is deleted, moved or replaced
 * meanwhile is noticed at the next change. An interrupt neither ends nor harms a write. Adding and
 * removing handles blocks until they are on the disk; one thread at a time writes.
 *
 * <p>A journal is of version 1 until the first time of submission is added, and of version 2 from
 * then on. Older versions of this library read version 1 only, and refuse version 2 by its number.
 */
public final class JournalHandleStore implements HandleStore {
  private static final System.Logger LOG = System.getLogger(JournalHandleStore.class.getName());

  /** With fewer obsolete lines than this, a journal is not worth compacting. */
  private static final long SPARED = 1000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Path path;
  private final JournalLock claim;
  private final JournalFile file;
  private final CompactHandleSet kept;
  private long records;
  private long compactFrom;
  private boolean closed;

  private JournalHandleStore(Path path, LockedJournal locked, Replay replay) {
    this.path = path;
    this.claim = locked.claim();
    this.file = locked.file();
    this.kept = replay.open();
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
    return open(file, new FileOperations());
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
      throw JournalFile.explained(path, failed);
    }
  }

  /**
   * Rewrites a damaged journal with what can be read of it, and keeps a copy as it was in {@code
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
      throw new UnusablePathException(
          "expected a journal to repair at " + path + ", found none; check the name");
    }
    try (LockedJournal locked = LockedJournal.of(path, files)) {
      return locked.repair(locked.file().replay());
    } catch (IOException failed) {
      throw JournalFile.explained(path, failed);
    }
  }

  @Override
  public Set<TaskHandle> handles() {
    return locked(() -> Collections.unmodifiableSet(kept.copy()));
  }

  @Override
  public boolean contains(TaskHandle handle) {
    return locked(() -> kept.contains(handle));
  }

  @Override
  public @Nullable Instant submittedAt(TaskHandle handle) {
    return locked(() -> kept.submittedAt(handle));
  }

  @Override
  public Map<String, String> dialectFiles() {
    return locked(kept::dialectFiles);
  }

  private <T extends @Nullable Object> T locked(Supplier<T> read) {
    lock.lock();
    try {
      return read.get();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void nameDialectFile(String provider, String named) throws IOException {
    lock.lock();
    try {
      boolean known = named.equals(kept.dialectFiles().get(provider));
      append(known ? List.of() : List.of(JournalLine.ofDialect(provider, named)));
      kept.nameDialectFile(provider, named);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void add(Collection<TaskHandle> handles) throws IOException {
    addLines(handles.stream().map(handle -> new JournalLine(true, handle)).toList());
  }

  @Override
  public void add(Map<TaskHandle, Instant> submittedAt) throws IOException {
    addLines(
        submittedAt.entrySet().stream()
            .map(each -> new JournalLine(true, each.getKey(), each.getValue()))
            .toList());
  }

  private void addLines(List<JournalLine> lines) throws IOException {
    lock.lock();
    try {
      allowTimes(lines);
      List<JournalLine> fresh = new ArrayList<>(lines.size());
      for (JournalLine line : lines) {
        if (kept.add(line.handle(), line.submittedAt())) {
          fresh.add(line);
        }
      }
      try {
        append(fresh);
      } catch (IOException | RuntimeException | Error failed) {
        fresh.forEach(line -> kept.remove(line.handle()));
        throw failed;
      }
    } finally {
      lock.unlock();
    }
  }

  /** The first time of submission makes a journal of version 1 one of version 2. */
  private void allowTimes(List<JournalLine> lines) throws IOException {
    boolean needed =
        lines.stream()
            .anyMatch(line -> line.submittedAt() != null && !kept.contains(line.handle()));
    if (needed && !file.hasTimes()) {
      checkOpen();
      try {
        file.replace(kept, true);
      } catch (IOException failed) {
        throw JournalFile.explained(path, failed);
      }
      records = kept.size();
    }
  }

  @Override
  public void remove(Collection<TaskHandle> handles) throws IOException {
    lock.lock();
    try {
      Set<TaskHandle> gone = new LinkedHashSet<>(handles);
      gone.retainAll(kept);
      append(gone.stream().map(handle -> new JournalLine(false, handle)).toList());
      gone.forEach(kept::remove);
      compact();
    } finally {
      lock.unlock();
    }
  }

  private void checkOpen() throws IOException {
    if (closed) {
      throw new IOException(
          "expected the journal " + path + " to be open, found it closed; open it again");
    }
  }

  private void append(List<JournalLine> lines) throws IOException {
    checkOpen();
    for (JournalLine line : lines) {
      line.check();
    }
    if (!lines.isEmpty()) {
      try {
        file.append(lines);
      } catch (IOException failed) {
        throw JournalFile.explained(path, failed);
      }
      records += lines.size();
    }
  }

  /** Every record but one for each handle is obsolete. */
  private void compact() {
    if (records <= Math.max(3L * kept.size() + SPARED, compactFrom)) {
      return;
    }
    try {
      file.replace(kept);
      records = kept.size();
    } catch (IOException later) {
      // What was to be written is on the disk, in a journal that is longer than it need be. It is
      // tried again after as many lines as make it worth while.
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
      try (claim;
          file) {
        closed = true;
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String toString() {
    return "handles in " + path + ", " + handles().size() + " open";
  }
}
