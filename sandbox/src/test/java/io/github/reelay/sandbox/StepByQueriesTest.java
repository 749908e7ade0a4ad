package io.github.reelay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepByQueriesTest {

  @Test
  void theNumberOfResponsesMovesATaskOn() {
    assertThat(progress("toapis", "ok-1", 5))
        .containsExactly(
            "queued 0", "in_progress 33", "in_progress 66", "completed 100", "completed 100");
  }

  @Test
  void refusalsDoNotCount() {
    assertThat(progress("toapis", "broken-1", 7))
        .containsExactly(
            "null null",
            "queued 0",
            "null null",
            "in_progress 33",
            "null null",
            "in_progress 66",
            "null null");
  }

  @Test
  void withoutStagesATaskIsDoneImmediately() {
    try (Sandbox sandbox = Sandbox.builder().stepByQueries(0, 0).start()) {
      String body = new SandboxClient(sandbox).query("xingchaoyiqing", "fails-1").body();

      assertThat(Json.at(body, "status")).isEqualTo("failed");
    }
  }

  @Test
  void negativeStagesAreRefused() {
    SandboxBuilder builder = Sandbox.builder();

    assertThatThrownBy(() -> builder.stepByQueries(1, -1))
        .hasMessage("expected running of zero or more, found -1");
    assertThatThrownBy(() -> builder.stepByClock(Duration.ofSeconds(-1), Duration.ZERO))
        .hasMessage("expected queued of zero or more, found PT-1S");
  }

  private static List<String> progress(String provider, String id, int queries) {
    List<String> seen = new ArrayList<>();
    try (Sandbox sandbox = Sandbox.builder().stepByQueries(1, 2).start()) {
      SandboxClient client = new SandboxClient(sandbox);
      for (int query = 0; query < queries; query++) {
        String body = client.query(provider, id).body();
        Object status = body.startsWith("{") ? Json.at(body, "status") : null;
        Object progress = body.startsWith("{") ? Json.at(body, "progress") : null;
        seen.add(status + " " + progress);
      }
    }
    return seen;
  }
}
