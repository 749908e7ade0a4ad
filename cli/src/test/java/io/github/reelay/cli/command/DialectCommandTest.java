package io.github.reelay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.CommandRunner;
import io.github.reelay.cli.ProviderServer;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.sandbox.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectCommandTest {
  private static final String[] SAVED = {
    "HTTP/1.1 200 Connection established\r\n\r\n"
        + "HTTP/2 200 \r\n"
        + "content-type: application/json\r\n"
        + "\r\n"
        + "{\"code\":0,\"data\":{\"task_id\":\"vt_3f9a\",\"status\":\"NOT_START\",\"progress\":\"0%\","
        + "\"submit_time\":1764140400,\"finish_time\":0,\"fail_reason\":\"\"}}",
    "{\"code\":0,\"data\":{\"task_id\":\"vt_3f9a\",\"status\":\"FROZEN\",\"progress\":\"30%\","
        + "\"submit_time\":1764140400,\"finish_time\":0,\"fail_reason\":\"\"}}",
    "{\"code\":0,\"data\":{\"task_id\":\"vt_3f9a\",\"status\":\"SUCCESS\",\"progress\":\"100%\","
        + "\"submit_time\":1764140400,\"finish_time\":1764140581,\"fail_reason\":\"\","
        + "\"output\":{\"video_url\":\"https://files.example/v.mp4?sig=secret\","
        + "\"cover\":\"https://files.example/v.jpg\",\"callback_url\":\"https://me.example/\"}}}"
  };

  private final CommandRunner runner = new CommandRunner();

  @TempDir private Path folder;

  private String[] files() throws IOException {
    String[] files = new String[SAVED.length];
    for (int i = 0; i < SAVED.length; i++) {
      files[i] = Files.writeString(folder.resolve("saved-" + i), SAVED[i]).toString();
    }
    return files;
  }

  @Test
  void proposesADocumentForAPersonToCorrect() throws IOException {
    String[] saved = files();

    CommandRunner.Result result =
        runner.run(
            "dialect",
            "new",
            "--name",
            "their-provider",
            "--url",
            "https://api.provider.example/v1/tasks/vt_3f9a?full=1",
            saved[0],
            saved[1],
            saved[2]);

    assertThat(result)
        .isEqualTo(
            new CommandRunner.Result(
                0,
                """
                # Proposed from 3 saved responses. '# ?' marks a guess.
                name: their-provider # handles are their-provider:ID, the key is in REELAY_THEIR_PROVIDER_API_KEY
                baseUrl: https://api.provider.example
                path: /v1/tasks/{id}?full=1
                polling: {firstQuery: 0, interval: 15, givesUpAfter: 1800} # ? seconds; the responses do not say it
                task: /data # ? what holds the task
                words: # ? only those that were seen; add the others of the documentation
                  queued: [NOT_START]
                  succeeded: [SUCCESS]
                  # ? no common words, say what they mean: [FROZEN]
                read:
                  id: /task_id # ? in 3 of 3
                  status: /status # ? in 3 of 3
                  progress.percent: /progress # ? in 3 of 3
                  createdAt: /submit_time # ? in 3 of 3
                  completedAt: /finish_time # ? in 3 of 3
                  video.url: /output/video_url # ? in 1 of 3
                  video.thumbnailUrl: /output/cover # ? in 1 of 3
                  failure.message: /fail_reason # ? in 3 of 3
                examples: # relative to this document
                """
                    + "  - %s\n  - %s\n  - %s\n".formatted((Object[]) saved),
                ""));
  }

  @Test
  void whatIsProposedCanBeReadAndReadsTheResponses() throws IOException {
    String[] saved = files();
    String proposal = runner.run("dialect", "new", saved[0], saved[2]).out();
    String document = Files.writeString(folder.resolve("my.yaml"), proposal).toString();

    CommandRunner.Result result = runner.run("dialect", "check", document);

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.outLines())
        .containsExactly(
            "{\"provider\":\"my\",\"id\":\"vt_3f9a\",\"status\":\"queued\",\"providerStatus\":"
                + "\"NOT_START\",\"terminal\":false,\"progressPercent\":0,\"createdAt\":"
                + "\"2025-11-26T07:00:00Z\",\"findings\":[]}",
            "{\"provider\":\"my\",\"id\":\"vt_3f9a\",\"status\":\"succeeded\",\"providerStatus\":"
                + "\"SUCCESS\",\"terminal\":true,\"progressPercent\":100,\"createdAt\":"
                + "\"2025-11-26T07:00:00Z\",\"completedAt\":\"2025-11-26T07:03:01Z\",\"video\":{"
                + "\"url\":\"https://files.example/v.mp4?sig=secret\",\"thumbnailUrl\":"
                + "\"https://files.example/v.jpg\"},\"findings\":[]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'id':'v1','status':'completed','url':'https://v.example/1'}                | /url",
        "{'id':'v1','state':'done','result':{'videos':[{'url':'https://v.example/1'}]}}"
            + " | '/result/videos/*/url'",
        "{'data':[{'id':'v1','status':'ok','output':['https://v.example/1.mp4']}]}   |"
            + " '/output/*'",
        "{'request_id':'r','status':'COMPLETED','video':{'url':'https://v.example/1'},"
            + "'image':{'url':'https://v.example/2'}} | /video/url"
      })
  void aUrlIsRecognisedByItsNameAndForm(String body, String place) throws IOException {
    String file = Files.writeString(folder.resolve("a"), body.replace('\'', '"')).toString();

    String proposal = runner.run("dialect", "new", file).out();

    assertThat(proposal).contains("  video.url: " + place + " # ? in 1 of 1\n");
    Dialect dialect = Dialect.parse("my.yaml", proposal);
    assertThat(dialect.read(body.replace('\'', '"')).taskOrThrow().video()).isNotNull();
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    String file = Files.writeString(folder.resolve("a"), "{\"a\":1}").toString();

    assertThat(runner.run("dialect", "new", file).out())
        .contains(
            "baseUrl: https://provider.example # ? give --url\n",
            "  # ? id: was not recognised in any response\n",
            "  # ? status: was not recognised in any response\n",
            "  # ? video.url: was not recognised in any response\n",
            "# ? content: /v1/videos/{id}/content # if the video is at a path of its own\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "<html></html>", ""})
  void refusesWhatIsNoJsonObject(String body) throws IOException {
    String file = Files.writeString(folder.resolve("a"), body).toString();

    assertThat(runner.run("dialect", "new", file))
        .isEqualTo(
            new CommandRunner.Result(
                2,
                "",
                file
                    + ": expected a JSON object, found something else; it is left out\n"
                    + "expected at least one response with a JSON object, found none\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://provider.example/v1/other",
        "ftp://provider.example/{id}",
        "provider.example/{id}",
        "https://me:pass@provider.example/{id}"
      })
  void refusesAnotherUrlWithoutRepeatingIt(String url) throws IOException {
    String file = Files.writeString(folder.resolve("a"), SAVED[1]).toString();

    CommandRunner.Result result = runner.run("dialect", "new", "--url", url, file);

    assertThat(result)
        .isEqualTo(
            new CommandRunner.Result(
                2,
                "",
                "expected the URL of a query at --url, such as"
                    + " https://provider.example/v1/videos/{id}, with {id} or the id of a saved"
                    + " task, found another\n"));
  }

  @Test
  void checkSaysWhatADocumentLeavesOut() throws IOException {
    String document = ProviderServer.document(folder);

    CommandRunner.Result result = runner.run("dialect", "check", document);

    assertThat(result)
        .isEqualTo(
            new CommandRunner.Result(
                0,
                "",
                """
                %1$s: my is queried at https://provider.example/v1/video/generations/{id} every 15 s, with the key in REELAY_MY_API_KEY
                %1$s: no place is named for createdAt, completedAt
                %1$s: it is no contract: a response shows no drift
                %1$s: it does not say when it was last compared with the documentation
                """
                    .formatted(document)));
  }

  @Test
  void checkNamesTheResponsesThatAreNotRead() throws IOException {
    String document = ProviderServer.document(folder);
    String[] saved = files();
    String odd = Files.writeString(folder.resolve("odd"), "{\"data\":{}}").toString();

    CommandRunner.Result result = runner.run("dialect", "check", document, saved[0], saved[1], odd);

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.outLines()).hasSize(3);
    assertThat(result.errLines())
        .endsWith(
            saved[1] + ": expected a status text that is in words, found 'FROZEN'",
            odd
                + ": expected a task, found an object without status, id or error; does"
                + " the base URL lead to the provider's API?");
  }

  @Test
  void checkReadsTheExamplesOfAnOpenApiDocument() throws IOException {
    try (InputStream in =
        Sandbox.class.getResourceAsStream("/io/github/reelay/specs/toapis.yaml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Path document = folder.resolve("my.yaml");
      Files.writeString(document, text.replace("x-provider: toapis", "x-provider: my"));

      CommandRunner.Result result = runner.run("dialect", "check", document.toString());

      assertThat(result.status()).as(result.err()).isZero();
      assertThat(result.errLines())
          .containsExactly(
              document
                  + ": my is queried at https://toapis.com/v1/videos/generations/{id} every 10 s,"
                  + " with the key in REELAY_MY_API_KEY");
      assertThat(result.outLines())
          .hasSizeGreaterThan(8)
          .allMatch(line -> line.startsWith("{\"provider\":\"my\","))
          .anyMatch(line -> line.contains("\"kind\":\"rate-limited\""));
    }
  }

  @Test
  void namesItsCommands() {
    assertThat(runner.run("dialect").err())
        .isEqualTo(
            "expected one of the commands new, check, found none; see 'reelay dialect --help'\n");
    assertThat(runner.run("dialect", "chek").err())
        .isEqualTo(
            "expected one of the commands new, check, found 'chek'; see 'reelay dialect --help'\n");
  }
}
