package io.github.reelay.download;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where one request goes. The URL was checked, and no byte of it is changed.
 *
 * @param url the whole URL
 * @param secure whether over TLS
 * @param host what is to be resolved: a name or an address, that of IPv6 without brackets
 * @param port the port, filled in where the URL names none
 */
record Target(URI url, boolean secure, String host, int port) {
  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[^\\]]+]|[^:\\[\\]]+)(?::(\\d{0,5}))?");
  private static final int HIGHEST_PORT = 65_535;

  /**
   * Reads a URL.
   *
   * @throws Stop if it is not absolute, neither http nor https, without a host, or with a user
   */
  static Target of(URI url, Trouble trouble) throws Stop {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw trouble.badUrl("with another scheme");
    }
    String authority = url.getRawAuthority() == null ? "" : url.getRawAuthority();
    if (authority.indexOf('@') >= 0) {
      throw trouble.badUrl("with a user");
    }
    Matcher parts = AUTHORITY.matcher(authority);
    if (!parts.matches()) {
      throw trouble.badUrl("without a host that makes sense");
    }
    boolean secure = scheme.equals("https");
    int port = port(parts.group(2), secure);
    if (port < 1 || port > HIGHEST_PORT) {
      throw trouble.badUrl("with a port that does not exist");
    }
    return new Target(url, secure, parts.group(1).replaceAll("[\\[\\]]", ""), port);
  }

  /**
   * Where a redirect leads.
   *
   * @param location the header as the server wrote it; null if it is not there
   * @throws Stop if it is no URL that may be followed
   */
  Target redirected(@Nullable String location, Trouble trouble) throws Stop {
    Target next;
    try {
      next = of(resolved(location == null ? "" : location.strip()), trouble);
    } catch (URISyntaxException | IllegalArgumentException notAUrl) {
      throw trouble.badUrl("in a redirect of " + host + " that makes no sense");
    }
    if (secure && !next.secure) {
      throw trouble.badUrl("without TLS in a redirect of " + host + " that was asked over TLS");
    }
    return next;
  }

  private URI resolved(String location) throws URISyntaxException {
    if (location.isEmpty()) {
      throw new URISyntaxException("", "expected a location, found none");
    }
    // RFC 3986, 5.2.2; the JDK drops the last segment of the path.
    return location.startsWith("?")
        ? new URI(url.toString().replaceFirst("[?#].*", "") + location)
        : url.resolve(new URI(location));
  }

  /**
   * Path and query as the request line shall show them: as they are written, escapes and dots
   * included. Only characters outside ASCII, which no request line can hold, are percent-encoded.
   */
  String line() {
    URI ascii = URI.create(url.toASCIIString());
    String path = ascii.getRawPath() == null ? "" : ascii.getRawPath();
    String query = ascii.getRawQuery() == null ? "" : "?" + ascii.getRawQuery();
    return (path.isEmpty() ? "/" : path) + query;
  }

  /** The {@code Host} header. */
  String hostHeader() {
    return url.getRawAuthority();
  }

  private static int port(@Nullable String digits, boolean secure) {
    if (digits == null || digits.isEmpty()) {
      return secure ? 443 : 80;
    }
    return Integer.parseInt(digits);
  }

  /** Names the host: the rest may be signed. */
  @Override
  public String toString() {
    return "Target[" + host + "]";
  }
}
