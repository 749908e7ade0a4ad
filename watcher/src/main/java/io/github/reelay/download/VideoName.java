package io.github.reelay.download;

import io.github.reelay.task.TaskHandle;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Names for the files of videos: {@code provider-id.mp4}. Two tasks never have the same name, and a
 * task always has the same one, so that its file is found again after a restart. No name holds a
 * path, a plus sign, or a character that some file system refuses.
 */
public final class VideoName {
  /** Leaves room for what a download puts behind the name, within the 255 bytes of a name. */
  private static final int LONGEST = 180;

  private static final int KEPT_OF_A_LONG_NAME = 100;

  private VideoName() {}

  /** The name for the video of a task. */
  public static String of(TaskHandle task) {
    // A provider's name may hold a hyphen too; only one of ours stands between it and the id.
    String name = escape(task.provider()).replace("-", "%2D") + "-" + escape(task.id());
    return (name.length() <= LONGEST ? name : shorten(name)) + ".mp4";
  }

  /** What is not harmless in every file system stands as in a URL, byte for byte. */
  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (isHarmless(b)) {
        escaped.append((char) b);
      } else {
        escaped.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return escaped.toString();
  }

  private static boolean isHarmless(byte b) {
    return b >= 'a' && b <= 'z'
        || b >= 'A' && b <= 'Z'
        || b >= '0' && b <= '9'
        || b == '-'
        || b == '_'
        || b == '.';
  }

  /** No escaped name holds a tilde, so a shortened one is none of them. */
  private static String shorten(String name) {
    byte[] hash = Digests.sha256().digest(name.getBytes(StandardCharsets.US_ASCII));
    return name.substring(0, KEPT_OF_A_LONG_NAME) + "~" + HexFormat.of().formatHex(hash);
  }
}
