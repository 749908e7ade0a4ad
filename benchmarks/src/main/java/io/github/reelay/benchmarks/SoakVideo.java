package io.github.reelay.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;

/** A small MP4: the boxes ftyp, moov and mdat, of 8 KiB together. */
final class SoakVideo {
  /** All its bytes; nobody may change them. */
  static final byte[] BYTES = bytes();

  private SoakVideo() {}

  private static byte[] bytes() {
    ByteBuffer film = ByteBuffer.allocate(8 << 10);
    box(film, 24).put("ftypisom\0\0\2\0isommp41".getBytes(ISO_8859_1));
    box(film, 16).put("moov\0\0\0\u0008free".getBytes(ISO_8859_1));
    box(film, film.remaining()).put("mdat".getBytes(ISO_8859_1));
    return film.array();
  }

  private static ByteBuffer box(ByteBuffer film, int length) {
    return film.putInt(length);
  }
}
