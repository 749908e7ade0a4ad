package io.github.reelay.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells an MP4 from the pages that stores and gateways send in its place. */
final class VideoCheck {

  /** How many bytes are enough to tell; no MP4 is shorter. */
  static final int HEAD = 16;

  private static final byte[] FTYP = "ftyp".getBytes(StandardCharsets.US_ASCII);

  private VideoCheck() {}

  /**
   * What a {@code Content-Type} says that is no video, in words; null if it may be one. Text may:
   * that is what a server calls a file of whose type it knows nothing.
   */
  static @Nullable String refusal(@Nullable String contentType) {
    String type = contentType == null ? "" : contentType.strip().toLowerCase(Locale.ROOT);
    String media = type.replaceFirst("[;,].*", "").strip();
    if (media.equals("text/html") || media.equals("application/xhtml+xml")) {
      return "an HTML page";
    }
    return media.equals("application/json") || media.endsWith("+json") ? "JSON" : null;
  }

  /**
   * What a file begins with if that is no MP4, in words; null if it is one.
   *
   * @param head its first bytes
   * @param count how many of them there are; fewer than {@link #HEAD} only if that is all
   */
  static @Nullable String refusal(byte[] head, int count) {
    if (count >= HEAD && Arrays.equals(head, 4, 8, FTYP, 0, FTYP.length)) {
      return null;
    }
    return switch (firstSign(head, count)) {
      case '<' -> "an HTML page";
      case '{', '[' -> "JSON";
      case 0 -> "nothing";
      default -> "something else";
    };
  }

  /** What a file is that is no MP4, in words; null if it is one. */
  static @Nullable String refusal(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(HEAD);
      return refusal(head, head.length);
    }
  }

  /** The first byte that is neither blank nor part of a byte order mark; 0 for none. */
  private static char firstSign(byte[] head, int count) {
    for (int i = 0; i < count; i++) {
      int sign = head[i] & 0xff;
      boolean mark = sign == 0xef || sign == 0xbb || sign == 0xbf;
      if (!mark && !Character.isWhitespace(sign)) {
        return sign == 0 ? '?' : (char) sign;
      }
    }
    return 0;
  }
}
