package io.github.reelay.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contract.Finding;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** No response makes a dialect throw that was read from a document, whatever the document says. */
class LoadedDialectTotalityTest {
  private static final int ROUNDS = 15 * Integer.getInteger("mutated.rounds", 6);
  private static final Instant SEEN = Instant.parse("2026-01-14T08:43:42.5Z");
  private static final Dialect GATEWAY = Dialect.parse("my.yaml", ShortDocument.GATEWAY);

  /** The same places read as everything else, and from everywhere else. */
  private static final Dialect ODD =
      Dialect.parse(
          "odd.yaml",
          ShortDocument.reading(
              "id: [/task_id, /status, '/*']",
              "status: [/data/status, /status, /task_id]",
              "progress.fraction: [/data/progress, /progress]",
              "createdAt: [/data/url, /data/created_at, '/data/*/created_at']",
              "expiresAt: /data/finish_time",
              "video.url: ['/*/url', '/data/*', /data/result_url, '/data/fail_reason?']",
              "video.size: /data/progress",
              "video.duration: /data/created_at",
              "failure: [/data, /data/error]",
              "failure.rejected: /data/error/code",
              "failure.message: ['/data/*', /message]"));

  private static final List<Map<String, Object>> TASKS =
      List.of(
          Map.of("task_id", "t1", "status", "IN_PROGRESS", "progress", "30%", "finish_time", 0),
          Map.of("task_id", "t1", "status", "SUCCESS", "url", "https://v.example/1.mp4"),
          Map.of("task_id", "t1", "status", "FAILURE", "fail_reason", "no frames"),
          Map.of("status", "FAILURE", "error", Map.of("code", 7, "message", "no frames")));

  @Test
  void readsMutatedTreesAndTexts() {
    Mutator mutator = new Mutator(20261126);
    Set<String> seen = new TreeSet<>();
    for (Map<String, Object> task : TASKS) {
      for (Object body : List.of(task, Map.of("code", "success", "data", task))) {
        for (int i = 0; i < ROUNDS; i++) {
          String json = DocumentedBodies.json(mutator.mutate(body));
          seen.addAll(read(json.getBytes(StandardCharsets.UTF_8)));
          seen.addAll(read(mutator.mutate(json)));
        }
      }
    }

    assertThat(seen)
        .contains("queued", "running", "succeeded", "failed", "unknown", "no task")
        .doesNotContain("type-mismatch", "undocumented-field");
  }

  private static Set<String> read(byte[] body) {
    Set<String> seen = new TreeSet<>();
    for (Dialect dialect : List.of(GATEWAY, ODD)) {
      for (int status : new int[] {200, 429}) {
        try {
          RecordedResponse response = new RecordedResponse(status, Map.of(), body, SEEN);
          QueryResult result = dialect.read("my", "t1", response);
          assertThat(dialect.read("my", "t1", response)).isEqualTo(result);
          assertThat(CanonicalJson.line(result)).isNotEmpty();
          assertThat(result.findings()).isSortedAccordingTo(Finding.ORDER);
          seen.addAll(kinds(dialect, result));
        } catch (RuntimeException broken) {
          String text = new String(body, StandardCharsets.UTF_8);
          throw new AssertionError(dialect + " at status " + status + " with " + text, broken);
        }
      }
    }
    return seen;
  }

  private static List<String> kinds(Dialect dialect, QueryResult result) {
    List<String> kinds = new ArrayList<>();
    kinds.add(
        result instanceof QueryResult.Found found ? found.task().status().jsonName() : "no task");
    if (dialect == GATEWAY) {
      result.findings().forEach(finding -> kinds.add(finding.kind().jsonName()));
    }
    return kinds;
  }
}
