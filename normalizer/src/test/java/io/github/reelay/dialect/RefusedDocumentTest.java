package io.github.reelay.dialect;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each document that cannot be followed is refused in one sentence, with its line. */
class RefusedDocumentTest {

  private static void refuses(String document, String sentence) {
    assertThatThrownBy(() -> Dialect.parse("my.yaml", document))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
  }

  private static String without(String key) {
    return ShortDocument.GATEWAY
        .lines()
        .filter(line -> !line.startsWith(key))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource({
    "baseUrl, basUrl, baseUrl, 2",
    "polling, pooling, polling, 4",
    "words, word, words, 6",
    "unknownTask, unknown_task, unknownTask, 20"
  })
  void aMisspeltKeyIsRefusedWithThoseThatExist(
      String key, String misspelt, String meant, int line) {
    refuses(
        ShortDocument.GATEWAY.replace(key + ":", misspelt + ":"),
        "my.yaml: line "
            + line
            + ": expected one of the keys name, version, baseUrl, path, documentation, polling,"
            + " task, words, read, content, urlValidity, unknownTask, examples, found '"
            + misspelt
            + "'; did you mean "
            + meant
            + "?");
  }

  @ParameterizedTest
  @CsvSource({
    "video.ulr, video.url",
    "videoUrl, video.url",
    "created_at, createdAt",
    "failure.mesage, failure.message",
    "thumbnail, "
  })
  void aMisspeltValueIsRefusedWithThoseThatExist(String misspelt, String meant) {
    refuses(
        ShortDocument.reading("id: /id", "status: /status", misspelt + ": /x"),
        "my.yaml: line 8: expected one of the values id, id.other, id.inner, status, status.inner,"
            + " status.finer, progress.percent, progress.fraction, model, prompt, createdAt,"
            + " updatedAt, completedAt, expiresAt, video.url, video.thumbnailUrl, video.previewUrl,"
            + " video.format, video.duration, video.width, video.height, video.size, failure,"
            + " failure.code, failure.message, failure.rejected, found '"
            + misspelt
            + "'"
            + (meant == null ? "" : "; did you mean " + meant + "?"));
  }

  @Test
  void aMisspeltStateIsRefused() {
    refuses(
        ShortDocument.GATEWAY.replace("succeeded:", "done:"),
        "my.yaml: line 9: expected one of the states queued, running, succeeded, failed, cancelled,"
            + " expired, unknown, found 'done'");
    refuses(
        ShortDocument.GATEWAY.replace("succeeded:", "suceeded:"),
        "my.yaml: line 9: expected one of the states queued, running, succeeded, failed, cancelled,"
            + " expired, unknown, found 'suceeded'; did you mean succeeded?");
  }

  @ParameterizedTest
  @CsvSource({"toapis, toapis", "22codex, 22codex", "xingchaoyiqing, xingchaoyiqing"})
  void theNameOfAReleasedProviderIsRefused(String name, String other) {
    refuses(
        ShortDocument.GATEWAY.replace("name: my", "name: " + name),
        "my.yaml: expected a name of its own, found '"
            + name
            + "', which would get the key of the provider "
            + other
            + "; choose another name");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "data.url | '; did you mean /data/url?'",
        "$.url    | '; did you mean /url?'",
        "url/     | '; did you mean /url?'"
      })
  void whatIsNoPointerIsRefused(String text, String hint) {
    refuses(
        ShortDocument.reading("id: /id", "status: /status", "video.url: " + text),
        "my.yaml: line 8: expected a JSON Pointer such as /data/url, found '" + text + "'" + hint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: My              | expected a provider name of lower-case letters, digits, dots,"
            + " hyphens and underscores, found 'My'",
        "name: [a]             | expected the provider's name, found a list",
        "path: v1/videos       | expected a path such as /v1/videos/{id}, with {id} once, found"
            + " 'v1/videos'",
        "path: /v1/{task}      | expected a path such as /v1/videos/{id}, with {id} once, found"
            + " '/v1/{task}'",
        "polling: {interval: 0} | expected interval in seconds, a whole number from 1 to 31536000,"
            + " found '0'",
        "polling: {every: 5}   | expected one of the keys firstQuery, interval, givesUpAfter,"
            + " perSecond, found 'every'",
        "baseUrl: [a]          | expected a base URL such as https://provider.example, found a list"
      })
  void whatIsOfAnotherKindIsRefused(String line, String sentence) {
    String key = line.substring(0, line.indexOf(':') + 1);

    refuses(without(key) + line + "\n", "my.yaml: line 20: " + sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "relay.example",
        "https://u:p@relay.example",
        "https://relay.example/?a=1",
        "https://relay.example/#a",
        "https://relay.example:99999",
        "https://relay.example:0",
        "ftp://relay.example",
        "https://u:secret@["
      })
  void aBaseUrlThatNoQueryCanBeSentToIsRefused(String url) {
    refuses(
        without("baseUrl:") + "baseUrl: '" + url + "'\n",
        "my.yaml: line 20: expected a base URL such as https://provider.example, found one that is"
            + " not http or https, has no host, has a port that is not from 1 to 65535, or has user"
            + " information, a query or a fragment");
  }

