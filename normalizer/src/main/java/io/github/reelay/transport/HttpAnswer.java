package io.github.reelay.transport;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One HTTP answer, whatever its status.
 *
 * @param status the HTTP status
 * @param headers names as received, and their values in order. Of a body that was decompressed, the
 *     headers that describe its compressed form are left out
 * @param body the bytes after decompression, at most {@code maxBytes + 1} of them; empty when there
 *     was none. The array is not copied: nobody changes it
 */
public record HttpAnswer(int status, Map<String, List<String>> headers, byte[] body) {

  /** Checks that nothing is null. */
  public HttpAnswer {
    Objects.requireNonNull(headers, "headers");
    Objects.requireNonNull(body, "body");
  }

  /** Names the status and the size, never the content. */
  @Override
  public String toString() {
    return "HttpAnswer[status=" + status + ", bytes=" + body.length + "]";
  }
}
