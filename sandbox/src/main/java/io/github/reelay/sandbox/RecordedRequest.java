package io.github.reelay.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One request as the sandbox received it. It holds no key and no signature: the headers have no
 * credentials, and the target of a download has no query string.
 *
 * @param at when it came, by the sandbox's clock
 * @param provider the provider it was for; empty if it was for none
 * @param method such as {@code GET}
 * @param target path and query as written; the path alone for a download
 * @param headers names and values as received, without those that carry credentials
 * @param status the HTTP status of the response
 */
public record RecordedRequest(
    Instant at,
    String provider,
    String method,
    String target,
    Map<String, List<String>> headers,
    int status) {

  /** Copies the headers. */
  public RecordedRequest {
    headers = Map.copyOf(headers);
  }
}