  @ParameterizedTest
  @CsvSource({"name, name: my", "path, path: /v1/videos/{id}"})
  void whatIsMissingIsNamed(String key, String example) {
    refuses(
        without(key + ":"),
        "my.yaml: line 1: expected the key " + key + ", such as '" + example + "', found none");
  }

  @Test
  void aTaskNeedsItsIdItsStatusAndItsVideo() {
    refuses(
        ShortDocument.reading("id: /id", "video.url: /url"),
        "my.yaml: line 5: expected a place of status, such as 'status: /status', found none");
    refuses(
        ShortDocument.reading("status: /status", "video.url: /url"),
        "my.yaml: line 5: expected a place of id, such as 'id: /id', found none");
    refuses(
        ShortDocument.reading("id: /id", "status: /status"),
        "my.yaml: line 1: expected a place of video.url under read, or the key content with the"
            + " path of the video, found neither");
  }

  @Test
  void aWordHasOneMeaning() {
    refuses(
        ShortDocument.GATEWAY.replace("[FAILURE]", "[FAILURE, SUCCESS]"),
        "my.yaml: line 10: expected each status text once, found 'SUCCESS' in succeeded and"
            + " failed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                | my.yaml: line 1: expected a document, found nothing",
        "'- a'             | my.yaml: line 1: expected an object, found a list",
        "'name: my\nname: x' | my.yaml: line 2: expected each name once, found 'name' twice",
        "'? [a]\n"
            + ": b'       | my.yaml: expected YAML or JSON, found Non scalar key is detected but it"
            + " is not configured to be allowed.",
        "'name: [a'         | my.yaml: line 1: expected YAML or JSON, found an error: expected ','"
            + " or ']', but got <stream end>",
        "'a: 1\n---\na: 2'    | my.yaml: line 2: expected one document, found a second one",
        "'a: \u0001b'      | my.yaml: line 1: expected YAML or JSON, found the character U+0001,"
            + " which neither has",
        "'a: &a [*a]'       | my.yaml: line 1: expected a document of usual depth, found one that"
            + " nests more"
      })
  void whatIsNoDocumentIsRefused(String text, String sentence) {
    refuses(text, sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "0.1", "v0.1.0", "0.1.0.0"})
  void aVersionHasThreeNumbers(String version) {
    refuses(
        ShortDocument.GATEWAY + "version: " + version + "\n",
        "my.yaml: line 21: expected three numbers such as 0.1.0 at /version, found '"
            + version
            + "'; write it so.");
    refuses(
        ShortDocument.GATEWAY + "version: [" + version + "]\n",
        "my.yaml: line 21: expected a version such as 0.1.0, found a list");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- "})
  void aDocumentWithoutEndIsRefused(String level) {
    refuses(
        level.repeat(9_000),
        "my.yaml: line 1: expected a document of usual depth, found one that nests more");
  }

  @Test
  void aDocumentThatIsNestedWithoutEndIsRefused() {
    refuses(
        "name: " + "[".repeat(200) + "]".repeat(200),
        "my.yaml: line 1: expected a document of usual depth, found one that nests more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[*a%1$d, *a%1$d]", "{x: *a%1$d, y: *a%1$d}", "[[*a%1$d, 1], *a%1$d]"})
  void aDocumentThatRepeatsItselfWithoutEndIsRefused(String form) {
    StringBuilder text = new StringBuilder("a0: &a0 [ha]\n");
    for (int line = 1; line < 30; line++) {
      text.append("a").append(line).append(": &a").append(line).append(' ');
      text.append(form.formatted(line - 1)).append('\n');
    }
    int line = form.startsWith("[*") ? 18 : 17;

    refuses(
        text.toString(),
        "my.yaml: line "
            + line
            + ": expected a document of usual size, found one that is larger or repeats more");
  }

  @Test
  void aFileThatIsNotThereIsAnIoFailure() {
    assertThatThrownBy(() -> Dialect.load(Path.of("no-such-file.yaml")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
