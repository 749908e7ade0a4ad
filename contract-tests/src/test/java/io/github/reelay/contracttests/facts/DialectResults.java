package io.github.reelay.contracttests.facts;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.contracttools.spec.Spec;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.failure.Failure;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.Video;
import io.github.reelay.task.VideoTask;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Saved responses and what the dialects read in them. */
final class DialectResults {
  /** When every response of this class was observed, unless it is a documented example. */
  static final Instant OBSERVED = Instant.parse("2026-01-14T09:00:00Z");

  private final Dialect dialect;

  DialectResults(Dialect dialect) {
    this.dialect = dialect;
  }

  /** The task in a 200 with that body, in which an apostrophe stands for a quotation mark. */
  VideoTask task(String body) {
    return result(200, body.replace('\'', '"')).taskOrThrow();
  }

  /** The video of the succeeded task in a 200 with that body; see {@link #task}. */
  Video video(String body) {
    return ((TaskState.Succeeded) task(body).state()).video();
  }

  /** Why the response with that status and body shows no task; see {@link #task}. */
  Failure refusal(int status, String body) {
    return ((QueryResult.Failed) result(status, body.replace('\'', '"'))).failure();
  }

  /** The task in a named example of the specification. */
  VideoTask example(String name) {
    return result(200, exampleValue(name).toString()).taskOrThrow();
  }

  /** The body of a named example of the specification. */
  JsonNode exampleValue(String name) {
    return spec().example(name).value();
  }

  /** The documented responses of the specification, by HTTP status. */
  Map<String, JsonNode> documented() {
    Map<String, JsonNode> documented = new TreeMap<>();
    spec()
        .operation()
        .get("responses")
        .properties()
        .forEach(response -> documented.put(response.getKey(), response.getValue()));
    return documented;
  }

  private Spec spec() {
    return Spec.of(dialect.profile().name());
  }

  private QueryResult result(int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return dialect.read(
        dialect.profile().name(), null, new RecordedResponse(status, Map.of(), bytes, OBSERVED));
  }
}
