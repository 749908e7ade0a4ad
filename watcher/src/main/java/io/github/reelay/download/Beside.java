package io.github.reelay.download;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files beside a target, and whose they are. */
final class Beside {
  private static final int LONGEST_INFO = 40_000;
  private static final int TRIES = 10;
  private static final Set<OpenOption> READ_WRITE =
      Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

  private Beside() {}

  static Path part(Path target) {
    return target.resolveSibling(target.getFileName() + ".part");
  }

  static Path info(Path target) {
    return target.resolveSibling(target.getFileName() + ".part.info");
  }

  /** What is known of a part; null if nothing is, or nothing readable. */
  static @Nullable PartInfo readInfo(Path info) {
    try {
      return Files.size(info) > LONGEST_INFO
          ? null
          : PartInfo.parse(Files.readString(info, StandardCharsets.ISO_8859_1));
    } catch (IOException unreadable) {
      return null; // then it is of no use, and the part is fetched from its start
    }
  }

  /** Removes what a process leaves that dies just after the move of its part. */
  static void sweep(Path target) throws IOException {
    if (!Files.exists(part(target), LinkOption.NOFOLLOW_LINKS)) {
      Files.deleteIfExists(info(target));
    }
  }

  /**
   * Opens the part of a target and locks it.
   *
   * @throws Stop if somebody else has it, or if it cannot be opened
   */
  static Part open(Path target, Trouble trouble) throws Stop {
    try {
      for (int i = 0; i < TRIES; i++) {
        FileChannel channel = tryOpen(part(target), trouble);
        if (channel != null) {
          return new Part(target, channel, trouble);
        }
      }
    } catch (IOException broken) {
      throw trouble.disk(broken);
    }
    throw trouble.busy();
  }

  /**
   * Null if the file was moved away or replaced between opening and locking it, as it is when
   * another download ends: the lock would then be on the finished video.
   */
  private static @Nullable FileChannel tryOpen(Path part, Trouble trouble)
      throws IOException, Stop {
    create(part);
    FileChannel channel = null;
    try {
      Object before = identity(part);
      channel = FileChannel.open(part, READ_WRITE);
      lock(channel, trouble);
      if (Objects.equals(before, identity(part))) {
        FileChannel locked = channel;
        channel = null;
        return locked;
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

  private static void create(Path part) throws IOException {
    try {
      Files.createFile(part);
    } catch (FileAlreadyExistsException left) {
      // By an earlier download: that is what is resumed.
    }
  }

  private static @Nullable Object identity(Path part) throws IOException {
    return Files.readAttributes(part, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .fileKey();
  }

  private static void lock(FileChannel channel, Trouble trouble) throws IOException, Stop {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException withinThisProcess) {
      throw trouble.busy();
    }
    if (lock == null) {
      throw trouble.busy();
    }
  }
}
