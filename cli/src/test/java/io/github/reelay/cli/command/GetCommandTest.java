package io.github.reelay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.CommandRunner;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.sandbox.SandboxResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GetCommandTest {
  private static final String KEY = "sk-never-to-be-seen-4711";
  private static final Sandbox SANDBOX =
      Sandbox.builder()
          .stepByQueries(0, 0)
          .apiKey("toapis", KEY)
          .apiKey("xingchaoyiqing", KEY)
          .apiKey("22codex", KEY)
          .start();

  private final CommandRunner runner = new CommandRunner().with(SANDBOX);

  @BeforeEach
  void forgetTasks() {
    SANDBOX.reset();
  }

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  @ParameterizedTest
  @MethodSource("io.github.reelay.cli.ProviderNames#handles")
  void printsASucceededTaskOnOneLineAndNothingElse(String handle) {
    String[] parts = handle.split(":", 2);

    CommandRunner.Result result = runner.run("get", handle);

    assertThat(result.status()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.outLines()).hasSize(1);
    assertThat(result.out())
        .startsWith("{\"provider\":\"" + parts[0] + "\",\"id\":\"" + parts[1] + "\",")
        .contains("\"status\":\"succeeded\"", "\"video\":{\"url\":\"http://127.0.0.1:")
        .endsWith("}\n");
  }

  @Test
  void queriesOnce() {
    runner.run("get", "toapis:limited-1");

    assertThat(SANDBOX.queries("toapis", "limited-1")).isOne();
  }

  @Test
  void printsOverSeveralLinesOnRequest() {
    CommandRunner.Result result = runner.run("get", "--pretty", "toapis:ok-1");

    assertThat(result.status()).isZero();
    assertThat(result.out()).startsWith("{\n  \"provider\" : \"toapis\",\n  \"id\" : \"ok-1\",\n");
  }

  @ParameterizedTest
  @CsvSource({
    "example-queued-1, queued",
    "example-running-1, running",
  })
  void callsATaskThatGoesOnDone(String id, String status) {
    CommandRunner.Result result = runner.run("get", "toapis:" + id);

    assertThat(result.status()).isZero();
    assertThat(result.out()).contains("\"status\":\"" + status + "\"");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void callsATaskWhoseStatusSaysNothingDone() {
    respond(SandboxResponse.json(200, "{\"id\":\"odd-1\",\"status\":\"daydreaming\"}"), "odd-1");

    CommandRunner.Result result = runner.run("get", "toapis:odd-1");

    assertThat(result.status()).isZero();
    assertThat(result.out()).contains("\"status\":\"unknown\",\"providerStatus\":\"daydreaming\"");
    assertThat(result.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          toapis:fails-1 | toapis:fails-1: the task failed, generation-failed: 'Generation failed: the model gave no output' (generation_failed); another query will not help
          toapis:rejected-1 | toapis:rejected-1: the task failed, content-rejected: 'Generation failed: Content violates the content policy' (generation_failed); another query will not help
          toapis:novideo-1 | toapis:novideo-1: the task failed, video-missing: the provider shows no usable URL; another query can help
          xingchaoyiqing:cancelled-1 | xingchaoyiqing:cancelled-1: the task was cancelled
          """)
  void endsWith1ForATaskThatEndedWithoutAVideo(String handle, String sentence) {
    CommandRunner.Result result = runner.run("get", handle);

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).isEqualTo(sentence + "\n");
    assertThat(result.outLines()).hasSize(1);
    assertThat(result.out()).contains("\"terminal\":true");
  }

  @Test
  void endsWith1ForATaskThatHasExpired() {
    respond(SandboxResponse.json(200, "{\"id\":\"old-1\",\"status\":\"expired\"}"), "old-1");

    CommandRunner.Result result = runner.run("get", "toapis:old-1");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).isEqualTo("toapis:old-1: the task has expired\n");
  }

  @ParameterizedTest
  @CsvSource({
    "error-400-1, invalid-request, 400, will not help",
    "error-401-1, unauthorized, 401, will not help",
    "error-402-1, quota-exhausted, 402, will not help",
    "error-403-1, forbidden, 403, can help",
    "missing-1, not-found, 404, will not help",
    "error-422-1, content-rejected, 422, will not help",
    "limited-1, rate-limited, 429, can help after 1 s",
  })
  void endsWith4IfTheProviderRefuses(String id, String kind, int httpStatus, String advice) {
    CommandRunner.Result result = runner.run("get", "toapis:" + id);

    assertThat(result.status()).isEqualTo(4);
    assertThat(result.err())
        .isEqualTo(
            "toapis:%s: expected a task, found %s (HTTP %d); another query %s\n"
                .formatted(id, kind, httpStatus, advice));
    assertThat(result.out())
        .startsWith(
            "{\"provider\":\"toapis\",\"id\":\"%s\",\"failure\":{\"kind\":\"%s\","
                .formatted(id, kind))
        .endsWith(",\"findings\":[]}\n");
  }

  static Stream<SandboxResponse> unreadable() {
    return Stream.of(
        SandboxResponse.json(200, "[]"),
        SandboxResponse.json(200, ""),
        SandboxResponse.html(200, "<html>sorry</html>"));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void endsWith5IfTheResponseIsNoTask(SandboxResponse unreadable) {
    respond(unreadable, "odd-1");

    CommandRunner.Result result = runner.run("get", "toapis:odd-1");

    assertThat(result.status()).isEqualTo(5);
    assertThat(result.err())
        .startsWith("toapis:odd-1: expected a task, found unreadable-response (HTTP 200): ")
        .endsWith("; another query can help\n");
    assertThat(result.errLines()).hasSize(1);
    assertThat(result.out()).contains("\"failure\":{\"kind\":\"unreadable-response\"");
  }

  @ParameterizedTest
  @CsvSource({
    "broken-1, provider-error (HTTP 502); another query can help",
    "error-500-1, provider-error (HTTP 500); another query can help",
  })
  void endsWith5IfTheProviderFails(String id, String found) {
    CommandRunner.Result result = runner.run("get", "toapis:" + id);

    assertThat(result.status()).isEqualTo(5);
    assertThat(result.err()).isEqualTo("toapis:" + id + ": expected a task, found " + found + "\n");
  }

  @Test
  void endsWith5ForAResponseThatFitsNothing() {
    respond(SandboxResponse.json(302, "").with("Location", "http://127.0.0.1:9/"), "odd-1");

    CommandRunner.Result result = runner.run("get", "toapis:odd-1");

    assertThat(result.status()).isEqualTo(5);
    assertThat(result.err())
        .isEqualTo(
            "toapis:odd-1: expected a task, found unknown (HTTP 302): the provider responds"
                + " with a redirect to host 127.0.0.1; check the base URL;"
                + " whether another query helps is not known\n");
  }

  @Test
  void endsWith5IfNoServerResponds() {
    Sandbox gone = Sandbox.start();
    gone.close();

    CommandRunner.Result result = new CommandRunner().with(gone).run("get", "toapis:ok-1");

    assertThat(result.status()).isEqualTo(5);
    assertThat(result.err())
        .isEqualTo(
            "toapis:ok-1: expected a task, found unreachable: the host refused the connection;"
                + " check the base URL; another query can help\n");
    assertThat(result.out())
        .isEqualTo(
            "{\"provider\":\"toapis\",\"id\":\"ok-1\",\"failure\":{\"kind\":\"unreachable\","
                + "\"origin\":\"transport\",\"retry\":\"yes\"},\"findings\":[]}\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ok-1", "fails-1", "missing-1", "limited-1", "broken-1", "novideo-1", "echo-1"})
  void neverPrintsTheKey(String id) {
    respond(SandboxResponse.json(401, "{\"error\":{\"message\":\"no " + KEY + "\"}}"), "echo-1");

    CommandRunner.Result result = runner.run("get", "toapis:" + id);

    assertThat(SANDBOX.queries("toapis", id)).isOne();
    assertThat(result.out() + result.err()).isNotEmpty().doesNotContain(KEY);
  }

  private static void respond(SandboxResponse response, String id) {
    SANDBOX.enqueue("toapis", id, response);
  }
}
