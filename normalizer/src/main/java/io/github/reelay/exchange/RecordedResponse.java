package io.github.reelay.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One response as it came over the wire, live or saved.
 *
 * @param httpStatus the HTTP status
 * @param headers names as received and their values; {@link #header} ignores case
 * @param body the bytes after decompression; not copied, so nobody may change them
 * @param observedAt when the response came; null if that was not saved
 */
public record RecordedResponse(
    int httpStatus, Map<String, List<String>> headers, byte[] body, @Nullable Instant observedAt) {

  /** Checks that nothing but {@code observedAt} is null. */
  public RecordedResponse {
    Objects.requireNonNull(headers, "headers");
    Objects.requireNonNull(body, "body");
  }

  /** A response of which it is not known when it came. */
  public RecordedResponse(int httpStatus, Map<String, List<String>> headers, byte[] body) {
    this(httpStatus, headers, body, null);
  }

  /** A saved body of which nothing else is known: status 200, no headers, no time. */
  public static RecordedResponse ofBody(byte[] body) {
    return new RecordedResponse(200, Map.of(), body, null);
  }

  /** The same, which came then. */
  public RecordedResponse withObservedAt(Instant at) {
    return new RecordedResponse(httpStatus, headers, body, at);
  }

  /** The first value of a header whatever the case of its name; null if it was not sent. */
  public @Nullable String header(String name) {
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      if (name.equalsIgnoreCase(header.getKey()) && !header.getValue().isEmpty()) {
        return header.getValue().get(0);
      }
    }
    return null;
  }

  /** Whether the status is 2xx. */
  public boolean isSuccess() {
    return httpStatus / 100 == 2;
  }

  /** Names the status and the size, never the content. */
  @Override
  public String toString() {
    return "RecordedResponse[status=" + httpStatus + ", bytes=" + body.length + "]";
  }
}
