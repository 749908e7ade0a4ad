package io.github.reelay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.CommandRunner;
import io.github.reelay.cli.terminal.ScreenSize;
import io.github.reelay.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --verbose} shows queries and responses, and no secret. */
@Timeout(60)
class VerboseTest {
  private final CommandRunner runner = new CommandRunner();

  @TempDir private Path folder;

  private static Sandbox sandbox() {
    return Sandbox.builder().stepByQueries(0, 0).start();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--verbose", "-v"})
  void showsTheRequestLineAndTheMaskedResponse(String option) {
    try (Sandbox sandbox = sandbox()) {
      runner.with(sandbox);

      CommandRunner.Result result = runner.run("get", option, "toapis:ok-1");

      String url = sandbox.baseUrl("toapis") + "/v1/videos/generations/ok-1";
      assertThat(result.status()).isZero();
      assertThat(result.outLines()).hasSize(1);
      assertThat(result.errLines())
          .startsWith("> GET " + url, "> Authorization: Bearer ***", "< HTTP 200 from " + url)
          .anyMatch(line -> line.matches("(?i)< content-type: application/json.*"))
          .last()
          .asString()
          .startsWith("< {")
          .contains("\"completed\"", ".mp4?***\"");
      assertThat(result.out()).contains(".mp4?"); // which is what the query is for
      assertThat(result.err()).doesNotContain(sandbox.apiKey("toapis"), "sig=");
    }
  }

  @Test
  void showsWhatARefusalSays() {
    try (Sandbox sandbox = sandbox()) {
      runner.with(sandbox);

      CommandRunner.Result result = runner.run("get", "-v", "xingchaoyiqing:error-401-1");

      assertThat(result.status()).isEqualTo(4);
      assertThat(result.errLines())
          .anyMatch(line -> line.startsWith("< HTTP 401 from http://127.0.0.1:"))
          .last()
          .asString()
          .startsWith("xingchaoyiqing:error-401-1: expected a task, found unauthorized (HTTP 401)");
    }
  }

  @Test
  void showsThatThereIsNoResponse() {
    runner.env.put("REELAY_TOAPIS_BASE_URL", "http://127.0.0.1:1");
    runner.env.put("REELAY_TOAPIS_API_KEY", "sk-secret-key");

    assertThat(runner.run("get", "--verbose", "toapis:a").errLines())
        .contains(
            "< no response from http://127.0.0.1:1/v1/videos/generations/a: the host refused the"
                + " connection; check the base URL");
  }

  @Test
  void showsEveryQueryOfAWaitBetweenLinesThatStay() {
    try (Sandbox sandbox = Sandbox.builder().stepByQueries(1, 1).start()) {
      runner.with(sandbox);
      runner.env.put("TERM", "xterm");
      runner.screen = () -> new ScreenSize(80, 24); // which the live lines are not drawn on

      CommandRunner.Result result = runner.run("watch", "-v", "22codex:sora-2:ok-1");

      assertThat(result.status()).isZero();
      assertThat(result.errLines().stream().filter(line -> line.startsWith("> GET "))).hasSize(3);
      assertThat(result.errLines())
          .contains("22codex:sora-2:ok-1: queued", "22codex:sora-2:ok-1: succeeded");
      assertThat(result.err()).doesNotContain("\u001b", sandbox.apiKey("22codex"), "sig=");
    }
  }

  @Test
  void staysInTheCommandThatGoesOn() {
    try (Sandbox sandbox = Sandbox.builder().stepByQueries(9, 9).start()) {
      runner.with(sandbox);
      String videos = folder.toString();

      List<String> lines =
          runner.run("download", "-v", "--download", videos, "toapis:ok-1").errLines();

      assertThat(lines)
          .last()
          .isEqualTo("resume with: reelay watch --download " + videos + " --verbose toapis:ok-1");
    }
  }
}
