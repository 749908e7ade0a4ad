package io.github.reelay.cli.terminal;

import java.util.Locale;

/** Numbers of bytes as people read them. */
final class ByteCounts {
  private static final long KILO = 1_000;
  private static final long MEGA = 1_000_000;

  private ByteCounts() {}

  /** Roughly: 17 kB, 1.2 MB. */
  static String text(long bytes) {
    if (bytes < KILO) {
      return bytes + " B";
    }
    return bytes < MEGA
        ? bytes / KILO + " kB"
        : String.format(Locale.ROOT, "%.1f MB", (double) bytes / MEGA);
  }

  /** Exactly: 17,993 bytes. */
  static String exact(long bytes) {
    return String.format(Locale.ROOT, "%,d bytes", bytes);
  }
}
