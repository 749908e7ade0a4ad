package io.github.reelay.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.reelay.contract.Finding;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.task.VideoTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The mapper is total: it throws for no body. Every body is read by every dialect, mutated in six
 * ways, and in 60 with {@code -Dmutated.rounds=60}.
 */
class MapperTotalityTest {
  private static final int ROUNDS = Integer.getInteger("mutated.rounds", 6);
  private static final Instant SEEN = Instant.parse("2026-01-14T08:43:42.5Z");
  private static final JsonFactory STRICT =
      new JsonFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private final Map<String, Integer> seen = new TreeMap<>();

  @DisplayName("No mutated tree of a documented body makes a mapper throw")
  @Test
  void readsMutatedTrees() {
    Mutator mutator = new Mutator(20260114);
    for (Object body : DocumentedBodies.all()) {
      for (int i = 0; i < ROUNDS; i++) {
        String json = DocumentedBodies.json(mutator.mutate(body));
        readByAll(json.getBytes(StandardCharsets.UTF_8));
      }
    }

    assertThat(seen)
        .as("the mutations reach every state and every finding")
        .containsKeys(
            "queued",
            "running",
            "succeeded",
            "failed",
            "cancelled",
            "unknown",
            "no task",
            "enveloped",
            "ignored-value",
            "missing-field",
            "status-conflict",
            "type-mismatch",
            "undocumented-field",
            "undocumented-value");
  }

  @DisplayName("No mutated text of a documented body makes a mapper throw")
  @Test
  void readsMutatedTexts() {
    Mutator mutator = new Mutator(20251006);
    for (Object body : DocumentedBodies.all()) {
      String json = DocumentedBodies.json(body);
      for (int i = 0; i < ROUNDS; i++) {
        readByAll(mutator.mutate(json));
      }
    }

    assertThat(seen).containsKeys("queued", "succeeded", "no task", "undocumented-field");
  }

  private void readByAll(byte[] body) {
    for (Dialect dialect : SampleResponses.ALL) {
      for (int status : body.length % 4 == 0 ? new int[] {200, 429} : new int[] {200}) {
        String text = new String(body, StandardCharsets.UTF_8);
        try {
          check(
              dialect,
              new RecordedResponse(status, Map.of("Retry-After", List.of("7")), body, SEEN));
        } catch (RuntimeException | IOException broken) {
          throw new AssertionError(dialect + " at status " + status + " with " + text, broken);
        }
      }
    }
  }

  private void check(Dialect dialect, RecordedResponse response) throws IOException {
    QueryResult result = dialect.read("relay", "t1", response);
    QueryResult withoutId = dialect.read("relay", null, response);

    assertThat(dialect.read("relay", "t1", response)).isEqualTo(result);
    assertThat(result.findings()).hasSizeLessThanOrEqualTo(100).isSortedAccordingTo(Finding.ORDER);
    if (response.httpStatus() != 200) {
      assertThat(result).isInstanceOf(QueryResult.Failed.class);
      assertThat(result.findings()).isEmpty();
    }
    assertThat(taskOf(withoutId) == null).isEqualTo(taskOf(result) == null);
    checkTask(taskOf(result));
    checkTask(taskOf(withoutId));
    checkJson(CanonicalJson.line(result));
    checkJson(CanonicalJson.pretty(withoutId));
    count(result);
  }

  private static @Nullable VideoTask taskOf(QueryResult result) {
    return result instanceof QueryResult.Found found ? found.task() : null;
  }

  private static void checkTask(@Nullable VideoTask task) {
    if (task == null) {
      return;
    }
    assertThat(task.handle() != null).isEqualTo(TaskHandle.isTaskId(task.id()));
    if (task.state() instanceof TaskState.Succeeded succeeded) {
      assertThat(succeeded.video().url().isAbsolute()).isTrue();
      assertThat(task.progressPercent()).isNotNull();
    }
    if (task.state() instanceof TaskState.Failed failed) {
      assertThat(failed.failure().httpStatus()).isEqualTo(200);
    }
  }

  /** Valid, without a null and without a key given twice. */
  private static void checkJson(String json) throws IOException {
    try (JsonParser parser = STRICT.createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        assertThat(token).isNotEqualTo(JsonToken.VALUE_NULL);
      }
    }
    assertThat(json.contains("\"status\":\"succeeded\"")).isEqualTo(json.contains("\"video\":{"));
  }

  private void count(QueryResult result) {
    TaskStatus status = taskOf(result) == null ? null : taskOf(result).status();
    seen.merge(status == null ? "no task" : status.jsonName(), 1, Integer::sum);
    result.findings().forEach(finding -> seen.merge(finding.kind().jsonName(), 1, Integer::sum));
  }
}
