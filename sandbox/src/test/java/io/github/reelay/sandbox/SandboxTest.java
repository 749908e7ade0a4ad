package io.github.reelay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private final Sandbox sandbox = Sandbox.builder().clock(SettableClock.at(NOW)).start();
  private final SandboxClient client = new SandboxClient(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void eachProviderHasAnAddressAndAKeyOfItsOwn() {
    assertThat(sandbox.providers()).containsExactlyElementsOf(SandboxClient.providers());
    assertThat(sandbox.baseUrl("22codex").toString())
        .matches("http://127\\.0\\.0\\.1:\\d+/22codex");
    assertThat(sandbox.providers().stream().map(sandbox::apiKey).distinct())
        .hasSameSizeAs(sandbox.providers());
    assertThat(sandbox.apiKey("toapis")).matches("sk-sandbox-[0-9a-f]{32}");
  }

  @ParameterizedTest
  @CsvSource({
    "toapis, authentication_error",
    "xingchaoyiqing, authentication_error",
    "22codex, invalid_api_key",
  })
  void aWrongKeyIsRefusedWithTheDocumentedExample(String provider, String word) {
    String address = client.address(provider, "ok-1");
    String key = sandbox.apiKey(provider);

    for (String wrong : List.of("Bearer no", "Bearer " + key + "x", "Basic " + key, key, "")) {
      HttpResponse<String> response = SandboxClient.get(address, "Authorization", wrong);
      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(response.body()).contains(word).doesNotContain(key);
    }
    assertThat(SandboxClient.get(address).statusCode()).isEqualTo(401);
    assertThat(sandbox.queries(provider, "ok-1")).isZero();
  }

  @Test
  void theSchemeIgnoresCase() {
    String address = client.address("toapis", "ok-1");

    assertThat(
            SandboxClient.get(address, "authorization", "bearer " + sandbox.apiKey("toapis"))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void keysAreGivenOrComeFromTheSource() {
    try (Sandbox one = Sandbox.builder().random(new Random(7)).apiKey("toapis", "mine").start();
        Sandbox other = Sandbox.builder().random(new Random(7)).start()) {
      assertThat(one.apiKey("toapis")).isEqualTo("mine");
      assertThat(new SandboxClient(one).query("toapis", "ok-1").statusCode()).isEqualTo(200);
      assertThat(other.apiKey(other.providers().get(0))).isEqualTo("sk-sandbox-" + expectedKey());
    }
  }

  @Test
  void anotherPathIsExplained() {
    HttpResponse<String> below = SandboxClient.get(sandbox.baseUrl("toapis") + "/v1/video/ok-1");
    HttpResponse<String> sibling = SandboxClient.get(sandbox.baseUrl("toapis") + "x/v1");

    assertThat(below.statusCode()).isEqualTo(404);
    assertThat(below.body())
        .isEqualTo(
            "reelay sandbox: expected the path /toapis/v1/videos/generations/{task_id}, found the"
                + " path /toapis/v1/video/ok-1\n");
    assertThat(sibling.statusCode()).isEqualTo(404);
    assertThat(sibling.body())
        .isEqualTo(
            "reelay sandbox: expected a path that begins with one of %s, found the path"
                + " /toapisx/v1\n",
            sandbox.providers().stream().map(provider -> "/" + provider).toList());
  }

  @Test
  void anotherMethodIsExplained() {
    HttpResponse<String> response = SandboxClient.send("POST", client.address("toapis", "ok-1"));

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).hasValue("GET");
    assertThat(response.body()).isEqualTo("reelay sandbox: expected the method GET, found POST\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?other=1", "?id=", "?xid=ok-1"})
  void aQueryWithoutAnIdIsABadRequest(String query) {
    HttpResponse<String> response =
        SandboxClient.get(
            sandbox.baseUrl("22codex") + "/v1/videos/video_id" + query,
            "Authorization",
            "Bearer " + sandbox.apiKey("22codex"));

    assertThat(response.statusCode()).isEqualTo(400);
  }

  @Test
  void scriptedResponsesComeBeforeTheScenarioGoesOn() {
    sandbox.enqueue(
        "toapis",
        "ok-1",
        SandboxResponse.json(503, "{").with("Retry-After", "4").with("retry-after", "5"),
        new SandboxResponse(200, Map.of(), new byte[0]));
    sandbox.enqueue("toapis", "ok-1", sandbox.example("toapis", "not-found"));

    HttpResponse<String> first = client.query("toapis", "ok-1");

    assertThat(first.statusCode()).isEqualTo(503);
    assertThat(first.body()).isEqualTo("{");
    assertThat(first.headers().allValues("Retry-After")).containsExactly("5");
    assertThat(client.query("toapis", "ok-1").body()).isEmpty();
    assertThat(client.query("toapis", "ok-1").statusCode()).isEqualTo(404);
    assertThat(Json.at(client.query("toapis", "ok-1").body(), "status")).isEqualTo("queued");
    assertThat(sandbox.queries("toapis", "ok-1")).isEqualTo(4);
  }

  @Test
  void scriptedResponsesDoNotShiftTheFaultsOfAScenario() {
    sandbox.enqueue("toapis", "broken-1", SandboxResponse.html(500, "<p>"));

    assertThat(client.query("toapis", "broken-1").statusCode()).isEqualTo(500);
    assertThat(client.query("toapis", "broken-1").statusCode()).isEqualTo(502);
    assertThat(client.query("toapis", "broken-1").statusCode()).isEqualTo(200);
  }

  @Test
  void unfitResponsesAreRefused() {
    assertThatThrownBy(() -> SandboxResponse.json(99, "{}"))
        .hasMessage("expected a status from 200 to 599, found 99");
    assertThatThrownBy(() -> SandboxResponse.json(200, "{}").with("X-A", "1\r\nX-B: 2"))
        .hasMessage(
            "expected a header name of letters, digits and dashes and a value of one line, found"
                + " the header 'X-A'");
    assertThat(SandboxResponse.html(502, "<p>secret"))
        .hasToString("SandboxResponse[status=502, bytes=9]");
  }

  @Test
  void requestsAreRecordedWithoutKeysAndSignatures() {
    SandboxClient.get(
        client.address("22codex", "sora-2:example-completed"),
        "Authorization",
        "Bearer " + sandbox.apiKey("22codex"),
        "Cookie",
        "a=b",
        "X-Trace",
        "t1");
    Object video = Json.at(client.query("22codex", "sora-2:example-completed").body(), "video_url");
    SandboxClient.get(String.valueOf(video));

    RecordedRequest query = sandbox.requests().get(0);
    RecordedRequest download = sandbox.requests().get(2);

    assertThat(query.at()).isEqualTo(NOW);
    assertThat(query.provider()).isEqualTo("22codex");
    assertThat(query.method()).isEqualTo("GET");
    assertThat(query.target())
        .isEqualTo("/22codex/v1/videos/video_id?id=sora-2%3Aexample-completed");
    assertThat(query.headers()).containsEntry("X-trace", List.of("t1"));
    assertThat(query.status()).isEqualTo(200);
    assertThat(download.provider()).isEqualTo("22codex");
    assertThat(download.target()).isEqualTo("/files/22codex/sora-2%3Aexample-completed/1.mp4");
    assertThat(sandbox.requests().toString())
        .doesNotContain(sandbox.apiKey("22codex"), "sig=", "Cookie", "Authorization");
  }

  @Test
  void resetForgetsTasksAndRequestsAndKeepsKeys() {
    String key = sandbox.apiKey("toapis");
    client.query("toapis", "ok-1");
    sandbox.enqueue("toapis", "ok-1", SandboxResponse.html(500, ""));

    sandbox.reset();

    assertThat(sandbox.requests()).isEmpty();
    assertThat(sandbox.queries("toapis", "ok-1")).isZero();
    assertThat(sandbox.apiKey("toapis")).isEqualTo(key);
    assertThat(client.query("toapis", "ok-1").statusCode()).isEqualTo(200);
  }

  @Test
  void anUnknownProviderIsRefused() {
    assertThatThrownBy(() -> sandbox.baseUrl("sora"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected one of the providers %s, found sora", sandbox.providers());
  }

  @Test
  void itsTextShowsNoKey() {
    assertThat(sandbox.toString())
        .isEqualTo("Sandbox[http://127.0.0.1:%d, %s]", port(sandbox), sandbox.providers());
  }

  @Test
  void allItsThreadsAreDaemons() {
    client.query("toapis", "ok-1");

    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(
            thread ->
                thread.getName().startsWith("reelay-sandbox-")
                    || thread.getName().equals("HTTP-Dispatcher"))
        .hasSizeGreaterThanOrEqualTo(2)
        .allMatch(Thread::isDaemon);
  }

  @Test
  void aTakenPortIsExplained() {
    int port = port(sandbox);
    SandboxBuilder builder = Sandbox.builder().port(port);

    assertThatThrownBy(builder::start)
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(BindException.class)
        .hasMessage("expected port %d of 127.0.0.1 to be free; choose another, or 0 for any", port);
  }

  @Test
  void closingFreesThePort() {
    int port = port(sandbox);

    sandbox.close();

    try (Sandbox next = Sandbox.builder().port(port).start()) {
      assertThat(port(next)).isEqualTo(port);
    }
  }

  @Test
  void unfitSettingsAreRefused() {
    SandboxBuilder builder = Sandbox.builder();

    assertThatThrownBy(() -> builder.port(65_536))
        .hasMessage("expected a port from 0 to 65535, found 65536");
    assertThatThrownBy(() -> builder.apiKey("toapis", " "))
        .hasMessage("expected a key for toapis, found a blank one");
  }

  private static int port(Sandbox sandbox) {
    return sandbox.baseUrl("toapis").getPort();
  }

  /** The signatures' 32 bytes are drawn first, then 16 for the key of the first provider. */
  private static String expectedKey() {
    Random random = new Random(7);
    random.nextBytes(new byte[32]);
    byte[] key = new byte[16];
    random.nextBytes(key);
    return HexFormat.of().formatHex(key);
  }
}
