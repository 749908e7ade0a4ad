package io.github.reelay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ProvidersTest {

  /** The folders of the generated clients, in the order of their names. */
  private static List<String> clients() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("../generated-clients"))) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("pom.xml")))
          .map(folder -> folder.getFileName().toString())
          .filter(name -> !name.equals("runtime"))
          .sorted()
          .toList();
    }
  }

  @DisplayName("Each generated client is a provider, in the order of their names")
  @Test
  void discoversAll() throws IOException {
    try (Providers providers = Providers.discover(Map.of())) {
      assertThat(providers.all()).extracting(Provider::name).containsExactlyElementsOf(clients());
    }
  }

  @DisplayName("A dialect is found by its name, or the names that there are are listed")
  @Test
  void findsADialectByName() throws IOException {
    for (String name : clients()) {
      assertThat(Dialect.named(name).profile().name()).isEqualTo(name);
    }
    String names = String.join(", ", clients());

    assertThatThrownBy(() -> Dialect.named("sora\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected one of the providers " + names + ", found 'sora\\u000a'");
  }

  @DisplayName("Keys and base URLs come from the environment, keys for each query")
  @Test
  void readsTheEnvironment() throws IOException {
    Map<String, String> environment = new HashMap<>();
    try (StubServer server = StubServer.start().then(200, "{'id':'t1','status':'queued'}")) {
      environment.put("REELAY_TOAPIS_BASE_URL", " " + server.uri("/here/") + " ");
      environment.put("REELAY_22CODEX_BASE_URL", " ");
      environment.put("REELAY_TOAPIS_API_KEY", "k1");
      try (Providers providers = Providers.discover(environment)) {
        providers.query(TaskHandle.parse("toapis:t1"));
        environment.put("REELAY_TOAPIS_API_KEY", "k2");
        providers.queryAsync(TaskHandle.parse("toapis:a:b")).orTimeout(30, TimeUnit.SECONDS).join();

        assertThat(providers.get("22codex").baseUrl()).hasToString("https://new.22codex.xyz");
        assertThatThrownBy(() -> providers.query(TaskHandle.parse("22codex:sora-2:t1")))
            .isInstanceOf(MissingKeyException.class)
            .hasMessageContaining("REELAY_22CODEX_API_KEY");
      }
      assertThat(server.requests)
          .containsExactly(
              "GET /here/v1/videos/generations/t1 Bearer k1 application/json",
              "GET /here/v1/videos/generations/a%3Ab Bearer k2 application/json");
    }
  }

  @DisplayName("A base URL that is none is named by its variable, not shown")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "secret",
        "https://user:secret@relay.example",
        "https://user:secret word@relay.example",
        "https://user:%secret@relay.example",
        "https://user:secret@a_b:99999",
        "http://[secret",
        "ftp://x",
        "https://relay.example:65536"
      })
  void refusesBaseUrls(String url) {
    Map<String, String> environment = Map.of("REELAY_TOAPIS_BASE_URL", url);

    assertThatThrownBy(() -> Providers.discover(environment))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected a base URL such as https://provider.example in REELAY_TOAPIS_BASE_URL, found"
                + " one that is not http or https, has no host, has a port that is not from 1 to"
                + " 65535, or has user information, a query or a fragment")
        .hasNoCause();
  }

  @DisplayName("For an unknown provider the known ones are named")
  @Test
  void namesTheKnownOnes() throws IOException {
    Providers providers = Providers.discover(Map.of());
    String names = String.join(", ", clients());
    String message = "expected one of the providers " + names + ", found 'sora'";

    assertThatThrownBy(() -> providers.get("sora"))
        .isInstanceOf(UnknownProviderException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> providers.query(new TaskHandle("sora", "t1"))).hasMessage(message);
    assertThatThrownBy(() -> providers.queryAsync(new TaskHandle("sora", "t1")))
        .hasMessage(message);
  }

  @DisplayName("Given ones have different names")
  @Test
  void refusesTheSameNameTwice() {
    Provider one = Provider.builder(new ToapisDialect()).build();
    Provider other = Provider.builder(new ToapisDialect()).name("other").build();

    assertThat(Providers.of(List.of(one, other)).get("other")).isSameAs(other);
    assertThatThrownBy(() -> Providers.of(List.of(one, one)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected different names, found two providers named 'toapis'");
  }
}
