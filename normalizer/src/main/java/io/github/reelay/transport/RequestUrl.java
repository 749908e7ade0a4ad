package io.github.reelay.transport;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The URL of a request: a server, with the path and query that are sent to it. Queries of one
 * provider differ in the task's id alone, so the server is parsed once, and a {@link URI} of the
 * whole is made only when it is needed. Two are equal where their URIs are.
 */
public final class RequestUrl {
  /** What a path and a query hold as it is: RFC 3986, without the escapes. */
  private static final String PLAIN = "-._~!$&'()*+,;=:@/?";

  private final URI server;
  private final @Nullable String target;
  private volatile @Nullable URI whole;

  private RequestUrl(URI server, @Nullable String target) {
    this.server = server;
    this.target = target;
    this.whole = target == null ? server : null;
  }

  /** That URL, which is sent as it is written. */
  public static RequestUrl of(URI uri) {
    return new RequestUrl(Objects.requireNonNull(uri, "uri"), null);
  }

  /**
   * Another path and query of the same server.
   *
   * @param other such as {@code /v1/videos/task_1?full=true}; sent as it is written
   * @throws IllegalArgumentException if it begins with something else than a path, a query or a
   *     fragment, which would name another server, or if no URL can have it
   */
  public RequestUrl withTarget(String other) {
    if (!other.isEmpty() && "/?#".indexOf(other.charAt(0)) < 0) {
      throw new IllegalArgumentException(
          "expected a path that begins with a slash, or a query, found another text");
    }
    return isPlain(other) ? new RequestUrl(server, other) : of(URI.create(root() + other));
  }

  /** The whole URL, which is parsed at the first call. */
  public URI uri() {
    URI known = whole;
    if (known == null) {
      known = URI.create(root() + target);
      whole = known; // two threads may both make one: they are equal
    }
    return known;
  }

  /** A URL of the server, perhaps with another path: for scheme, host and port alone. */
  URI server() {
    return server;
  }

  /** Path and query, if they are known to be fit for a request line; null if not. */
  @Nullable String target() {
    return target;
  }

  private String root() {
    return server.getScheme() + "://" + server.getRawAuthority();
  }

  /** Whether a text is a path, and perhaps a query, of ASCII with legal escapes and no fragment. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%' ? !isEscape(text, i) : !isLetterOrDigit(c) && PLAIN.indexOf(c) < 0) {
        return false;
      }
    }
    return text.startsWith("/");
  }

  private static boolean isEscape(String text, int at) {
    return at + 2 < text.length()
        && Character.digit(text.charAt(at + 1), 16) >= 0
        && Character.digit(text.charAt(at + 2), 16) >= 0;
  }

  private static boolean isLetterOrDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RequestUrl url && uri().equals(url.uri());
  }

  @Override
  public int hashCode() {
    return uri().hashCode();
  }

  /** Names the server and nothing else: path and query may hold an id. */
  @Override
  public String toString() {
    return server.getScheme() + "://" + RequestHead.host(server);
  }
}
