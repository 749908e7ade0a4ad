package io.github.reelay.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/** A journal that is locked and open, and is closed again unless a store keeps it. */
final class LockedJournal implements Closeable {
  private final Path path;
  private final JournalLock claim;
  private final JournalFile file;
  private boolean kept;

  private LockedJournal(Path path, JournalLock claim, JournalFile file) {
    this.path = path;
    this.claim = claim;
    this.file = file;
  }

  /** Locks and opens a journal; creates an empty file if there is none. */
  static LockedJournal of(Path path, FileOperations files) throws IOException {
    JournalLock claim = JournalLock.of(path);
    try {
      if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        files.create(path, path);
      }
      return new LockedJournal(path, claim, JournalFile.open(files, path));
    } catch (IOException | RuntimeException | Error failed) {
      claim.close();
      throw failed;
    }
  }

  JournalLock claim() {
    return claim;
  }

  JournalFile file() {
    return file;
  }

  /** Rewrites the journal without its damaged lines, if it has any. */
  JournalRepair repair(Replay replay) throws IOException {
    List<DamagedLines> dropped = replay.damage().lines();
    Path copy = dropped.isEmpty() ? null : file.repair(replay.open());
    return new JournalRepair(
        path, Collections.unmodifiableSet(replay.open().copy()), dropped, copy);
  }

  /** A store takes the journal over: closing this leaves it open and locked. */
  void keep() {
    kept = true;
  }

  @Override
  public void close() throws IOException {
    if (!kept) {
      try {
        file.close();
      } finally {
        claim.close();
      }
    }
  }
}
