package io.github.reelay.transport;

import io.github.reelay.internal.http.HeaderSyntax;
import io.github.reelay.internal.http.Route;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.ProtocolException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * The head of a request as it is sent.
 *
 * @param route where it goes
 * @param host the host as a message may name it
 * @param text request line and headers, with the empty line at their end
 */
record RequestHead(Route route, String host, String text) {
  private static final int SECURE_PORT = 443;
  private static final int PLAIN_PORT = 80;

  /**
   * Turns a request into text. Path and query stay as they are, escapes and dots included; only
   * characters outside ASCII, which no request line can hold, are percent-encoded.
   *
   * @param userAgent sent if the request brings none
   * @throws IOException if the URI names no http or https host, or a header could not be sent as it
   *     is; the message repeats no value
   */
  static RequestHead of(HttpRequest request, String userAgent) throws IOException {
    URI uri = request.url().server();
    String host = host(uri);
    boolean secure = "https".equalsIgnoreCase(uri.getScheme());
    if (!secure && !"http".equalsIgnoreCase(uri.getScheme()) || host.isEmpty()) {
      throw new MalformedURLException(
          "expected an absolute http or https URI with a host, found another; check the base URL");
    }
    int port = port(uri, host);
    StringBuilder text = new StringBuilder(256).append("GET ");
    text.append(request.url().target()).append(" HTTP/1.1\r\nHost: ").append(host);
    if (port >= 0) {
      text.append(':').append(port);
    }
    text.append("\r\n");
    headers(request, host, userAgent, text);
    String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    int defaultPort = secure ? SECURE_PORT : PLAIN_PORT;
    Route route = new Route(secure, name.toLowerCase(Locale.ROOT), port < 0 ? defaultPort : port);
    return new RequestHead(route, host, text.toString());
  }

  /** The host of a URI and nothing else: what a message may name. Empty if there is none. */
  static String host(URI uri) {
    if (uri.getHost() != null) {
      return uri.getHost();
    }
    String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
    return authority.substring(authority.lastIndexOf('@') + 1).replaceFirst(":.*$", "");
  }

  /** The port; -1 for that of the scheme. */
  private static int port(URI uri, String host) throws MalformedURLException {
    String authority = uri.getRawAuthority();
    String rest = authority.substring(Math.min(authority.length(), host.length()));
    String digits = rest.isEmpty() ? "" : rest.substring(1);
    boolean plain = authority.startsWith(host) && isNumber(digits);
    if (!plain || digits.length() > 5 || !digits.isEmpty() && Integer.parseInt(digits) > 65_535) {
      throw new MalformedURLException(
          "expected only a host and a port up to 65535 for "
              + host
              + ", found more; check the base URL");
    }
    return digits.isEmpty() ? -1 : Integer.parseInt(digits);
  }

  private static boolean isNumber(String digits) {
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static void headers(
      HttpRequest request, String host, String userAgent, StringBuilder text)
      throws ProtocolException {
    boolean named = false;
    for (Map.Entry<String, String> header : request.headers().entrySet()) {
      String name = header.getKey();
      check(name, header.getValue(), host);
      named |= name.equalsIgnoreCase("User-Agent");
      if (!name.equalsIgnoreCase("Accept-Encoding")) {
        text.append(name).append(": ").append(header.getValue()).append("\r\n");
      }
    }
    if (!named) {
      text.append("User-Agent: ").append(userAgent).append("\r\n");
    }
    text.append("Accept-Encoding: gzip\r\nConnection: keep-alive\r\n\r\n");
  }

  private static void check(String name, String value, String host) throws ProtocolException {
    if (!HeaderSyntax.isName(name) || !HeaderSyntax.isPrintable(value)) {
      throw new ProtocolException(
          "expected printable ASCII in "
              + (HeaderSyntax.isName(name) ? "header " + name : "a header name")
              + " for "
              + host
              + ", found other characters; check the key");
    }
  }
}
