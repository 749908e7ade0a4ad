package io.github.reelay.internal.download.file;

import io.github.reelay.internal.download.DownloadAbortedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A file that this process has opened and locked. A lock belongs to a process, and closing any
 * channel to a file releases it: so a file that is locked here is not opened a second time.
 *
 * @param channel to the file, locked
 * @param identity of the file
 */
record PartialFileLock(FileChannel channel, FileIdentity identity) implements AutoCloseable {
  private static final Set<OpenOption> READ_WRITE =
      Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

  /** The keys of all files that this process has locked, whichever downloader did. */
  private static final Set<Object> HELD = ConcurrentHashMap.newKeySet();

  /**
   * Opens and locks the partial file of a video; creates it if it is missing.
   *
   * @return null if the file was moved away or replaced meanwhile, as it is when another download
   *     ends: the lock would then be on the finished video
   * @throws DownloadAbortedException if another download or process has it, or if it is not a file
   *     that Reelay made
   */
  static @Nullable PartialFileLock tryOpen(VideoTarget target)
      throws IOException, DownloadAbortedException {
    Path file = PartialFiles.part(target.path());
    create(file);
    FileIdentity identity = FileIdentity.of(file);
    if (identity == null) {
      return null;
    }
    if (!identity.regular()) {
      throw FileErrors.notAFile(file);
    }
    if (identity.links() > 1) {
      // A second name of it may be any file: only the name next to the target is our own.
      Files.deleteIfExists(file);
      return null;
    }
    if (!HELD.add(identity.key()) && !isFree(identity.key())) {
      throw FileErrors.busy(target.file());
    }
    PartialFileLock opened = null;
    try {
      opened = open(file, identity, target);
      return opened;
    } finally {
      if (opened == null) {
        HELD.remove(identity.key());
      }
    }
  }

  /**
   * Takes a key that is still noted as locked. The file system gives the key of a removed file to
   * the next file as soon as the removed one is closed, which may be before the key is noted as
   * free.
   */
  private static boolean isFree(Object key) {
    synchronized (HELD) {
      return HELD.add(key);
    }
  }

  private static @Nullable PartialFileLock open(
      Path file, FileIdentity identity, VideoTarget target)
      throws IOException, DownloadAbortedException {
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, READ_WRITE);
      lock(channel, target);
      if (identity.equals(FileIdentity.of(file))) {
        FileChannel locked = channel;
        channel = null;
        return new PartialFileLock(locked, identity);
      }
      return null;
    } catch (NoSuchFileException moved) {
      return null;
    } finally {
      if (channel != null) {
        channel.close();
      }
    }
  }

  private static void create(Path file) throws IOException {
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException left) {
      // By an earlier download, which is resumed.
    }
  }

  private static void lock(FileChannel channel, VideoTarget target)
      throws IOException, DownloadAbortedException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException withinThisProcess) {
      throw FileErrors.busy(target.file());
    }
    if (lock == null) {
      throw FileErrors.busy(target.file());
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (HELD) {
      try {
        channel.close();
      } finally {
        HELD.remove(identity.key());
      }
    }
  }
}
