package io.github.reelay.watch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a relay answers.
 *
 * @param status the HTTP status; 0 for a connection that breaks
 * @param headers the headers
 * @param body the body
 * @param latency how long it takes
 */
record Reply(int status, Map<String, List<String>> headers, String body, Duration latency) {
  private static final Duration LATENCY = Duration.ofMillis(80);

  static Reply of(String body) {
    return new Reply(200, Map.of(), body, LATENCY);
  }

  static Reply of(int status) {
    return new Reply(status, Map.of(), "", LATENCY);
  }

  static Reply broken() {
    return of(0);
  }

  static Reply rateLimited(String retryAfter) {
    return new Reply(429, Map.of("Retry-After", List.of(retryAfter)), "", LATENCY);
  }

  Reply after(Duration time) {
    return new Reply(status, headers, body, time);
  }

  byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
