package io.github.reelay.store;

import io.github.reelay.store.JournalPath.UnusablePathException;
import io.github.reelay.store.RegularFile.Identity;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A journal on the disk: lines are added behind its last, or all of it is replaced in one step. */
final class JournalFile implements Closeable {
  private static final String ROLE = "the journal";

  /** Far behind every line: where locks are mandatory, the lines can still be read. */
  private static final long LOCKED = 1L << 62;

  private final FileOperations files;
  private final Path path;
  private final JournalWriter writer;
  private RandomAccessFile file;
  private @Nullable Identity identity;

  /** Where the intact lines end. */
  private long end;

  /** What has to be written before the next line. */
  private String gap = "";

  /** Whether there may be something behind the end, left by a write that failed. */
  private boolean littered = true;

  /** Whether its lines may have times of submission. */
  private boolean hasTimes;

  /** Whether the folder may still name the file that was replaced. */
  private boolean moved;

  private JournalFile(FileOperations files, Path path) throws IOException {
    this.files = files;
    this.path = path;
    this.writer = new JournalWriter(files);
    this.file = RegularFile.open(path, ROLE);
  }

  /**
   * Opens a file that is there. All is read and written through one descriptor: closing another one
   * would give up the lock where locks belong to processes.
   *
   * @throws JournalInUseException if another process or store has it open, under whatever name
   */
  static JournalFile open(FileOperations files, Path path) throws IOException {
    JournalFile journal = new JournalFile(files, path);
    try {
      journal.identity = RegularFile.identity(path);
      journal.lock(journal.file);
    } catch (IOException | RuntimeException | Error failed) {
      journal.close();
      throw failed;
    }
    return journal;
  }

  /** The file next to the journal is locked too; this one holds if that one is deleted. */
  private void lock(RandomAccessFile locked) throws IOException {
    try {
      if (locked.getChannel().tryLock(LOCKED, 1, false) == null) {
        throw new JournalInUseException(path, "another process");
      }
    } catch (OverlappingFileLockException ours) {
      throw new JournalInUseException(path, "this process");
    }
  }

  /** Reads all of it. A channel would be closed by an interrupt, and this stream closes nothing. */
  Replay replay() throws IOException {
    return Replay.of(path, new FileInputStream(file.getFD()));
  }

  /** Goes on where the intact lines end, and begins the journal if it has not even a header. */
  void begin(Replay replay) throws IOException {
    end = replay.end();
    gap = replay.ended() ? "" : "\n";
    hasTimes = replay.hasTimes();
    clear();
    if (end == 0) {
      replace(new CompactHandleSet());
    }
  }

  /** Keeps a copy next to the journal, and rewrites the journal with these handles. */
  Path repair(CompactHandleSet open) throws IOException {
    checkPlace();
    Path copy = JournalCopy.keep(files, path, file);
    replace(open);
    return copy;
  }

  /** What a compaction writes before it takes the journal's place. */
  private Path copyPath() {
    return path.resolveSibling(path.getFileName() + ".compacting");
  }

  /** Removes what a compaction left that was cut short. */
  private void clear() throws IOException {
    RegularFile.check(copyPath(), "the copy that replaces the journal,");
    Files.deleteIfExists(copyPath());
  }

  /** Whether lines with times of submission can be added. */
  boolean hasTimes() {
    return hasTimes;
  }

  /** Adds lines, and forces them all to the disk. */
  void append(Collection<JournalLine> lines) throws IOException {
    checkPlace();
    settle();
    littered = true;
    try {
      long length = writer.batch(file, end, gap, lines);
      files.force(file);
      checkPlace();
      end += length;
      gap = "";
      littered = false;
    } catch (IOException failed) {
      settleAfter(failed);
      throw failed;
    }
  }

  /** Nothing is kept in a file that cannot be found again. */
  private void checkPlace() throws IOException {
    Identity found = RegularFile.identity(path);
    if (!Objects.equals(found, identity)) {
      throw new JournalMovedException(path, found != null);
    }
  }

  /** What an earlier failure left to be done comes first, or nothing that follows would be safe. */
  private void settle() throws IOException {
    if (moved) {
      files.forceFolder(path.getParent());
      moved = false;
    }
    if (littered) {
      files.truncate(file, end);
      file.seek(end);
      littered = false;
    }
  }

  private void settleAfter(IOException failed) {
    try {
      settle();
    } catch (IOException later) {
      failed.addSuppressed(later);
    }
  }

  /** Puts a journal that adds these handles and says nothing else in the place of this one. */
  void replace(CompactHandleSet open) throws IOException {
    replace(open, open.hasSubmissions());
  }

  /** As {@link #replace(CompactHandleSet)}, with a header of that version. */
  void replace(CompactHandleSet open, boolean withTimes) throws IOException {
    clear();
    files.create(copyPath(), path);
    RandomAccessFile fresh = RegularFile.open(copyPath(), ROLE);
    String header = withTimes ? JournalLine.HEADER_2 : JournalLine.HEADER;
    boolean replaced = false;
    try {
      lock(fresh);
      Identity known = RegularFile.identity(copyPath());
      long length = writer.lines(fresh, header + "\n", open.lines());
      files.force(fresh);
      checkPlace();
      files.replace(path, copyPath());
      replaced = true;
      identity = known;
      hasTimes = withTimes;
      switchTo(fresh, length);
    } catch (IOException failed) {
      Files.deleteIfExists(copyPath());
      throw failed;
    } finally {
      if (!replaced) {
        fresh.close();
      }
    }
    settle();
  }

  private void switchTo(RandomAccessFile fresh, long length) throws IOException {
    RandomAccessFile old = file;
    file = fresh;
    end = length;
    gap = "";
    littered = false;
    moved = true;
    old.close();
  }

  /**
   * A failure in a sentence that says what to do; exceptions whose sentences do are returned as
   * they are.
   */
  static IOException explained(Path path, IOException cause) {
    if (cause instanceof JournalInUseException
        || cause instanceof JournalFormatException
        || cause instanceof JournalMovedException
        || cause instanceof UnusablePathException) {
      return cause;
    }
    return new IOException(
        "expected to write to the journal "
            + path
            + ", found '"
            + cause.getMessage()
            + "'; make room on its disk or repair it, and try again",
        cause);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
