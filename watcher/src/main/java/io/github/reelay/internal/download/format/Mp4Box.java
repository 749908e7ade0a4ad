package io.github.reelay.internal.download.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The header of a box.
 *
 * @param type its four characters
 * @param size its size in bytes, the header included; 0 if it reaches to the end of the file
 * @param header the bytes of its header
 */
record Mp4Box(String type, long size, int header) {
  private static final int HEADER = 8;
  private static final int LARGE_HEADER = 16;

  /** Reads the header; null if these bytes are not one. */
  static @Nullable Mp4Box at(long position, ByteReader bytes) throws IOException {
    ByteBuffer start = bytes.at(position, HEADER);
    if (start == null) {
      return null;
    }
    long size = Integer.toUnsignedLong(start.getInt());
    String type = type(start);
    int header = HEADER;
    if (size == 1) {
      ByteBuffer large = bytes.at(position + HEADER, LARGE_HEADER - HEADER);
      size = large == null ? -1 : large.getLong();
      header = LARGE_HEADER;
    }
    boolean sound = type != null && (size >= header || (size == 0 && header == HEADER));
    return sound ? new Mp4Box(type, size, header) : null;
  }

  /** The type; null unless it is printable ASCII, with or without the © of QuickTime. */
  private static @Nullable String type(ByteBuffer from) {
    StringBuilder type = new StringBuilder(4);
    for (int i = 0; i < 4; i++) {
      int sign = from.get() & 0xff;
      if ((sign < ' ' || sign > '~') && sign != 0xa9) {
        return null;
      }
      type.append((char) sign);
    }
    return type.toString();
  }

  boolean isOpen() {
    return size == 0;
  }
}
