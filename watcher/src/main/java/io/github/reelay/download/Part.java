package io.github.reelay.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has been fetched of a video: {@code NAME.part} beside the target, locked, with {@code
 * NAME.part.info} that tells what it is a part of. Its first bytes were seen to be those of an MP4.
 * Used by one thread at a time.
 */
final class Part implements AutoCloseable {
  private static final int BUFFER = 128 * 1024;

  private final Path target;
  private final Path file;
  private final Path infoFile;
  private final FileChannel channel;
  private final Trouble trouble;
  private final MessageDigest digest = Digests.sha256();
  private @Nullable PartInfo info;
  private long size;
  private boolean hashed;
  private boolean moved;

  /**
   * The part of a target.
   *
   * @param channel to the part, locked; closed with this
   */
  Part(Path target, FileChannel channel, Trouble trouble) throws IOException {
    this.target = target;
    this.file = Beside.part(target);
    this.infoFile = Beside.info(target);
    this.channel = channel;
    this.trouble = trouble;
    this.size = channel.size();
    this.info = size > 0 ? Beside.readInfo(infoFile) : null;
  }

  long size() {
    return size;
  }

  /** How much of it may be of use to go on with. */
  long headStart() {
    return info == null || info.validator() == null ? 0 : size;
  }

  /** How large the whole is; -1 if that is not known. */
  long total() {
    return info == null ? -1 : info.length();
  }

  /** Whether headers show another file than the one that this is a part of. */
  boolean isContradicted(@Nullable String etag, @Nullable String lastModified, long length) {
    return info == null || info.contradicts(etag, lastModified, length);
  }

  /** Whether all of it is here. */
  boolean isWhole() {
    return isResumable() && size == total();
  }

  /** What to ask for to get the rest, and only if the file is still the same; else nothing. */
  Map<String, String> condition() {
    String validator = info == null ? null : info.validator();
    return isResumable() && validator != null
        ? Map.of("Range", "bytes=" + size + "-", "If-Range", validator)
        : Map.of();
  }

  private boolean isResumable() {
    return hashed
        && size >= VideoCheck.HEAD
        && info != null
        && info.validator() != null
        && (info.length() < 0 || size <= info.length());
  }

  /**
   * Reads what an earlier process left, once. What does not begin like an MP4 is never resumed.
   *
   * @throws IOException if the leash is cut meanwhile
   */
  void rehash(Leash leash) throws Stop, IOException {
    if (hashed || info == null) {
      return;
    }
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    long at = 0;
    while (at < size) {
      leash.check();
      int count = readAt(at, buffer);
      if (count <= 0 || (at == 0 && VideoCheck.refusal(buffer.array(), count) != null)) {
        info = null;
        return;
      }
      digest.update(buffer.array(), 0, count);
      at += count;
    }
    hashed = true;
  }

  private int readAt(long position, ByteBuffer buffer) throws Stop {
    try {
      buffer.clear();
      return channel.read(buffer, position);
    } catch (IOException broken) {
      throw trouble.disk(broken);
    }
  }

  /** Drops what is there and begins with the first bytes of that file. */
  void restart(PartInfo of) throws Stop {
    clear();
    try {
      Files.writeString(infoFile, of.text());
    } catch (IOException broken) {
      throw trouble.disk(broken);
    }
    info = of;
    hashed = true;
  }

  /** Drops what is there. */
  void clear() throws Stop {
    try {
      channel.truncate(0);
      channel.position(0);
      Files.deleteIfExists(infoFile);
    } catch (IOException broken) {
      throw trouble.disk(broken);
    }
    digest.reset();
    size = 0;
    info = null;
    hashed = false;
  }

  /** Adds bytes to its end. */
  void append(byte[] bytes, int count) throws Stop {
    digest.update(bytes, 0, count);
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
    try {
      while (buffer.hasRemaining()) {
        size += channel.write(buffer, size);
      }
    } catch (IOException broken) {
      hashed = false;
      throw trouble.disk(broken);
    }
  }

  /**
   * Makes it the target: on disk first, then under the name, in one step.
   *
   * @return the SHA-256 in lower-case hexadecimal digits
   */
  String keep() throws Stop {
    try {
      channel.force(true);
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
      moved = true;
      Files.deleteIfExists(infoFile);
    } catch (IOException broken) {
      throw trouble.disk(broken);
    }
    forceName();
    return HexFormat.of().formatHex(digest.digest());
  }

  /** So that the new name outlives a loss of power. */
  private void forceName() {
    Path folder = target.getParent();
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    } catch (IOException unsupported) {
      // Not every system lets a directory be opened; the bytes themselves are on disk.
    }
  }

  /** Lets go of the file; an empty one is removed. */
  @Override
  public void close() throws IOException {
    try (channel) {
      if (size == 0 && !moved) {
        Files.deleteIfExists(infoFile);
        Files.deleteIfExists(file);
      }
    }
  }
}
