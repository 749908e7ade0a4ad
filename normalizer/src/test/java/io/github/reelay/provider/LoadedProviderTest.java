package io.github.reelay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.dialect.ShortDocument;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.network.NetworkSettings;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.VideoTask;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Live queries of a provider that a document describes. */
class LoadedProviderTest {
  private static final String RUNNING =
      "{'data':{'task_id':'t/1','status':'IN_PROGRESS','note':'key sk-12345678'}}";

  private static Providers providers(Dialect dialect, Map<String, String> environment) {
    return Providers.discover(environment, NetworkSettings.defaults(), List.of(dialect));
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/video/generations/{id}, /v1/video/generations/t%2F1",
    "/v1/query?task={id}&full=1, /v1/query?task=t%2F1&full=1",
    "/v1/tasks/{id}/state, /v1/tasks/t%2F1/state"
  })
  void theDocumentSaysWhereATaskIsQueriedAndTheEnvironmentHasTheKey(String path, String target)
      throws IOException {
    Dialect my =
        Dialect.parse("my.yaml", ShortDocument.GATEWAY.replace("/v1/video/generations/{id}", path));
    try (StubServer server = StubServer.start().then(200, RUNNING);
        Providers providers =
            providers(
                my,
                Map.of(
                    "REELAY_MY_API_KEY",
                    "sk-12345678",
                    "REELAY_MY_BASE_URL",
                    server.uri("/relay").toString()))) {
      QueryResult result = providers.query(TaskHandle.parse("my:t/1"));

      assertThat(server.requests)
          .containsExactly("GET /relay" + target + " Bearer sk-12345678 application/json");
      assertThat(result.taskOrThrow().id()).isEqualTo("t/1");
    }
  }

  @Test
  void theKeyIsRedactedAsForTheOthers() throws IOException {
    Dialect my =
        Dialect.parse(
            "my.yaml",
            ShortDocument.GATEWAY.replace("id: /task_id", "id: /task_id\n  prompt: /note"));
    try (StubServer server = StubServer.start().then(200, RUNNING);
        Providers providers =
            providers(
                my,
                Map.of(
                    "REELAY_MY_API_KEY",
                    "sk-12345678",
                    "REELAY_MY_BASE_URL",
                    server.uri("").toString()))) {
      VideoTask task = providers.query(TaskHandle.parse("my:t/1")).taskOrThrow();

      assertThat(task.prompt()).isEqualTo("key ***");
    }
  }

  @Test
  void withoutAKeyOrABaseUrlNothingIsQueried() {
    Dialect my =
        Dialect.parse(
            "my.yaml", ShortDocument.GATEWAY.replace("baseUrl: https://relay.example\n", ""));
    try (Providers providers = providers(my, Map.of());
        Providers keyed = providers(my, Map.of("REELAY_MY_API_KEY", "k"))) {
      assertThatThrownBy(() -> providers.query(TaskHandle.parse("my:t1")))
          .isInstanceOf(MissingKeyException.class)
          .hasMessageStartingWith("expected the API key of my in REELAY_MY_API_KEY");
      assertThatThrownBy(() -> keyed.query(TaskHandle.parse("my:t1")))
          .isInstanceOf(MissingKeyException.class)
          .hasMessage(
              "expected the base URL of my in REELAY_MY_BASE_URL or from its builder, found none;"
                  + " its contract has none for all users");
      assertThat(keyed.get("my").baseUrl()).isNull();
      assertThat(keyed.get("my")).hasToString("Provider[my, dialect=my, host=none]");
    }
  }

  @Test
  void aVideoWithoutAUrlIsAtItsPathBelowTheBaseUrlInUse() throws IOException {
    String document =
        ShortDocument.reading("id: /id", "status: /status") + "content: /v1/videos/{id}/content\n";
    Dialect my = Dialect.parse("my.yaml", document);
    String body = "{'id':'v 1','status':'there'}";
    try (StubServer server = StubServer.start().then(200, body);
        Providers providers =
            providers(
                my,
                Map.of(
                    "REELAY_MY_API_KEY", "k", "REELAY_MY_BASE_URL", server.uri("/a").toString()))) {
      VideoTask live = providers.query(TaskHandle.parse("my:v 1")).taskOrThrow();

      assertThat(live.video().url()).isEqualTo(server.uri("/a/v1/videos/v%201/content"));
      assertThat(my.read(body.replace('\'', '"')).taskOrThrow().video().url())
          .hasToString("https://relay.example/v1/videos/v%201/content");
      assertThat(my.read("{\"id\":\"v1\",\"status\":\"busy\"}").taskOrThrow().video()).isNull();
    }
  }

  @Test
  void twoProvidersOfOneNameAreRefused() {
    Dialect my = Dialect.parse("my.yaml", ShortDocument.GATEWAY);

    assertThatThrownBy(
            () -> Providers.discover(Map.of(), NetworkSettings.defaults(), List.of(my, my)).close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected different names, found two providers named 'my'");
  }
}
