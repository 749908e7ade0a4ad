package io.github.reelay.internal.download.http;

import io.github.reelay.internal.download.DownloadAbortedException;
import io.github.reelay.internal.http.Route;
import io.github.reelay.internal.url.Urls;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The target of one request. The URL was checked. Its bytes are not changed, except that those
 * which no URL may hold are percent-encoded.
 *
 * @param url the whole URL
 * @param secure whether it is requested over TLS
 * @param host the name or address to resolve; IPv6 without brackets
 * @param port the port; that of the scheme if the URL has none
 * @param redirect how many redirects led here
 * @param from the host that sent the last of them; empty for none
 */
record RequestTarget(URI url, boolean secure, String host, int port, int redirect, String from) {
  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[^\\]]+]|[\\x21-\\x7e&&[^:%\\[\\]]]+)(?::(\\d*))?");
  private static final int HIGHEST_PORT = 65_535;
  private static final int PORT_DIGITS = 5;

  /**
   * Reads a URL.
   *
   * @throws DownloadAbortedException if it is not absolute, neither http nor https, has no host, or
   *     has a user
   */
  static RequestTarget of(URI url) throws DownloadAbortedException {
    return of(url, 0, "");
  }

  private static RequestTarget of(URI given, int redirect, String from)
      throws DownloadAbortedException {
    String where = redirect == 0 ? "" : " in redirect " + redirect + " from " + from;
    URI url;
    try {
      url = new URI(Urls.percentEncoded(given.toString()));
    } catch (URISyntaxException notAUrl) {
      throw HttpErrors.badUrl("that makes no sense" + where);
    }
    if (!Urls.isWeb(url)) {
      throw HttpErrors.badUrl("with another scheme" + where);
    }
    String authority = url.getRawAuthority() == null ? "" : url.getRawAuthority();
    if (authority.indexOf('@') >= 0) {
      throw HttpErrors.badUrl("with a user" + where);
    }
    Matcher parts = AUTHORITY.matcher(authority);
    if (!parts.matches()) {
      throw HttpErrors.badUrl("without a host that makes sense" + where);
    }
    boolean secure = "https".equalsIgnoreCase(url.getScheme());
    int port = port(parts.group(2), secure);
    if (port < 1 || port > HIGHEST_PORT) {
      throw HttpErrors.badUrl("with a port that does not exist" + where);
    }
    String host = parts.group(1).replaceAll("[\\[\\]]", "");
    return new RequestTarget(url, secure, host, port, redirect, from);
  }

  /**
   * The target of a redirect.
   *
   * @param location the {@code Location} header as the server wrote it; null if it is missing
   * @throws DownloadAbortedException if it is no URL that may be requested
   */
  RequestTarget redirected(@Nullable String location) throws DownloadAbortedException {
    int number = redirect + 1;
    URI to;
    try {
      to = RelativeUrl.resolve(url, encoded(location == null ? "" : location.strip()));
    } catch (URISyntaxException | IllegalArgumentException notAUrl) {
      throw HttpErrors.badUrl("that makes no sense in redirect " + number + " from " + host);
    }
    RequestTarget next = of(to, number, host);
    if (secure && !next.secure) {
      throw HttpErrors.badUrl(
          "without TLS in redirect " + number + " from " + host + ", which was requested over TLS");
    }
    return next;
  }

  /**
   * A location as a URL can hold it. The parser gives each of its bytes as one character. They are
   * UTF-8 nearly always; in another encoding, those outside ASCII are percent-encoded as they came.
   */
  private static String encoded(String location) {
    byte[] bytes = location.getBytes(StandardCharsets.ISO_8859_1);
    try {
      ByteBuffer all = ByteBuffer.wrap(bytes);
      return Urls.percentEncoded(StandardCharsets.UTF_8.newDecoder().decode(all).toString());
    } catch (CharacterCodingException otherEncoding) {
      StringBuilder ascii = new StringBuilder();
      for (byte each : bytes) {
        ascii.append(each < 0 ? "%%%02X".formatted(each & 0xff) : Character.toString(each));
      }
      return Urls.percentEncoded(ascii.toString());
    }
  }

  /** Path and query as the request line shall show them: as written, escapes and dots included. */
  String line() {
    String path = url.getRawPath() == null ? "" : url.getRawPath();
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    return (path.isEmpty() ? "/" : path) + query;
  }

  /** The {@code Host} header: host and port as the URL has them. */
  String hostHeader() {
    return url.getRawAuthority();
  }

  Route route() {
    return new Route(secure, host, port);
  }

  /** The host, and the redirect that led there, for a sentence. */
  String where() {
    return redirect == 0 ? host : host + " (redirect " + redirect + ", from " + from + ")";
  }

  /** Scheme, host and port alone. */
  URI origin() {
    String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return URI.create((secure ? "https://" : "http://") + name + ":" + port);
  }

  boolean hasOriginOf(RequestTarget other) {
    return secure == other.secure && port == other.port && host.equalsIgnoreCase(other.host);
  }

  private static int port(@Nullable String digits, boolean secure) {
    if (digits == null || digits.isEmpty()) {
      return secure ? 443 : 80;
    }
    String significant = digits.replaceFirst("^0+(?=\\d)", "");
    return significant.length() > PORT_DIGITS ? HIGHEST_PORT + 1 : Integer.parseInt(significant);
  }

  /** Names the host only, because the rest may be signed. */
  @Override
  public String toString() {
    return "RequestTarget[" + host + "]";
  }
}
