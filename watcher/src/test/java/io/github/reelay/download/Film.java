package io.github.reelay.download;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

/** What a store has: bytes that begin like an MP4 and are noise otherwise. */
record Film(byte[] bytes, String etag) {

  static Film of(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    byte[] head = "\0\0\0\u0018ftypisom\0\0\2\0".getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(head, 0, bytes, 0, head.length);
    return new Film(bytes, "\"film-" + seed + "\"");
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
