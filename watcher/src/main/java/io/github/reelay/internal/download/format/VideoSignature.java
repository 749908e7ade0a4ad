package io.github.reelay.internal.download.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Distinguishes a video from the pages that video hosts and gateways send in its place. The bytes
 * decide, not the content type.
 */
public final class VideoSignature {

  /** How many bytes decide in most cases; no video is shorter. */
  public static final int HEAD = 16;

  private VideoSignature() {}

  /**
   * What a file is that begins with these bytes, in words; null if it is a video.
   *
   * @param head its first bytes
   * @param count how many of them there are; fewer than {@link #HEAD} only if that is all
   */
  public static @Nullable String refusal(byte[] head, int count) {
    if (VideoFormat.of(head, count) != null) {
      return null;
    }
    int start = start(head, count);
    if (start == count) {
      return "nothing";
    }
    return switch (head[start]) {
      case '<' -> isXml(head, start, count) ? "XML" : "an HTML page";
      case '{', '[' -> "JSON";
      default -> "something else";
    };
  }

  /** What a file is, in words; null if it is a video. */
  public static @Nullable String refusal(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(VideoFormat.LONGEST_HEAD);
      return refusal(head, head.length);
    }
  }

  private static boolean isXml(byte[] head, int start, int count) {
    int length = Math.min(count - start, 16);
    String tag = new String(head, start, length, StandardCharsets.ISO_8859_1);
    String lower = tag.toLowerCase(Locale.ROOT);
    return lower.startsWith("<?xml") || lower.startsWith("<error") || lower.startsWith("<svg");
  }

  /** The index of the first byte that is neither blank nor part of a byte order mark. */
  private static int start(byte[] head, int count) {
    int at = 0;
    while (at < count && isSkipped(head[at] & 0xff)) {
      at++;
    }
    return at;
  }

  private static boolean isSkipped(int sign) {
    boolean mark = sign == 0xef || sign == 0xbb || sign == 0xbf;
    return mark || Character.isWhitespace(sign);
  }
}
