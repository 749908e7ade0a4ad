package io.github.reelay.internal.download.file;

import io.github.reelay.internal.download.DownloadAbortedException;
import io.github.reelay.internal.download.format.VideoFormat;
import io.github.reelay.internal.download.format.VideoSignature;
import io.github.reelay.internal.download.format.VideoStructure;
import io.github.reelay.internal.http.Cancellation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What has been downloaded of a video: {@code NAME.part} next to the target, locked, and {@code
 * NAME.part.info}, which says what file it is a part of and how many bytes were forced to the disk.
 * Only those bytes of an earlier process are used again. Its first bytes are those of a video. Used
 * by one thread at a time.
 */
public final class PartialFile implements AutoCloseable {
  private static final int BUFFER = 128 * 1024;
  private static final long FORCED_EVERY_BYTES = 16L << 20;
  private static final long FORCED_EVERY_NANOS = 2_000_000_000L;

  private final VideoTarget target;
  private final Path file;
  private final Path infoFile;
  private final PartialFileLock lock;
  private final PartialFileBytes bytes;
  private final LongSupplier nanoTime;
  private final MessageDigest digest = Sha256.sha256();
  private final CRC32C checksum = new CRC32C();
  private @Nullable PartialFileInfo info;
  private long size;
  private long forcedAt;
  private boolean hashed;
  private boolean glued;
  private boolean moved;

  /**
   * The partial file of a target.
   *
   * @param lock on the partial file; closed with it
   * @param nanoTime the clock, in nanoseconds
   */
  PartialFile(VideoTarget target, PartialFileLock lock, LongSupplier nanoTime) throws IOException {
    this.target = target;
    this.file = PartialFiles.part(target.path());
    this.infoFile = PartialFiles.info(target.path());
    this.lock = lock;
    this.bytes = new PartialFileBytes(lock.channel(), target.file());
    this.nanoTime = nanoTime;
    long left = lock.channel().size();
    PartialFileInfo known = left > 0 ? PartialFiles.readInfo(infoFile) : null;
    this.info = known == null || known.forced() == 0 || known.forced() > left ? null : known;
    this.size = info == null ? left : info.forced();
  }

  Path file() {
    return file;
  }

  /** Its size in bytes. */
  public long size() {
    return size;
  }

  /** How many bytes of an earlier process may be used again. */
  public long headStart() {
    return info == null || info.validator() == null ? 0 : size;
  }

  /** The size of the whole video; -1 if it is not known. */
  public long total() {
    return info == null ? -1 : info.length();
  }

  /** Whether some of it was there when it was opened, so that the parts may not fit together. */
  public boolean isGlued() {
    return glued;
  }

  /** Whether the headers of a response are those of another file than this one. */
  public boolean isContradicted(@Nullable String etag, @Nullable String lastModified, long length) {
    return info == null || info.contradicts(etag, lastModified, length);
  }

  /**
   * Whether it has the size of the video and is not cut off; what was resumed must also fit
   * together.
   */
  public boolean isWhole() throws DownloadAbortedException {
    if (!isResumable() || size != total()) {
      return false;
    }
    VideoStructure structure = structure();
    return glued ? structure.fits() : structure != VideoStructure.CUT;
  }

  /**
   * The headers that request the rest, on condition that the file is still the same; empty if it
   * starts from the beginning.
   */
  public Map<String, String> condition() {
    String validator = info == null ? null : info.validator();
    return isResumable() && validator != null
        ? Map.of("Range", "bytes=" + size + "-", "If-Range", validator)
        : Map.of();
  }

  private boolean isResumable() {
    return hashed
        && size >= VideoSignature.HEAD
        && info != null
        && info.validator() != null
        && (info.length() < 0 || size <= info.length());
  }

