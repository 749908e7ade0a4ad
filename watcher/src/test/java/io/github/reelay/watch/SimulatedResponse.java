package io.github.reelay.watch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a provider responds.
 *
 * @param status the HTTP status; 0 for a connection that breaks
 * @param headers the headers
 * @param body the body
 * @param latency how long it takes
 */
record SimulatedResponse(
    int status, Map<String, List<String>> headers, String body, Duration latency) {
  private static final Duration LATENCY = Duration.ofMillis(80);

  static SimulatedResponse of(String body) {
    return new SimulatedResponse(200, Map.of(), body, LATENCY);
  }

  static SimulatedResponse of(int status) {
    return new SimulatedResponse(status, Map.of(), "", LATENCY);
  }

  static SimulatedResponse of(int status, String body) {
    return new SimulatedResponse(
        status, Map.of("Content-Type", List.of("application/json")), body, LATENCY);
  }

  /** The provider does not know the task, in its contract's own code. */
  static SimulatedResponse denial(String provider) {
    String code = provider.equals("toapis") ? "task_not_found" : "task_not_exist";
    return of(400, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"no such task\"}}");
  }

  /** What most gateways say of a path that they do not have. */
  static SimulatedResponse wrongPath() {
    return of(
        404,
        "{\"error\":{\"message\":\"Invalid URL (GET /v1/v1/videos)\",\"type\":"
            + "\"invalid_request_error\",\"param\":\"\",\"code\":\"\"}}");
  }

  /** The challenge page of a gateway. */
  static SimulatedResponse challenge() {
    return new SimulatedResponse(
        403,
        Map.of("Content-Type", List.of("text/html"), "cf-mitigated", List.of("challenge")),
        "<!DOCTYPE html><html><title>Just a moment...</title></html>",
        LATENCY);
  }

  static SimulatedResponse broken() {
    return of(0);
  }

  /** A restart takes longer than the provider thinks. */
  static SimulatedResponse restarting() {
    return new SimulatedResponse(503, Map.of("Retry-After", List.of("1")), "", LATENCY);
  }

  static SimulatedResponse rateLimited(String retryAfter) {
    return new SimulatedResponse(429, Map.of("Retry-After", List.of(retryAfter)), "", LATENCY);
  }

  SimulatedResponse after(Duration time) {
    return new SimulatedResponse(status, headers, body, time);
  }

  byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
