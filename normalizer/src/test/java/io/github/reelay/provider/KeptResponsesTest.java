package io.github.reelay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.json.SavedResponse;
import io.github.reelay.json.SavedResponseJson;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.transport.Transport;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A query result carries its response on request, with the key redacted. */
class KeptResponsesTest {
  private static final String KEY = "sk-0123456789";
  private static final String RUNNING = "{\"id\":\"t\",\"status\":\"in_progress\"}";

  private static ProviderBuilder responding(RecordedResponse response) {
    Transport transport = request -> CompletableFuture.completedFuture(response);
    return Provider.builder(new ToapisDialect()).transport(transport).key(() -> KEY);
  }

  private static RecordedResponse response(int status, String body) {
    return new RecordedResponse(
        status,
        Map.of(
            "x-request-id", List.of(" r1 "),
            "X-RateLimit-Remaining", List.of("7"),
            "Retry-After", List.of("9"),
            "X-Echo", List.of("Bearer " + KEY)),
        body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void keepsNothingByDefault() {
    try (Provider provider = responding(response(200, RUNNING)).build()) {
      assertThat(provider.query("t").response()).isNull();
    }
  }

  @Test
  void keepsTheResponseOfATask() {
    try (Provider provider = responding(response(200, RUNNING)).keepResponses(true).build()) {
      for (QueryResult result : List.of(provider.query("t"), provider.queryAsync("t").join())) {
        RecordedResponse kept = result.response();
        assertThat(result.kind()).isEqualTo(QueryResult.Kind.FOUND);
        assertThat(kept.httpStatus()).isEqualTo(200);
        assertThat(kept.body()).asString().isEqualTo(RUNNING);
        assertThat(kept.requestId()).isEqualTo("r1");
        assertThat(kept.rateLimitHeaders())
            .isEqualTo(Map.of("X-RateLimit-Remaining", List.of("7"), "Retry-After", List.of("9")));
        assertThat(kept.observedAt()).isNotNull();
      }
    }
  }

  @Test
  void keepsTheResponseOfAFailureWithoutTheKey() {
    String body = "{\"error\":\"" + KEY + " and sk%2d0123456789 are wrong\"}";
    try (Provider provider = responding(response(401, body)).keepResponses(true).build()) {
      QueryResult result = provider.query("t");

      RecordedResponse kept = result.response();
      assertThat(result.kind()).isEqualTo(QueryResult.Kind.FAILED);
      assertThat(kept.httpStatus()).isEqualTo(401);
      assertThat(kept.body()).asString().isEqualTo("{\"error\":\"*** and *** are wrong\"}");
      assertThat(kept.header("x-echo")).isEqualTo("Bearer ***");
    }
  }

  @Test
  void carriesNoResponseIfThereWasNone() {
    Transport silent =
        request -> CompletableFuture.failedFuture(new IOException("nobody is there"));
    try (Provider provider =
        responding(response(200, RUNNING)).transport(silent).keepResponses(true).build()) {
      assertThat(provider.query("t").response()).isNull();
    }
  }

  @Test
  void savesAndReadsBackAnyBody(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("saved.jsonl");
    byte[] odd = {'{', (byte) 0xff, 0, '}'};
    List<RecordedResponse> responses =
        List.of(
            response(200, RUNNING),
            response(500, ""),
            response(200, "\u2028\u202e\u0000\"\\ü😀\r\n"),
            new RecordedResponse(200, Map.of("A", List.of("1", "2"), "B", List.of()), odd));
    Files.writeString(file, "{}"); // of a program that was killed before its line end
    for (RecordedResponse response : responses) {
      QueryResult result = new ToapisDialect().read("toapis", "t", response);
      assertThat(SavedResponseJson.append(file, result)).isFalse();
      assertThat(SavedResponseJson.append(file, result.withResponse(response))).isTrue();
    }

    List<String> lines = Files.readString(file).lines().skip(1).toList();

    assertThat(lines.stream().map(SavedResponseJson::parse))
        .isEqualTo(responses.stream().map(each -> new SavedResponse("toapis", "t", each)).toList());
    assertThat(lines.get(3)).endsWith("\"bodyBase64\":\"e/8AfQ==\"}");
  }

  @Test
  void refusesWhatIsNoBase64() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SavedResponseJson.parse("{\"provider\":\"toapis\",\"bodyBase64\":\"not!\"}"))
        .withMessage("expected Base64 at bodyBase64, found something else");
  }

  @Test
  void readsASavedBodyInOneCall() {
    QueryResult text = new ToapisDialect().read(RUNNING);

    assertThat(text.taskOrThrow().provider()).isEqualTo("toapis");
    assertThat(text.id()).isEqualTo("t");
    assertThat(new ToapisDialect().read(RUNNING.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
  }

  @Test
  void addsATwinUnderAnotherHost() {
    Map<String, String> environment = Map.of("REELAY_TOAPIS_API_KEY", KEY);
    FakeTransport transport = FakeTransport.responding(200, RUNNING);
    Providers discovered = Providers.discover(environment);
    Provider twin =
        discovered.get("toapis").toBuilder()
            .name("toapis-eu")
            .baseUrl(URI.create("https://eu.example"))
            .transport(transport)
            .build();

    try (Providers all = discovered.with(twin).keepingResponses()) {
      QueryResult result = all.get("toapis-eu").query("t");

      assertThat(all.all()).hasSize(discovered.all().size() + 1);
      assertThat(result.provider()).isEqualTo("toapis-eu");
      assertThat(result.response()).isNotNull();
      assertThat(transport.requests.peek().uri()).hasHost("eu.example");
      assertThat(transport.requests.peek().headers()).containsValue("Bearer " + KEY);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> discovered.with(discovered.get("22codex")))
        .withMessage("expected different names, found two providers named '22codex'");
  }
}
