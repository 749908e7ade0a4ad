package io.github.reelay.download;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

/** What a video host has: an MP4 whose three boxes are filled with noise. */
record SampleMp4(byte[] bytes, String etag) {
  private static final int MOVIE = 24;
  private static final int MEDIA = 64;

  static SampleMp4 of(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    put(bytes, 0, MOVIE, "ftypisom\0\0\2\0");
    put(bytes, MOVIE, MEDIA - MOVIE, "moov");
    put(bytes, MEDIA, length - MEDIA, "mdat");
    return new SampleMp4(bytes, "\"film-" + seed + "\"");
  }

  private static void put(byte[] bytes, int at, int size, String type) {
    byte[] text = type.getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer.wrap(bytes, at, 4 + text.length).putInt(size).put(text);
  }

  int length() {
    return bytes.length;
  }

  byte[] first(int count) {
    return Arrays.copyOf(bytes, count);
  }

  String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
