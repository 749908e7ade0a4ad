package io.github.reelay.internal.download.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Reads bytes at a position, as a file channel does; nothing moves by that. */
@FunctionalInterface
public interface ByteReader {

  /** Reads at most what the buffer takes; -1 or 0 if there is nothing at that position. */
  int read(ByteBuffer into, long position) throws IOException;

  /** Over the first bytes of an array. */
  static ByteReader of(byte[] bytes, int count) {
    return (into, position) -> {
      if (position < 0 || position >= count) {
        return -1;
      }
      int length = (int) Math.min(into.remaining(), count - position);
      into.put(bytes, (int) position, length);
      return length;
    };
  }

  /** Exactly so many bytes, ready to be read; null if there are fewer. */
  default @Nullable ByteBuffer at(long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (read(buffer, position + buffer.position()) <= 0) {
        return null;
      }
    }
    return buffer.flip();
  }
}
