package io.github.reelay.internal.download.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The files next to a target: the partial file and what is known of it. */
final class PartialFiles {
  private static final int LONGEST_INFO = 40_000;

  private PartialFiles() {}

  static Path part(Path target) {
    return sibling(target, ".part");
  }

  static Path info(Path target) {
    return sibling(target, ".part.info");
  }

  private static Path sibling(Path target, String end) {
    return target.resolveSibling(target.getFileName() + end);
  }

  /** Reads what is known of a partial file; null if there is nothing, or nothing readable. */
  static @Nullable PartialFileInfo readInfo(Path info) {
    try {
      FileIdentity identity = FileIdentity.of(info);
      return identity == null || !identity.regular() || Files.size(info) > LONGEST_INFO
          ? null
          : PartialFileInfo.parse(Files.readString(info, StandardCharsets.ISO_8859_1));
    } catch (IOException unreadable) {
      return null; // unreadable: the video is downloaded from its start
    }
  }

  /**
   * Writes what is known of a partial file, in one step: another file of that name is replaced, not
   * written to. It is forced to the disk only if it says that bytes of the partial file are there.
   */
  static void writeInfo(Path info, PartialFileInfo known) throws IOException {
    Path next = info.resolveSibling(info.getFileName() + ".new");
    Files.deleteIfExists(next);
    try (FileChannel channel =
        FileChannel.open(next, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer text = ByteBuffer.wrap(known.text().getBytes(StandardCharsets.ISO_8859_1));
      while (text.hasRemaining()) {
        channel.write(text);
      }
      if (known.forced() > 0) {
        channel.force(true);
      }
    }
    Files.move(next, info, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Removes what was known of a partial file, and what a process left that was killed while it
   * wrote that.
   */
  static void deleteInfo(Path info) throws IOException {
    Files.deleteIfExists(info);
    Files.deleteIfExists(info.resolveSibling(info.getFileName() + ".new"));
  }

  /** Removes what a process left that was killed just after it moved its partial file. */
  static void sweep(Path target) throws IOException {
    FileIdentity part = FileIdentity.of(part(target));
    if (part != null && part.links() > 1 && part.equals(FileIdentity.of(target))) {
      Files.deleteIfExists(part(target));
      part = null;
    }
    if (part == null && !Files.isDirectory(info(target), LinkOption.NOFOLLOW_LINKS)) {
      deleteInfo(info(target));
    }
  }
}
