package io.github.reelay.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.CommandRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A task that failed shows the provider's own reason. */
class FailureReasonTest {
  private static String sentence(String provider, String body) {
    CommandRunner.Result result =
        new CommandRunner().stdin(body).run("normalize", "--provider", provider);
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.errLines()).hasSize(1);
    return result.err().strip();
  }

  private static String toapis(String message) {
    return sentence(
        "toapis",
        "{\"id\":\"a\",\"status\":\"failed\",\"error\":{\"code\":\"x1\",\"message\":\""
            + message
            + "\"}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          toapis | {"id":"a","status":"failed","error":{"code":"x1","message":"No GPU"}} | toapis:a: the task failed, generation-failed: 'No GPU' (x1); another query will not help
          toapis | {"id":"a","status":"failed","error":{"code":"x1"}} | toapis:a: the task failed, generation-failed: the provider gives no reason (x1); another query will not help
          toapis | {"id":"a","status":"failed"} | toapis:a: the task failed, generation-failed: the provider gives no reason; another query will not help
          toapis | {"id":"a","status":"completed"} | toapis:a: the task failed, video-missing: the provider shows no usable URL; another query can help
          """)
  void showsMessageAndCode(String provider, String body, String expected) {
    assertThat(sentence(provider, body)).isEqualTo(expected);
  }

  @Test
  void keepsTheAdviceBehindALongReason() {
    assertThat(toapis("很".repeat(5_000)))
        .contains("'" + "很".repeat(200) + "…' (x1)")
        .endsWith("; another query will not help");
  }

  @Test
  void showsNoSignedUrlAndNothingThatSteersATerminal() {
    assertThat(toapis("see https://cdn.example/log?sig=secret \\u001b[31mred\\nand more"))
        .contains("'see https://cdn.example/log?*** ?[31mred?and more' (x1)");
  }
}
