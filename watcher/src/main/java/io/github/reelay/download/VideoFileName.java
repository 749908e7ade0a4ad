package io.github.reelay.download;

import io.github.reelay.internal.download.file.Sha256;
import io.github.reelay.internal.download.format.VideoFormat;
import io.github.reelay.internal.download.format.VideoSignature;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Names for the files of videos: {@code provider-id.mp4}. Two tasks never have the same name, also
 * where a file system ignores case, and a task always has the same one, so that its file is found
 * again after a restart. No name holds a path, a plus sign, or a character that some file system
 * refuses.
 *
 * <p>Where the id has capital letters, {@code ~} and a hexadecimal number follow it, which says
 * which of its letters are capital.
 */
public final class VideoFileName {
  /** Leaves room for the suffixes of partial files, within the 255 bytes of a name. */
  private static final int LONGEST = 180;

  private static final int KEPT_OF_A_LONG_NAME = 100;
  private static final int HEXADECIMAL = 16;

  private VideoFileName() {}

  /** The name for the video of a task, if it is an MP4; others differ in the extension. */
  public static String of(TaskHandle task) {
    String escaped = escape(task);
    String marked = escaped + capitals(task.id());
    return (marked.length() <= LONGEST ? marked : shorten(escaped)) + VideoFormat.MP4.extension();
  }

  /**
   * The video of a task that an earlier download has saved in that directory under such a name, in
   * whatever format.
   *
   * @return null if there is none
   * @throws IOException if a file of that name cannot be read
   */
  public static @Nullable Path find(Path directory, TaskHandle task) throws IOException {
    String name = of(task);
    String stem = name.substring(0, name.length() - VideoFormat.MP4.extension().length());
    for (VideoFormat format : VideoFormat.values()) {
      Path file = directory.resolve(stem + format.extension());
      if (Files.isRegularFile(file) && VideoSignature.refusal(file) == null) {
        return file;
      }
    }
    return null;
  }

  /**
   * The file of a further video of the same task: the number stands before the extension, as in
   * {@code provider-id+2.mp4}. No name of a first video holds a plus sign, so the two never have
   * the same name.
   *
   * @param first the file of the first video
   * @param number counted from 1
   */
  public static Path numbered(Path first, int number) {
    String name = String.valueOf(first.getFileName());
    int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
    return first.resolveSibling(name.substring(0, dot) + "+" + number + name.substring(dot));
  }

  /** The name that earlier versions made; it differs only if the id has capital letters. */
  static String former(TaskHandle task) {
    String escaped = escape(task);
    return (escaped.length() <= LONGEST ? escaped : shorten(escaped)) + VideoFormat.MP4.extension();
  }

  /** Hyphens of the provider's name are encoded, so that the first hyphen stands before the id. */
  private static String escape(TaskHandle task) {
    // A dot in it could make the name of a device of Windows, such as nul.txt.
    String provider = escape(task.provider()).replace("-", "%2D").replace(".", "%2E");
    return provider + "-" + escape(task.id());
  }

  /** A character that some file system refuses is percent-encoded, byte for byte. */
  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            sign -> {
              if (isHarmless(sign)) {
                escaped.append((char) sign);
              } else {
                for (byte b : bytes(sign)) {
                  escaped.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
                }
              }
            });
    return escaped.toString();
  }

  /** In UTF-8; half a surrogate pair is encoded like a whole character. */
  private static byte[] bytes(int sign) {
    return sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE
        ? new byte[] {
          (byte) (0xe0 | sign >> 12), (byte) (0x80 | sign >> 6 & 0x3f), (byte) (0x80 | sign & 0x3f)
        }
        : Character.toString(sign).getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isHarmless(int sign) {
    return sign >= 'a' && sign <= 'z'
        || isCapital(sign)
        || sign >= '0' && sign <= '9'
        || sign == '-'
        || sign == '_'
        || sign == '.';
  }

  private static boolean isCapital(int sign) {
    return sign >= 'A' && sign <= 'Z';
  }

  /** Which letters are capital, one bit for each; empty if none is. */
  private static String capitals(String text) {
    BigInteger bits = BigInteger.ZERO;
    int letters = 0;
    for (char sign : text.toCharArray()) {
      if (isCapital(sign)) {
        bits = bits.setBit(letters);
      }
      if (isCapital(sign) || sign >= 'a' && sign <= 'z') {
        letters++;
      }
    }
    return bits.signum() == 0 ? "" : "~" + bits.toString(HEXADECIMAL);
  }

  /**
   * No other name holds a number of that length, so a shortened name is never that of another task.
   */
  private static String shorten(String name) {
    byte[] hash = Sha256.sha256().digest(name.getBytes(StandardCharsets.US_ASCII));
    return name.substring(0, KEPT_OF_A_LONG_NAME) + "~" + HexFormat.of().formatHex(hash);
  }
}
