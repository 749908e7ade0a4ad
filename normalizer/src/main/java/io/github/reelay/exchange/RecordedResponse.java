package io.github.reelay.exchange;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One response as it came over the wire, live or saved.
 *
 * @param httpStatus as the server sent it, such as 200
 * @param headers names as received and their values; {@link #header} ignores case
 * @param body the bytes after decompression; not copied, so nobody may change them
 * @param observedAt when the response came; null if that was not saved
 */
public record RecordedResponse(
    int httpStatus, Map<String, List<String>> headers, byte[] body, @Nullable Instant observedAt) {

  /** Headers and body may not be null, and are not copied; {@code observedAt} may be null. */
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

  /** A copy with that time, sharing headers and body. */
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

  /**
   * The provider's name for the request, from {@code X-Request-Id} or {@code X-Oneapi-Request-Id},
   * trimmed; null if it gave none.
   */
  public @Nullable String requestId() {
    String id = trimmedHeader("X-Request-Id");
    return id != null ? id : trimmedHeader("X-Oneapi-Request-Id");
  }

  /** The first value of a header, trimmed; null if it was not sent or if nothing is left. */
  public @Nullable String trimmedHeader(String name) {
    String value = header(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /**
   * The headers that state the rate limit: those whose names begin with {@code RateLimit} or {@code
   * X-RateLimit}, whatever the case, and {@code Retry-After}. Names as received; empty if there are
   * none.
   */
  public Map<String, List<String>> rateLimitHeaders() {
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      if (name.startsWith("ratelimit")
          || name.startsWith("x-ratelimit")
          || name.startsWith("retry-after")) {
        found.put(header.getKey(), header.getValue());
      }
    }
    return Collections.unmodifiableMap(found);
  }

  /** Whether the status is 2xx. */
  public boolean isSuccess() {
    return httpStatus / 100 == 2;
  }

  /** Compares the bytes of the bodies, not the arrays. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordedResponse response
        && httpStatus == response.httpStatus
        && headers.equals(response.headers)
        && Arrays.equals(body, response.body)
        && Objects.equals(observedAt, response.observedAt);
  }

  @Override
  public int hashCode() {
    return Objects.hash(httpStatus, headers, Arrays.hashCode(body), observedAt);
  }

  /** Names the status and the size, never the content. */
  @Override
  public String toString() {
    return "RecordedResponse[status=" + httpStatus + ", bytes=" + body.length + "]";
  }
}
