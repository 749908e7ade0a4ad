package io.github.reelay.internal.download.file;

import io.github.reelay.internal.download.DownloadAbortedException;
import io.github.reelay.internal.download.format.VideoFormat;
import io.github.reelay.internal.download.format.VideoStructure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The bytes of a partial file. A thread that is interrupted closes the channel that it uses, and
 * with it the lock. So an interrupted thread uses no channel.
 *
 * @param channel to the partial file
 * @param file the target as the caller wrote it, for a sentence
 */
record PartialFileBytes(FileChannel channel, Path file) {

  private interface Work<T> {
    T run() throws IOException;
  }

  private <T> T run(Work<T> work) throws DownloadAbortedException {
    if (Thread.currentThread().isInterrupted()) {
      throw DownloadAbortedException.closed();
    }
    try {
      return work.run();
    } catch (IOException broken) {
      throw FileErrors.disk(file, broken);
    }
  }

  /**
   * Fills the buffer from that position on; returns how many bytes there were, or -1 at the end.
   */
  int read(long position, ByteBuffer buffer) throws DownloadAbortedException {
    buffer.clear();
    return run(() -> channel.read(buffer, position));
  }

  /** Writes the first bytes of an array at that position. */
  void write(long position, byte[] block, int count) throws DownloadAbortedException {
    ByteBuffer buffer = ByteBuffer.wrap(block, 0, count);
    run(
        () -> {
          while (buffer.hasRemaining()) {
            channel.write(buffer, position + buffer.position());
          }
          return count;
        });
  }

  void truncate(long length) throws DownloadAbortedException {
    run(() -> channel.truncate(length));
  }

  /** Forces what was written to the disk, so that it survives a loss of power. */
  void force() throws DownloadAbortedException {
    run(
        () -> {
          channel.force(false); // forces bytes and size, not the times
          return channel;
        });
  }

  /** The format of the video; MP4 if the first bytes do not show it. */
  VideoFormat format() throws DownloadAbortedException {
    return run(() -> Objects.requireNonNullElse(VideoFormat.of(channel::read), VideoFormat.MP4));
  }

  /** What the structure of the first {@code size} bytes says about their end. */
  VideoStructure structure(long size) throws DownloadAbortedException {
    VideoFormat format = format();
    return run(() -> format.examine(channel::read, size));
  }
}
