package io.github.reelay.internal.download.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Reads bytes at a position, as a file channel does, without a position of its own. */
@FunctionalInterface
public interface ByteReader {

  /**
   * Reads as many bytes as the buffer has room for, at most; returns -1 or 0 if there are none at
   * that position.
   */
  int read(ByteBuffer into, long position) throws IOException;

  /** A reader of the first bytes of an array. */
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

  /** Exactly {@code length} bytes, in a buffer ready to be read; null if there are fewer. */
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
