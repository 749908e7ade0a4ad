package io.github.reelay.internal.download.http;

import io.github.reelay.internal.http.HeaderSyntax;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The headers that the caller adds to requests for videos.
 *
 * @param userAgent sent to every host
 * @param others sent only to the origin of the requested URL; they may be secrets
 */
public record RequestHeaders(String userAgent, Map<String, String> others) {
  public static final RequestHeaders STANDARD = new RequestHeaders("Reelay", Map.of());

  /** A field value (RFC 9110, 5.5) without the obsolete characters outside ASCII. */
  private static final Pattern VALUE = Pattern.compile("(?:[!-~](?:[\\t -~]*[!-~])?)?");

  /** Those that describe the connection or the body, which a GET does not have. */
  private static final Set<String> FRAMING =
      Set.of(
          "connection",
          "content-encoding",
          "content-length",
          "expect",
          "host",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  /** Copies the headers into a map that ignores the case of names. */
  public RequestHeaders {
    Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(others);
    others = copy;
  }

  /**
   * The same with another user agent.
   *
   * @throws IllegalArgumentException if it is empty or no header value
   */
  public RequestHeaders withUserAgent(String value) {
    if (value.isEmpty() || !VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "expected a user agent of visible ASCII characters and blanks between them, found"
              + " something else");
    }
    return new RequestHeaders(value, others);
  }

  /**
   * The same with one more header, or another value of it.
   *
   * @throws IllegalArgumentException if it may not be set, or is no valid header
   */
  public RequestHeaders with(String name, String value) {
    if (!HeaderSyntax.isName(name)) {
      throw new IllegalArgumentException(
          "expected a header name of letters, digits and !#$%&'*+-.^_`|~, found something else");
    }
    String reason = reason(name.toLowerCase(Locale.ROOT));
    if (!reason.isEmpty()) {
      throw new IllegalArgumentException(
          "expected a header that a download does not set itself, found " + name + ": " + reason);
    }
    if (!VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "expected a value of visible ASCII characters and blanks between them for "
              + name
              + ", found something else");
    }
    Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(others);
    more.put(name, value);
    return new RequestHeaders(userAgent, more);
  }

  /** Why a header may not be set; empty if it may. */
  private static String reason(String name) {
    if (name.equals("user-agent")) {
      return "it is set as the user agent, which is sent to every host";
    }
    if (name.equals("accept-encoding")) {
      return "a video is fetched byte for byte";
    }
    if (name.equals("range") || name.startsWith("if-")) {
      return "the part that is already here decides it";
    }
    boolean framing = FRAMING.contains(name) || name.startsWith("proxy-");
    return framing ? "it belongs to the URL or the connection" : "";
  }

  /** Leaves the values out: they may be secrets. */
  @Override
  public String toString() {
    return "RequestHeaders" + others.keySet();
  }
}
