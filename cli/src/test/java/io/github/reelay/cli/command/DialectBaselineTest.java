package io.github.reelay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.CommandRunner;
import io.github.reelay.sandbox.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code reelay dialect check --baseline}: what a document changes, and whether it says so. */
class DialectBaselineTest {
  private static final String SHORT =
      """
      name: my
      version: 0.1.0
      baseUrl: https://relay.example
      path: /v1/videos/{id}
      words: {queued: [waiting], running: [busy], succeeded: [there], failed: [broken]}
      read: {id: /id, status: /status, video.url: /url}
      """;

  private final CommandRunner runner = new CommandRunner();

  @TempDir private Path folder;

  private CommandRunner.Result check(String before, String now) throws IOException {
    String baseline = Files.writeString(folder.resolve("before.yaml"), before).toString();
    String document = Files.writeString(folder.resolve("my.yaml"), now).toString();
    return runner.run("dialect", "check", "--baseline", baseline, document);
  }

  @Test
  void listsTheChangesAndDemandsTheVersion() throws IOException {
    CommandRunner.Result result =
        check(
            SHORT,
            SHORT.replace("queued: [waiting]", "queued: [waiting, new]").replace("/url", "/file"));

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.errLines())
        .contains(
            folder.resolve("my.yaml")
                + ": breaking: `read.video.url` was /url and is /file, at /read",
            folder.resolve("my.yaml") + ": minor: `words.new` is new: queued, at /words",
            folder.resolve("my.yaml")
                + ": expected version 0.2.0 or higher after a breaking change since 0.1.0, found"
                + " 0.1.0; write 'version: 0.2.0'.");
  }

  @Test
  void isContentWithAVersionThatSaysEnough() throws IOException {
    CommandRunner.Result result =
        check(SHORT, SHORT.replace("/url", "/file").replace("0.1.0", "0.2.0"));

    assertThat(result.status()).isZero();
    assertThat(result.err()).contains("breaking: `read.video.url`").doesNotContain("expected");
  }

  @Test
  void saysNothingWhereNothingChanged() throws IOException {
    CommandRunner.Result result = check(SHORT, SHORT);

    assertThat(result.status()).isZero();
    assertThat(result.err()).doesNotContain("breaking", "minor", "patch", "expected");
  }

  @Test
  void refusesAVersionThatIsNone() throws IOException {
    CommandRunner.Result result = check(SHORT, SHORT.replace("0.1.0", "next"));

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .contains("expected three numbers such as 0.1.0 at /version, found 'next'; write it so.");
  }

  @Test
  void namesABaselineThatCannotBeRead() throws IOException {
    String document = Files.writeString(folder.resolve("my.yaml"), SHORT).toString();

    CommandRunner.Result result =
        runner.run("dialect", "check", "--baseline", folder + "/none.yaml", document);

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("none.yaml");
  }

  @Test
  void lintsAnOpenApiDocument() throws IOException {
    try (InputStream in =
        Sandbox.class.getResourceAsStream("/io/github/reelay/specs/toapis.yaml")) {
      String text =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .replace("x-provider: toapis", "x-provider: my");

      CommandRunner.Result result =
          check(
              text,
              text.replace(
                  "          required: true\n",
                  "          required: true\n          style: matrix\n"));

      assertThat(result.status()).isEqualTo(2);
      assertThat(result.err())
          .contains(
              "/get/parameters/0/style: expected one of description, example, in, name, required,"
                  + " schema, x-facts, x-inferred in a parameter, found 'style'; leave it out")
          .contains("breaking: `getVideoTask task_id` changed style from none to matrix");
    }
  }
}
