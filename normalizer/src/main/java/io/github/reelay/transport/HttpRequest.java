package io.github.reelay.transport;

import io.github.reelay.internal.Bounds;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * One GET request to a provider.
 *
 * @param uri an absolute http or https URL; sent as it is written, neither normalised nor encoded
 *     again
 * @param headers names and values to send, the key in {@code Authorization} among them
 * @param deadline the time for everything from DNS to the last byte of the body; positive
 * @param maxBytes how much of the body is read, counted after decompression; positive. A longer
 *     body is cut after {@code maxBytes + 1} bytes, and its connection is closed
 */
public record HttpRequest(URI uri, Map<String, String> headers, Duration deadline, int maxBytes) {

  /** Checks the bounds and copies the headers. */
  public HttpRequest {
    Objects.requireNonNull(uri, "uri");
    headers = Map.copyOf(headers);
    if (deadline.isZero() || deadline.isNegative()) {
      throw new IllegalArgumentException("expected a positive deadline, found " + deadline);
    }
    Bounds.atLeast(1, maxBytes, "maxBytes");
  }

  /** Names the host and nothing else: path and query may hold an id, the headers hold the key. */
  @Override
  public String toString() {
    return "HttpRequest[GET " + uri.getScheme() + "://" + RequestHead.host(uri) + "]";
  }
}
