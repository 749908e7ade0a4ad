package io.github.reelay.contracttests.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.provider.EnvironmentVariables;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.provider.codex22.Codex22Dialect;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.VideoTask;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FollowSnippetTest {

  @Test
  void saysWhatToDoNextForEveryEndOfATaskAtEachProvider() {
    try (Sandbox sandbox = Sandbox.builder().stepByQueries(0, 0).start();
        Providers providers = Providers.discover(environment(sandbox))) {
      for (String provider : sandbox.providers()) {
        assertThat(next(providers, provider + ":ok-1")).startsWith("download http://127.0.0.1:");
        assertThat(next(providers, provider + ":rejected-1"))
            .isEqualTo("CONTENT_REJECTED, retry: NO");
        assertThat(next(providers, provider + ":missing-1")).isEqualTo("NOT_FOUND, retry: NO");
        assertThat(next(providers, provider + ":never-1")).isEqualTo("RUNNING, query again later");
      }
    }
  }

  @Test
  void buildsAProviderThatSpeaksAnotherOnesDialect() {
    try (Provider twin = otherProvider(new KeyRing(Map.of("twin", "key")))) {
      assertThat(twin).hasToString("Provider[twin, dialect=22codex, host=provider.example]");
    }
  }

  static Map<String, String> environment(Sandbox sandbox) {
    Map<String, String> environment = new HashMap<>();
    for (String provider : sandbox.providers()) {
      environment.put(EnvironmentVariables.baseUrl(provider), sandbox.baseUrl(provider).toString());
      environment.put(EnvironmentVariables.key(provider), sandbox.apiKey(provider));
    }
    return environment;
  }

  private static String next(Providers providers, String handle) {
    // snippet:follow
    QueryResult result = providers.query(TaskHandle.parse(handle)); // never throws for a response
    if (result instanceof QueryResult.Failed none) { // the response shows no task
      return none.failure().kind() + ", retry: " + none.failure().retry();
    }
    VideoTask task = result.taskOrThrow(); // in whatever state
    if (task.state() instanceof TaskState.Succeeded succeeded) {
      return "download " + succeeded.video().url();
    }
    if (task.state() instanceof TaskState.Failed failed) {
      return failed.failure().kind() + ", retry: " + failed.failure().retry();
    }
    return task.status() + (task.status().terminal() ? "" : ", query again later");
    // end
  }

  private record KeyRing(Map<String, String> keys) {
    String current(String name) {
      return keys.get(name);
    }
  }

  private static Provider otherProvider(KeyRing keys) {
    // snippet:other-provider
    Provider twin =
        Provider.builder(new Codex22Dialect())
            .name("twin")
            .baseUrl(URI.create("https://provider.example"))
            .path("/v1/video/query?id={id}")
            .key(() -> keys.current("twin")) // read for each query, so it can be rotated
            .deadline(Duration.ofSeconds(10)) // from DNS to the last byte
            .build();
    // end
    return twin;
  }
}
