package io.github.reelay.provider;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Scheme, host and port of a URL (RFC 6454). Read from the raw authority, because {@link
 * URI#getHost} is null for a name with an underscore.
 *
 * @param scheme http or https
 * @param host in lower case; an IPv6 address with its brackets
 * @param port the port; that of the scheme where the URL names none
 */
record WebOrigin(String scheme, String host, int port) {
  /** Visible ASCII only: other letters can become those of another host in lower case. */
  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[\\x21-\\x7e&&[^@:%\\[\\]]]+)(?::(\\d{0,5}))?");

  /** The origin of a URL; null if it is neither http nor https, or has a user or no plain host. */
  static @Nullable WebOrigin of(URI url) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    boolean secure = scheme.equals("https");
    String authority = url.getRawAuthority() == null ? "" : url.getRawAuthority();
    Matcher parts = AUTHORITY.matcher(authority);
    if (!(secure || scheme.equals("http")) || !parts.matches()) {
      return null;
    }
    String port = parts.group(2) == null ? "" : parts.group(2);
    int number = port.isEmpty() ? (secure ? 443 : 80) : Integer.parseInt(port);
    return new WebOrigin(scheme, parts.group(1).toLowerCase(Locale.ROOT), number);
  }
}
