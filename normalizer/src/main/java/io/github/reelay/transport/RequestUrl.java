package io.github.reelay.transport;

import io.github.reelay.internal.address.FastUrlCheck;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The URL of a request: a server, with the path and query that are sent to it. Queries of one
 * provider differ in the task's id alone, so the server is parsed once, and a {@link URI} of the
 * whole is made only when it is needed. Two are equal where their URIs are.
 */
public final class RequestUrl {
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
    return FastUrlCheck.isTarget(other)
        ? new RequestUrl(server, other)
        : of(URI.create(root() + other));
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

  /**
   * Path and query as a request line has them. Escapes and dots stay as they are; only characters
   * outside ASCII, which no request line can hold, are percent-encoded.
   */
  String target() {
    return target != null ? target : target(server);
  }

  private static String target(URI uri) {
    String path = uri.getRawPath();
    String query = uri.getRawQuery();
    String text =
        (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    return isAscii(text) ? text : target(URI.create(uri.toASCIIString()));
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private String root() {
    return server.getScheme() + "://" + server.getRawAuthority();
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
