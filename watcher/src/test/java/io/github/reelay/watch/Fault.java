package io.github.reelay.watch;

import io.github.reelay.task.TaskHandle;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** What a provider responses instead of the truth. */
enum Fault {
  RATE_LIMITED_SECONDS,
  RATE_LIMITED_DATE,
  RATE_LIMITED,
  ERROR_500,
  HTML_502,
  RESET,
  TRUNCATED,
  EMPTY,
  CHALLENGE,
  UNKNOWN_STATUS;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  SimulatedResponse response(TaskHandle handle, Instant now, Duration wait) {
    return switch (this) {
      case RATE_LIMITED_SECONDS -> SimulatedResponse.rateLimited(Long.toString(wait.toSeconds()));
      case RATE_LIMITED_DATE -> SimulatedResponse.rateLimited(DATE.format(now.plus(wait)));
      case RATE_LIMITED -> SimulatedResponse.of(429);
      case ERROR_500 -> SimulatedResponse.of(500);
      case HTML_502 ->
          new SimulatedResponse(
              502,
              Map.of("Content-Type", List.of("text/html")),
              "<html><h1>Bad Gateway</h1></html>",
              Duration.ofMillis(300));
      case RESET -> SimulatedResponse.broken();
      case TRUNCATED ->
          SimulatedResponse.of(
              StatusBodies.queued(handle.provider(), handle.id()).substring(0, 14));
      case EMPTY -> SimulatedResponse.of("");
      case CHALLENGE -> SimulatedResponse.challenge();
      case UNKNOWN_STATUS ->
          SimulatedResponse.of(StatusBodies.unknown(handle.provider(), handle.id()));
    };
  }

  /** How long the provider may not be queried about this task afterwards, its interval aside. */
  Duration atLeast(Duration wait) {
    return switch (this) {
      case RATE_LIMITED_SECONDS -> wait;
      case RATE_LIMITED_DATE ->
          wait.minusSeconds(1); // a date has no fractions; zero would be no pause
      default -> Duration.ZERO;
    };
  }
}
