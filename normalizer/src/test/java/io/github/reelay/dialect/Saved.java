package io.github.reelay.dialect;

import io.github.reelay.exchange.Exchange;
import io.github.reelay.exchange.Reading;
import io.github.reelay.failure.Failure;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.provider.codex22.Codex22Dialect;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.provider.xingchaoyiqing.XingchaoyiqingDialect;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.VideoTask;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Saved answers to a query for the task {@code t1}. JSON is written with single quotes. */
final class Saved {
  static final Dialect TOAPIS = new ToapisDialect();
  static final Dialect XING = new XingchaoyiqingDialect();
  static final Dialect CODEX = new Codex22Dialect();
  static final List<Dialect> ALL = List.of(TOAPIS, XING, CODEX);

  private Saved() {}

  static String json(String singleQuoted) {
    return singleQuoted.replace('\'', '"');
  }

  static Exchange body(String body) {
    return Exchange.ofBody(json(body).getBytes(StandardCharsets.UTF_8));
  }

  static Exchange seenAt(String observedAt, String body) {
    return new Exchange(200, Map.of(), body(body).body(), Instant.parse(observedAt));
  }

  static Exchange status(int httpStatus, String body) {
    return new Exchange(httpStatus, Map.of(), body(body).body(), null);
  }

  /** With headers as names and values by turns. */
  static Exchange withHeaders(int httpStatus, String body, String... headers) {
    Map<String, List<String>> byName = new HashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      byName.put(headers[i], List.of(headers[i + 1]));
    }
    return new Exchange(httpStatus, byName, body(body).body(), null);
  }

  static Reading read(Dialect dialect, Exchange exchange) {
    return read(dialect, "t1", exchange);
  }

  static Reading read(Dialect dialect, @Nullable String id, Exchange exchange) {
    return dialect.read(dialect.profile().name(), id, exchange);
  }

  static String line(Dialect dialect, Exchange exchange) {
    return CanonicalJson.line(read(dialect, exchange));
  }

  static String line(Dialect dialect, String body) {
    return line(dialect, body(body));
  }

  static VideoTask task(Dialect dialect, String body) {
    return read(dialect, body(body)).taskOrThrow();
  }

  /** The failure of a failed task, or the one that stands in place of a task. */
  static Failure failure(Reading reading) {
    if (reading instanceof Reading.NoTask none) {
      return none.failure();
    }
    return ((TaskState.Failed) reading.taskOrThrow().state()).failure();
  }

  /** Each finding as its kind and its pointer. */
  static List<String> findings(Dialect dialect, String body) {
    return read(dialect, body(body)).findings().stream()
        .map(finding -> finding.kind().jsonName() + " " + finding.pointer())
        .toList();
  }
}
