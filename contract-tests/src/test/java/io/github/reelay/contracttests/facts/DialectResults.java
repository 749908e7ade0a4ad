package io.github.reelay.contracttests.facts;

import com.fasterxml.jackson.databind.ObjectMapper;
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

/** Saved answers and what the dialects read in them. */
final class DialectResults {
  /** When every answer of this class was observed, unless it is a documented example. */
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

  /** Why the answer with that status and body shows no task; see {@link #task}. */
  Failure refusal(int status, String body) {
    return ((QueryResult.Failed) result(status, body.replace('\'', '"'))).failure();
  }

  /** The task in a named example of the specification. */
  VideoTask example(String name) {
    String body = new ObjectMapper().valueToTree(exampleValue(name)).toString();
    return result(200, body).taskOrThrow();
  }

  /** The body of a named example of a 200 of the specification. */
  Map<?, ?> exampleValue(String name) {
    Map<?, ?> paths = YamlTree.map(Sources.spec(dialect.profile().name()).get("paths"));
    Object answer = YamlTree.at(paths, only(paths), "get", "responses", "200");
    Map<?, ?> value =
        YamlTree.map(
            YamlTree.at(
                YamlTree.map(answer), "content", "application/json", "examples", name, "value"));
    if (value.isEmpty()) {
      throw new IllegalArgumentException("expected an example named " + name + ", found none");
    }
    return value;
  }

  /** The documented answers of the specification, by HTTP status. */
  Map<?, ?> documented() {
    Map<?, ?> paths = YamlTree.map(Sources.spec(dialect.profile().name()).get("paths"));
    return YamlTree.map(YamlTree.at(paths, only(paths), "get", "responses"));
  }

  private static String only(Map<?, ?> paths) {
    return String.valueOf(paths.keySet().iterator().next());
  }

  private QueryResult result(int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return dialect.read(
        dialect.profile().name(), null, new RecordedResponse(status, Map.of(), bytes, OBSERVED));
  }
}
