package io.github.reelay.store;

import io.github.reelay.task.TaskHandle;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;

/** A journal on the disk: lines are added behind its last, or all of it is replaced at once. */
final class JournalFile implements Closeable {
  private static final int PIECE = 1 << 16;

  private final Disk disk;
  private final Path path;
  private final LineBuffer piece = new LineBuffer();
  private RandomAccessFile file;

  /** Where the intact lines end. */
  private long end;

  /** What has to be written before the next line. */
  private String gap;

  /** Whether there may be something behind the end, left by a write that failed. */
  private boolean littered = true;

  /** Whether the folder may still name the file that was replaced. */
  private boolean moved;

  private JournalFile(Disk disk, Path path, Replay replay) throws IOException {
    this.disk = disk;
    this.path = path;
    this.file = new RandomAccessFile(path.toFile(), "rw");
    this.end = replay.end();
    this.gap = replay.ended() ? "" : "\n";
  }

  /** Takes up a journal where its intact lines end, and begins it if it has not even a header. */
  static JournalFile of(Disk disk, Path path, Replay replay) throws IOException {
    JournalFile journal = new JournalFile(disk, path, replay);
    try {
      Files.deleteIfExists(journal.beside());
      if (replay.end() == 0) {
        journal.replace(Set.of());
      }
    } catch (IOException failed) {
      journal.close();
      throw failed;
    }
    return journal;
  }

  /** What a compaction writes before it takes the journal's place. */
  private Path beside() {
    return path.resolveSibling(path.getFileName() + ".compacting");
  }

  /** Adds a line for each handle, and forces them all to the disk. */
  void append(boolean opened, Collection<TaskHandle> handles) throws IOException {
    settle();
    littered = true;
    try {
      long length = write(file, gap, opened, handles);
      disk.force(file);
      end += length;
      gap = "";
      littered = false;
    } catch (IOException failed) {
      settleAfter(failed);
      throw failed;
    }
  }

  /** What an earlier failure left to be done comes first, or nothing that follows would be safe. */
  private void settle() throws IOException {
    if (moved) {
      disk.forceFolder(path.getParent());
      moved = false;
    }
    if (littered) {
      disk.truncate(file, end);
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

  /** Puts a journal that opens these handles and says nothing else in the place of this one. */
  void replace(Collection<TaskHandle> open) throws IOException {
    Files.deleteIfExists(beside());
    disk.create(beside(), path);
    RandomAccessFile fresh = new RandomAccessFile(beside().toFile(), "rw");
    long length;
    try {
      length = write(fresh, JournalLine.HEADER + "\n", true, open);
      disk.force(fresh);
      disk.replace(path, beside());
    } catch (IOException failed) {
      fresh.close();
      Files.deleteIfExists(beside());
      throw failed;
    }
    takeUp(fresh, length);
    settle();
  }

  private void takeUp(RandomAccessFile fresh, long length) throws IOException {
    RandomAccessFile old = file;
    file = fresh;
    end = length;
    gap = "";
    littered = false;
    moved = true;
    old.close();
  }

  private long write(
      RandomAccessFile to, String head, boolean opened, Collection<TaskHandle> handles)
      throws IOException {
    piece.clear();
    piece.add(head);
    long length = 0;
    for (TaskHandle handle : handles) {
      piece.add(opened, handle);
      if (piece.length() >= PIECE) {
        length += piece.length();
        disk.write(to, piece.bytes(), piece.length());
        piece.clear();
      }
    }
    disk.write(to, piece.bytes(), piece.length());
    return length + piece.length();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
