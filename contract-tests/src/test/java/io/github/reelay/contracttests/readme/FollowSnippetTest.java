package io.github.reelay.contracttests.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.provider.codex22.Codex22Dialect;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.VideoTask;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FollowSnippetTest {

  @Test
  void saysWhatToDoNextForEveryEndOfATask() {
    try (Sandbox sandbox = Sandbox.builder().stepByQueries(0, 0).start()) {
      assertThat(follow(sandbox, "toapis:ok-1")).startsWith("download http://127.0.0.1:");
      assertThat(follow(sandbox, "toapis:rejected-1")).isEqualTo("CONTENT_REJECTED, ask again: NO");
      assertThat(follow(sandbox, "toapis:never-1")).isEqualTo("RUNNING 99 %");
    }
  }

  @Test
  void buildsARelayThatSpeaksAnotherOnesDialect() {
    try (Provider twin = otherRelay(new KeyRing(Map.of("twin", "key")))) {
      assertThat(twin).hasToString("Provider[twin, dialect=22codex, host=relay.example]");
    }
  }

  private static String follow(Sandbox sandbox, String handle) {
    Map<String, String> environment =
        Map.of(
            "REELAY_TOAPIS_BASE_URL", sandbox.baseUrl("toapis").toString(),
            "REELAY_TOAPIS_API_KEY", sandbox.apiKey("toapis"));
    return follow(environment, handle);
  }

  private static String follow(Map<String, String> environment, String handle) {
    // snippet:follow
    try (Providers providers = Providers.discover(environment)) { // such as System.getenv()
      QueryResult result = providers.query(TaskHandle.parse(handle)); // such as toapis:task_01K9
      VideoTask task = result.taskOrThrow();
      if (task.state() instanceof TaskState.Succeeded done) {
        return "download " + done.video().url() + " before " + done.video().expiresAt();
      }
      if (task.state() instanceof TaskState.Failed failed) {
        return failed.failure().kind() + ", ask again: " + failed.failure().retry();
      }
      return task.status() + " " + task.progressPercent() + " %";
    }
    // end
  }

  private record KeyRing(Map<String, String> keys) {
    String current(String name) {
      return keys.get(name);
    }
  }

  private static Provider otherRelay(KeyRing keys) {
    // snippet:other-relay
    Provider twin =
        Provider.builder(new Codex22Dialect())
            .name("twin")
            .baseUrl(URI.create("https://relay.example"))
            .path("/v1/video/query?id={id}")
            .key(() -> keys.current("twin")) // read for each query, so it can be rotated
            .deadline(Duration.ofSeconds(10)) // from DNS to the last byte
            .build();
    // end
    return twin;
  }
}
