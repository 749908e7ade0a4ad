package io.github.reelay.dialect;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
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
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Saved responses to a query for the task {@code t1}. JSON is written with single quotes. */
final class SampleResponses {
  static final Dialect TOAPIS = new ToapisDialect();
  static final Dialect XING = new XingchaoyiqingDialect();
  static final Dialect CODEX = new Codex22Dialect();

  /** Every dialect that a program finds. */
  static final List<Dialect> ALL =
      StreamSupport.stream(Dialect.installed().spliterator(), false).toList();

  /** Those whose contract has no envelope, so that one is a surprise. */
  static final List<Dialect> WITHOUT_ENVELOPE =
      ALL.stream().filter(SampleResponses::isSurprisedByAnEnvelope).toList();

  private SampleResponses() {}

  private static boolean isSurprisedByAnEnvelope(Dialect dialect) {
    return findings(dialect, "{'data':{'id':'t1','status':'queued'}}").contains("enveloped /data");
  }

  static String json(String singleQuoted) {
    return singleQuoted.replace('\'', '"');
  }

  static RecordedResponse body(String body) {
    return RecordedResponse.ofBody(json(body).getBytes(StandardCharsets.UTF_8));
  }

  static RecordedResponse seenAt(String observedAt, String body) {
    return new RecordedResponse(200, Map.of(), body(body).body(), Instant.parse(observedAt));
  }

  static RecordedResponse status(int httpStatus, String body) {
    return new RecordedResponse(httpStatus, Map.of(), body(body).body(), null);
  }

  /** With headers as names and values by turns. */
  static RecordedResponse withHeaders(int httpStatus, String body, String... headers) {
    Map<String, List<String>> byName = new HashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      byName.put(headers[i], List.of(headers[i + 1]));
    }
    return new RecordedResponse(httpStatus, byName, body(body).body(), null);
  }

  static QueryResult read(Dialect dialect, RecordedResponse response) {
    return read(dialect, "t1", response);
  }

  static QueryResult read(Dialect dialect, @Nullable String id, RecordedResponse response) {
    return dialect.read(dialect.profile().name(), id, response);
  }

  static String line(Dialect dialect, RecordedResponse response) {
    return CanonicalJson.line(read(dialect, response));
  }

  static String line(Dialect dialect, String body) {
    return line(dialect, body(body));
  }

  static VideoTask task(Dialect dialect, String body) {
    return read(dialect, body(body)).taskOrThrow();
  }

  /** The failure of a failed task, or the one that stands in place of a task. */
  static Failure failure(QueryResult result) {
    if (result instanceof QueryResult.Failed failed) {
      return failed.failure();
    }
    return ((TaskState.Failed) result.taskOrThrow().state()).failure();
  }

  /** Each finding as its kind and its pointer. */
  static List<String> findings(Dialect dialect, String body) {
    return read(dialect, body(body)).findings().stream()
        .map(finding -> finding.kind().jsonName() + " " + finding.pointer())
        .toList();
  }
}
