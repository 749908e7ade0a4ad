package io.github.reelay.rule;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** What counts as a URL. */
public final class Urls {
  private Urls() {}

  /**
   * The URL in a text, never re-encoded: blanks and back-ticks around it are trimmed, and the rest
   * must be absolute, http or https, with a host.
   *
   * @return null if the text is no such URL
   */
  public static @Nullable URI usable(String text) {
    try {
      URI url = new URI(trim(text));
      boolean http = "http".equalsIgnoreCase(url.getScheme());
      boolean web = http || "https".equalsIgnoreCase(url.getScheme());
      return web && url.getRawAuthority() != null ? url : null;
    } catch (URISyntaxException notAUrl) {
      return null; // the caller makes a finding of it
    }
  }

  /** Whether nothing is left of the text after trimming. */
  public static boolean isBlank(String text) {
    return trim(text).isEmpty();
  }

  private static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isPadding(text.charAt(start))) {
      start++;
    }
    while (end > start && isPadding(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isPadding(char c) {
    return c == '`' || Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
