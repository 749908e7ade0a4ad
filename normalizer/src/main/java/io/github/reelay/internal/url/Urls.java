package io.github.reelay.internal.url;

import io.github.reelay.internal.Texts;
import io.github.reelay.internal.address.Authority;
import io.github.reelay.internal.address.PercentEncoding;
import io.github.reelay.task.WebUrl;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** What counts as a URL, and how it is written. */
public final class Urls {
  private Urls() {}

  /**
   * The URL in a text: blanks and back-ticks around it are trimmed, what RFC 3986 forbids is
   * {@linkplain #percentEncoded percent-encoded}, and the rest must be absolute, http or https,
   * with a host and without a port that does not exist. User information is kept.
   *
   * @return null if the text is no such URL
   */
  public static @Nullable URI usable(String text) {
    WebUrl url = usableTrimmed(trimmed(text));
    return url == null ? null : url.uri();
  }

  /**
   * The text of a reason; null if it is a URL and nothing else, which may be signed: some gateways
   * keep the URL of a video where the reason of a failure stands.
   */
  public static @Nullable String unlessUrl(@Nullable String text) {
    return text != null && isOnlyUrl(text) ? null : text;
  }

  /** Whether a text is a URL and nothing else: no sentence that begins with one. */
  public static boolean isOnlyUrl(String text) {
    String trimmed = trimmed(text);
    return trimmed.indexOf(' ') < 0 && usableTrimmed(trimmed) != null;
  }

  /**
   * As {@link #usable}, of a text that is trimmed already; a usual URL costs no {@code URI}.
   *
   * @return null if the text is no such URL
   */
  public static @Nullable WebUrl usableTrimmed(String trimmed) {
    WebUrl usual = WebUrl.ofUsual(trimmed);
    return usual != null ? usual : unusual(trimmed);
  }

  private static @Nullable WebUrl unusual(String text) {
    try {
      URI url = new URI(percentEncoded(text));
      Authority authority = Authority.of(url.getRawAuthority());
      return isWeb(url) && authority != null && authority.hasPossiblePort() ? WebUrl.of(url) : null;
    } catch (URISyntaxException notAUrl) {
      return null; // the caller makes a finding of it
    }
  }

  /**
   * The text with each byte percent-encoded, in UTF-8, that RFC 3986 forbids where it stands: in
   * the user information, the host, the path, the query or the fragment. Among them are blanks,
   * control characters, quotes, {@code \ ^ < > { | }}, back-ticks, brackets that are not around an
   * IPv6 address, a percent sign before anything but two hexadecimal digits, a second {@code #},
   * and all that is not ASCII. Half a surrogate pair becomes that of U+FFFD. A host that is not
   * ASCII becomes the name that it has in the DNS ({@link java.net.IDN}), where it has one.
   *
   * <p>Nothing else changes: what is legal comes back character by character, escapes, dots and
   * capitals included, and so does what has been encoded once. Total; relative references, such as
   * those of a {@code Location} header, are encoded as well.
   *
   * @param text a URL or a relative reference, without blanks around it
   */
  public static String percentEncoded(String text) {
    return PercentEncoding.of(text);
  }

  /** Whether the scheme is http or https, in whatever case. */
  public static boolean isWeb(URI url) {
    return "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
  }

  /**
   * The host as it is written, also where it has an underscore and {@link URI#getHost} is null; an
   * IPv6 address has its brackets.
   *
   * @return null if the URL names no host that could be looked up
   */
  public static @Nullable String host(URI url) {
    Authority authority = Authority.of(url.getRawAuthority());
    return authority == null ? null : authority.host();
  }

  /** Whether the URL names no port, or one from 1 to 65535. */
  public static boolean hasPossiblePort(URI url) {
    Authority authority = Authority.of(url.getRawAuthority());
    return authority == null || authority.hasPossiblePort();
  }

  /** The text without blanks and back-ticks around it. */
  public static String trimmed(String text) {
    return isUsual(text, 0) && isUsual(text, text.length() - 1) ? text : withoutPadding(text);
  }

  private static boolean isUsual(String text, int at) {
    return Texts.isUsual(text, at) && text.charAt(at) != '`';
  }

  private static String withoutPadding(String text) {
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
    boolean usual = c > ' ' && c <= '~' && c != '`';
    return !usual && (c == '`' || Character.isWhitespace(c) || Character.isSpaceChar(c));
  }
}
