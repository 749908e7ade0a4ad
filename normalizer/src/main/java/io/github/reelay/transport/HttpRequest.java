package io.github.reelay.transport;

import io.github.reelay.internal.Bounds;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * One GET request to a provider.
 *
 * @param url absolute, http or https; sent as it is written, neither normalised nor encoded again
 * @param headers names and values to send, the key in {@code Authorization} among them
 * @param deadline the time for everything from DNS to the last byte of the body; positive
 * @param maxBytes how much of the body is read, counted after decompression; positive. A longer
 *     body is cut after {@code maxBytes + 1} bytes, and its connection is closed
 */
public record HttpRequest(
    RequestUrl url, Map<String, String> headers, Duration deadline, int maxBytes) {

  /**
   * Copies the headers.
   *
   * @throws IllegalArgumentException if {@code deadline} is not positive, or {@code maxBytes} below
   *     1
   */
  public HttpRequest {
    Objects.requireNonNull(url, "url");
    headers = Map.copyOf(headers);
    Bounds.positive(deadline, "deadline");
    Bounds.atLeast(1, maxBytes, "maxBytes");
  }

  /**
   * The same for a {@link URI}.
   *
   * @throws IllegalArgumentException as above
   */
  public HttpRequest(URI uri, Map<String, String> headers, Duration deadline, int maxBytes) {
    this(RequestUrl.of(uri), headers, deadline, maxBytes);
  }

  /** The URL as a {@link URI}, which is parsed at the first call. */
  public URI uri() {
    return url.uri();
  }

  /** Names the host and nothing else: path and query may hold an id, the headers hold the key. */
  @Override
  public String toString() {
    return "HttpRequest[GET " + url + "]";
  }
}
