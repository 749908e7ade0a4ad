package io.github.reelay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.CommandRunner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Saved responses and documents that nobody would have saved on purpose. */
class StrangeFilesTest {
  private static final String DOCUMENT =
      """
      name: my
      path: /v1/{id}
      words: {queued: [w], succeeded: [s]}
      read: {id: /id, status: /status, video.url: /url}
      """;

  private final CommandRunner runner = new CommandRunner();

  @TempDir private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private CommandRunner.Result propose(String answer) throws IOException {
    return runner.run("dialect", "new", file("saved", answer));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                  | something else",
        "` `                 | something else",
        "null                | something else",
        "42                  | something else",
        "[{`id`:1}]          | something else",
        "<html></html>       | something else",
        "{'id':1             | something else",
        "{\"a\":1}%n{\"a\":2}%n | one object in each line, which need a file each",
        "HTTP/1.1 502 Bad Gateway%n%n<html></html> | something else"
      })
  void leavesOutWhatIsNoObject(String answer, String found) throws IOException {
    CommandRunner.Result result = propose(answer == null ? "" : answer.replace("%n", "\n"));

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err().lines())
        .containsExactly(
            folder.resolve("saved")
                + ": expected a JSON object, found "
                + found
                + "; it is left out",
            "expected at least one response with a JSON object, found none");
  }

  @Test
  void saysWhatBytesAreThatAreNoText() throws IOException {
    Path zipped = Files.write(folder.resolve("zipped"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
    Path wide = Files.write(folder.resolve("wide"), "{}".getBytes(StandardCharsets.UTF_16));

    assertThat(runner.run("dialect", "new", zipped.toString(), wide.toString()).err())
        .contains("found compressed bytes, which 'curl --compressed' would have unpacked; it is")
        .contains("found text in UTF-16, which has to be saved as UTF-8; it is left out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"a1\",\"status\":\"completed\",\"video_url\":\"https://v.example/1.mp4\"}",
        "HTTP/2 200 \r\nA: b\r\n\r\n"
            + "{\"id\":\"a1\",\"status\":\"completed\",\"video_url\":\"https://v.example/1.mp4\"}"
      })
  void readsBehindAByteOrderMark(String answer) throws IOException {
    assertThat(propose("\uFEFF" + answer).out())
        .contains("  id: /id #", "  succeeded: [completed]\n", "  video.url: /video_url #");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'id':123456789012345678901234567890,'status':'completed'} | id: /id #",
        "{'id':'a1','status':2,'url':'https://v.example/1.mp4'}     | mean: ['2']",
        "{'status':200,'data':{'task_id':'abc','status':'SUCCESS'}} | succeeded: [SUCCESS]",
        "{'任务':{'id':'任务1','status':'生成中'}}                     | mean: ['生成中']",
        "{'id':'a1','status':'wait\\u001b[31m\\n'}                  | mean: [\"wait\\u001b[31m\"]",
        "{'id':'a1','status':'a','odd\\nkey':{'video_url':'https://v.example/1'}} |"
            + " video.url: \"/odd\\u000akey/video_url\" #"
      })
  void proposesFromStrangeValues(String answer, String line) throws IOException {
    CommandRunner.Result result = propose(answer.replace('\'', '"'));

    assertThat(result.status()).isZero();
    assertThat(result.out()).contains(line);
  }

  @ParameterizedTest
  @CsvSource({"toapis, toapis", "new_api, new-api", "22codex, 22codex"})
  void proposesNoNameThatIsTaken(String name, String other) throws IOException {
    CommandRunner.Result result =
        runner.run("dialect", "new", "--name", name, file("saved", "{\"id\":\"a\"}"));

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            "expected a name of its own at --name, found '%s', which would get the key of the"
                    .formatted(name)
                + " provider "
                + other
                + "; choose another name\n");
  }

  @Test
  void namesTheVariableWhereNoBaseUrlIsKnown() throws IOException {
    String document = file("my.yaml", DOCUMENT);

    assertThat(runner.run("dialect", "check", document).err())
        .startsWith(
            document
                + ": my is queried at the URL in REELAY_MY_BASE_URL and /v1/{id} every 15 s, with"
                + " the key in REELAY_MY_API_KEY");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``        | : expected an earlier version of the document, found an empty file; where",
        "- a       | : expected an earlier version of the document, found something else; where",
        "a: [      | : in its earlier version: expected YAML, found an error in line 1: ",
        "a: &a [*a] | : in its earlier version: expected a document of usual depth, found one"
      })
  void comparesWithNoEarlierVersionThatIsNone(String before, String sentence) throws IOException {
    String document = file("my.yaml", DOCUMENT);
    String baseline = file("before.yaml", before == null ? "" : before);

    CommandRunner.Result result = runner.run("dialect", "check", "--baseline", baseline, document);

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains(document + sentence).doesNotContain("\tat ", "  at ");
  }
}
