package io.github.reelay.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One request as the sandbox received it. It holds no key and no signature: credentials are left
 * out of the headers, and of a download's address the query string is.
 *
 * @param at when it came, by the sandbox's clock
 * @param provider whom it was for; empty for a request that is for none of them
 * @param method the HTTP method
 * @param target path and query as written; the path alone for a download
 * @param headers names and values as received, without those that carry credentials
 * @param status the status that it was answered with
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