  /**
   * Reads what an earlier process left, once. A file that does not begin like a video, or whose
   * bytes are not those that were forced to the disk, is not resumed; bytes that were not forced
   * are dropped.
   *
   * @throws IOException if the download is cancelled meanwhile
   */
  public void rehash(Cancellation cancellation) throws DownloadAbortedException, IOException {
    if (hashed || info == null) {
      return;
    }
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    long at = 0;
    while (at < size) {
      cancellation.check();
      int count = bytes.read(at, buffer);
      if (count <= 0 || (at == 0 && VideoSignature.refusal(buffer.array(), count) != null)) {
        info = null;
        return;
      }
      count = (int) Math.min(count, size - at);
      add(buffer.array(), count);
      at += count;
    }
    if (checksum.getValue() != info.checksum()) {
      info = null;
      return;
    }
    bytes.truncate(size);
    hashed = true;
    glued = true;
    forcedAt = nanoTime.getAsLong();
  }

  /** Drops all bytes, and begins with the first bytes of that file. */
  public void restart(PartialFileInfo of) throws DownloadAbortedException {
    clear();
    try {
      PartialFiles.writeInfo(infoFile, of);
    } catch (IOException broken) {
      throw FileErrors.disk(target.file(), broken);
    }
    info = of;
    hashed = true;
    forcedAt = nanoTime.getAsLong();
  }

  /** Drops all bytes, and what is known of the file that they belonged to. */
  public void clear() throws DownloadAbortedException {
    bytes.truncate(0);
    try {
      PartialFiles.deleteInfo(infoFile);
    } catch (IOException broken) {
      throw FileErrors.disk(target.file(), broken);
    }
    digest.reset();
    checksum.reset();
    size = 0;
    info = null;
    hashed = false;
    glued = false;
  }

  /** Appends the first bytes of a block; forces them to the disk after two seconds or 16 MiB. */
  public void append(byte[] block, int count) throws DownloadAbortedException {
    bytes.write(size, block, count);
    add(block, count);
    size += count;
    boolean due = nanoTime.getAsLong() - forcedAt >= FORCED_EVERY_NANOS;
    if (due || size - forced() >= FORCED_EVERY_BYTES) {
      force();
    }
  }

  private void add(byte[] block, int count) {
    digest.update(block, 0, count);
    checksum.update(block, 0, count);
  }

  private long forced() {
    return info == null ? 0 : info.forced();
  }

  /** Forces all bytes to the disk and notes their number, if the download can be resumed at all. */
  public void force() throws DownloadAbortedException {
    forcedAt = nanoTime.getAsLong();
    if (info == null || !isResumable() || size == info.forced()) {
      return;
    }
    bytes.force();
    try {
      PartialFileInfo next = info.forced(size, checksum.getValue());
      PartialFiles.writeInfo(infoFile, next);
      info = next;
    } catch (IOException broken) {
      throw FileErrors.disk(target.file(), broken);
    }
  }

  /** The format of the video; MP4 if the first bytes do not show it. */
  VideoFormat format() throws DownloadAbortedException {
    return bytes.format();
  }

  /** What its structure says about its end, if it is complete. */
  public VideoStructure structure() throws DownloadAbortedException {
    return bytes.structure(size);
  }

  /**
   * Completes it: truncates it to the size of the video and forces it to the disk. Nothing can be
   * appended afterwards.
   *
   * @return the SHA-256 in lower-case hexadecimal digits
   */
  String finish() throws DownloadAbortedException {
    bytes.truncate(size);
    bytes.force();
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Removes it, because the video is there under another name or is not wanted. */
  void drop() throws DownloadAbortedException {
    try {
      Files.deleteIfExists(file);
    } catch (IOException broken) {
      throw FileErrors.disk(target.file(), broken);
    }
    moved();
  }

  /**
   * To be called when the file is gone from its place: closing it then removes and forces nothing.
   */
  void moved() throws DownloadAbortedException {
    moved = true;
    try {
      PartialFiles.deleteInfo(infoFile);
    } catch (IOException broken) {
      throw FileErrors.disk(target.file(), broken);
    }
  }

  /** Closes the file; an empty one is removed. */
  @Override
  public void close() throws IOException {
    // An interrupt would close the file before its bytes are forced to the disk.
    boolean interrupted = Thread.interrupted();
    try (lock) {
      if (size == 0 && !moved) {
        PartialFiles.deleteInfo(infoFile);
        Files.deleteIfExists(file);
      } else if (!moved && lock.channel().isOpen()) {
        force();
      }
    } catch (DownloadAbortedException unforced) {
      throw new IOException(unforced.getMessage(), unforced);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
