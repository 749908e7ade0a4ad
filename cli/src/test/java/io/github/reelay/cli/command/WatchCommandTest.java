package io.github.reelay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.CommandRunner;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.sandbox.SandboxResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How waits end, without downloads. */
@Timeout(60)
class WatchCommandTest {
  private static final String KEY = "sk-never-to-be-seen-4711";
  private static final Sandbox SANDBOX =
      Sandbox.builder().stepByQueries(1, 1).apiKey("toapis", KEY).start();

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
  void followsATaskToItsEnd(String handle) {
    String[] parts = handle.split(":", 2);

    CommandRunner.Result result = runner.watch(handle);

    assertThat(result.status()).isZero();
    assertThat(result.outLines()).hasSize(1);
    assertThat(result.out())
        .startsWith("{\"provider\":\"" + parts[0] + "\",\"id\":\"" + parts[1] + "\",")
        .contains("\"status\":\"succeeded\"", "\"video\":{\"url\":\"http://127.0.0.1:");
    assertThat(result.errLines().get(0)).isEqualTo(handle + ": queued");
    assertThat(result.errLines().get(1)).startsWith(handle + ": running");
    assertThat(result.errLines().get(2)).isEqualTo(handle + ": succeeded");
    assertThat(result.errLines()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          toapis:fails-1 | toapis:fails-1: the task failed, generation-failed: 'Generation failed: the model gave no output' (generation_failed); another query will not help
          toapis:rejected-1 | toapis:rejected-1: the task failed, content-rejected: 'Generation failed: Content violates the content policy' (generation_failed); another query will not help
          xingchaoyiqing:cancelled-1 | xingchaoyiqing:cancelled-1: the task was cancelled
          """)
  void endsWith1ForATaskThatEndedWithoutAVideo(String handle, String sentence) {
    CommandRunner.Result result = runner.watch(handle);

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.errLines()).endsWith(sentence);
    assertThat(result.outLines()).hasSize(1);
    assertThat(result.out()).contains("\"terminal\":true");
  }

  @Test
  void waitsForAVideoThatAppearsLate() {
    CommandRunner.Result result = runner.watch("toapis:novideo-1");

    assertThat(result.status()).isZero();
    assertThat(result.err()).isEqualTo("toapis:novideo-1: failed\ntoapis:novideo-1: succeeded\n");
    assertThat(result.out()).contains("\"status\":\"succeeded\"");
  }

  @Test
  void queriesAgainAfterBadResponses() {
    CommandRunner.Result result = runner.watch("toapis:broken-1", "toapis:limited-1");

    assertThat(result.status()).isZero();
    assertThat(result.errLines())
        .contains("toapis:broken-1: provider-error", "toapis:limited-1: rate-limited")
        .contains("toapis:broken-1: succeeded", "toapis:limited-1: succeeded");
    assertThat(result.outLines()).hasSize(2);
  }

  @Test
  void endsWith4IfTheProviderKnowsNoSuchTask() {
    CommandRunner.Result result = runner.watch("toapis:missing-1");

    assertThat(result.status()).isEqualTo(4);
    assertThat(SANDBOX.queries("toapis", "missing-1")).isEqualTo(3);
    assertThat(result.err())
        .isEqualTo(
            """
            toapis:missing-1: not-found
            toapis:missing-1: expected a task, found not-found (HTTP 404); another query will not help
            resume with: reelay watch --every 200ms toapis:missing-1
            """);
    assertThat(result.out())
        .startsWith(
            "{\"provider\":\"toapis\",\"id\":\"missing-1\",\"failure\":{\"kind\":\"not-found\",");
  }

  @ParameterizedTest
  @CsvSource({
    "error-401-1, unauthorized, 401",
    "error-402-1, quota-exhausted, 402",
    "error-400-1, invalid-request, 400",
  })
  void endsWith4IfTheProviderRefusesAndSaysHowToGoOn(String id, String kind, int status) {
    CommandRunner.Result result = runner.watch("toapis:" + id);

    assertThat(result.status()).isEqualTo(4);
    assertThat(result.errLines())
        .containsExactly(
            "toapis:" + id + ": " + kind,
            "toapis:%s: expected a task, found %s (HTTP %d); another query will not help"
                .formatted(id, kind, status),
            "resume with: reelay watch --every 200ms toapis:" + id);
    assertThat(result.outLines()).hasSize(1);
  }

  /** The page of a gateway is no verdict of the provider's. */
  @Test
  void endsWith5IfAGatewayForbidsEveryQuery() {
    CommandRunner.Result result = runner.watch("toapis:error-403-1");

    assertThat(result.status()).isEqualTo(5);
    assertThat(SANDBOX.queries("toapis", "error-403-1")).isEqualTo(5);
    assertThat(result.errLines())
        .containsExactly(
            "toapis:error-403-1: forbidden",
            "toapis:error-403-1: expected a task, found forbidden (HTTP 403); another query can"
                + " help",
            "resume with: reelay watch --every 200ms toapis:error-403-1");
  }

  @Test
  void endsWith5IfNoResponseCanBeRead() {
    SANDBOX.enqueue("22codex", "odd-1", SandboxResponse.html(200, "<html>"));

    CommandRunner.Result result = runner.watch("toapis:error-500-1", "22codex:odd-1");

    assertThat(result.status()).isEqualTo(5);
    assertThat(SANDBOX.queries("toapis", "error-500-1")).isEqualTo(5);
    assertThat(result.errLines())
        .contains(
            "toapis:error-500-1: expected a task, found provider-error (HTTP 500); another query"
                + " can help")
        .endsWith("resume with: reelay watch --every 200ms toapis:error-500-1");
    assertThat(result.out()).contains("\"kind\":\"provider-error\"", "\"id\":\"odd-1\"");
  }

  @Test
  void endsWith5IfNoServerResponds() {
    Sandbox gone = Sandbox.start();
    gone.close();

    CommandRunner.Result result = runner.with(gone).run("watch", "--every", "200ms", "toapis:ok-1");

    assertThat(result.status()).isEqualTo(5);
    assertThat(result.errLines())
        .containsExactly(
            "toapis:ok-1: unreachable",
            "toapis:ok-1: expected a task, found unreachable: the host refused the connection;"
                + " check the base URL; another query can help",
            "resume with: reelay watch --every 200ms toapis:ok-1");
  }

  @Test
  void endsWith3WhenTheTimeIsOverAndSaysHowToGoOn() {
    CommandRunner.Result result = runner.watch("--timeout", "30s", "toapis:never-1", "toapis:ok-1");

    assertThat(result.status()).isEqualTo(3);
    assertThat(result.errLines())
        .contains("toapis:never-1: expected an end within 30 s, found it running 99 %")
        .endsWith("resume with: reelay watch --timeout 30s --every 200ms toapis:never-1");
    assertThat(result.outLines()).hasSize(1).allMatch(line -> line.contains("\"id\":\"ok-1\""));
  }

  @Test
  void saysThatNothingWasSeenOfATask() {
    for (int i = 0; i < 20; i++) {
      SANDBOX.enqueue("toapis", "shy-1", SANDBOX.example("toapis", "rate-limited"));
    }

    CommandRunner.Result result = runner.watch("--timeout", "5s", "toapis:shy-1");

    assertThat(result.status()).isEqualTo(3);
    assertThat(result.errLines())
        .contains("toapis:shy-1: expected an end within 5 s, found no response that shows it");
  }

  @Test
  void ofSeveralHandlesTheGravestEndingCounts() {
    CommandRunner.Result result =
        runner.watch(
            "toapis:ok-1", "toapis:fails-1", "toapis:missing-1", "xingchaoyiqing:error-500-1");

    assertThat(result.status()).isEqualTo(4);
    assertThat(result.outLines()).hasSize(4);
  }

  @Test
  void queriesATaskThatIsNamedTwiceOnce() {
    CommandRunner.Result result = runner.watch("toapis:ok-1", "toapis:ok-1");

    assertThat(result.outLines()).hasSize(1);
    assertThat(SANDBOX.queries("toapis", "ok-1")).isEqualTo(3);
  }

  @Test
  void printsEachChangeOnRequest() {
    CommandRunner.Result result = runner.watch("--json", "toapis:ok-1", "toapis:missing-1");

    assertThat(result.status()).isEqualTo(4);
    assertThat(result.outLines()).hasSize(4);
    assertThat(result.outLines().stream().filter(line -> line.contains("\"id\":\"ok-1\"")))
        .satisfiesExactly(
            line -> assertThat(line).contains("\"status\":\"queued\""),
            line -> assertThat(line).contains("\"status\":\"running\"", "\"progressPercent\":50"),
            line -> assertThat(line).contains("\"status\":\"succeeded\"", "\"video\""));
    assertThat(result.outLines())
        .anyMatch(
            line -> line.contains("\"id\":\"missing-1\",\"failure\":{\"kind\":\"not-found\""));
  }

  @Test
  void queriesAsOftenAsConfigured() {
    runner.run("watch", "--every", "4s", "--timeout", "13s", "toapis:never-1");

    assertThat(SANDBOX.queries("toapis", "never-1")).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ok-1", "fails-1", "missing-1", "error-401-1", "echo-1"})
  void neverPrintsTheKey(String id) {
    SandboxResponse echo =
        SandboxResponse.json(401, "{\"error\":{\"message\":\"no " + KEY + "\"}}");
    SANDBOX.enqueue("toapis", "echo-1", echo);

    CommandRunner.Result result = runner.watch("toapis:" + id);

    assertThat(SANDBOX.queries("toapis", id)).isPositive();
    assertThat(result.out() + result.err()).isNotEmpty().doesNotContain(KEY);
  }
}
