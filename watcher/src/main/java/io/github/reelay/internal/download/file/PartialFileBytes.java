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
 * The bytes of a part. An interrupted thread closes the channel that it uses, and with that drops
 * the lock: so nothing is begun by a thread that is interrupted.
 *
 * @param channel to the part
 * @param file the target as the caller wrote it, for a sentence
 */
record PartialFileBytes(FileChannel channel, Path file) {

  /** Something that is done with the channel. */
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

  /** Fills the buffer from there on, as far as there are bytes; how many, or -1 for none. */
  int read(long position, ByteBuffer buffer) throws DownloadAbortedException {
    buffer.clear();
    return run(() -> channel.read(buffer, position));
  }

  /** Writes the first bytes of a block. */
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

  /** Drops what is behind so many bytes. */
  void truncate(long length) throws DownloadAbortedException {
    run(() -> channel.truncate(length));
  }

  /** Makes what was written outlive a loss of power. */
  void force() throws DownloadAbortedException {
    run(
        () -> {
          channel.force(false); // the size, without which the bytes are lost, is forced as well
          return channel;
        });
  }

  /** What kind of video it is. */
  VideoFormat format() throws DownloadAbortedException {
    return run(() -> Objects.requireNonNullElse(VideoFormat.of(channel::read), VideoFormat.MP4));
  }

  /** What the structure of so many bytes says about their end. */
  VideoStructure structure(long size) throws DownloadAbortedException {
    VideoFormat format = format();
    return run(() -> format.examine(channel::read, size));
  }
}
