package io.github.reelay.transport;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.ProtocolException;
import java.net.URI;
import java.util.Locale;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/** Turns a request into the client's own, exactly as it was written, or says why it cannot. */
final class OutgoingRequest {

  private OutgoingRequest() {}

  /**
   * The request as it goes out. Path and query stay as they are, escapes and dots included; only
   * characters outside ASCII, which no request line can hold, are percent-encoded.
   *
   * @throws IOException if the URI names no http or https host, or a header could not be sent as it
   *     is; the message repeats no value
   */
  static HttpUriRequestBase of(HttpRequest request) throws IOException {
    checkTarget(request.uri());
    URI ascii = URI.create(request.uri().toASCIIString());
    HttpUriRequestBase get = new HttpUriRequestBase("GET", ascii);
    for (var header : request.headers().entrySet()) {
      checkHeader(header.getKey(), header.getValue(), request);
      get.addHeader(header.getKey(), header.getValue());
    }
    get.setHeader("Accept-Encoding", "gzip");
    return get;
  }

  /** The host of a URI and nothing else: what a message may name. Empty if there is none. */
  static String host(URI uri) {
    if (uri.getHost() != null) {
      return uri.getHost();
    }
    String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
    return authority.substring(authority.lastIndexOf('@') + 1).replaceFirst(":.*$", "");
  }

  /** Scheme, host and port: what shares connections. */
  static String route(URI uri) {
    return (uri.getScheme() + "://" + host(uri) + ":" + uri.getPort()).toLowerCase(Locale.ROOT);
  }

  private static void checkTarget(URI uri) throws MalformedURLException {
    if (!isWeb(uri) || host(uri).isEmpty()) {
      throw new MalformedURLException(
          "expected an absolute http or https URI with a host, found another; check the base URL");
    }
    if (uri.getRawAuthority().indexOf('@') >= 0 || uri.getPort() > 65_535) {
      throw new MalformedURLException(
          "expected only a host and a port up to 65535 for "
              + host(uri)
              + ", found more; check the base URL");
    }
  }

  private static boolean isWeb(URI uri) {
    return "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
  }

  private static void checkHeader(String name, String value, HttpRequest request)
      throws ProtocolException {
    if (!HeaderText.isName(name) || !HeaderText.isPrintable(value)) {
      throw new ProtocolException(
          "expected printable ASCII in "
              + (HeaderText.isName(name) ? "header " + name : "a header name")
              + " for "
              + host(request.uri())
              + ", found other characters; check the key");
    }
  }
}
