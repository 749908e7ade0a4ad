package io.github.reelay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.CommandRunner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizeCommandTest {
  private static final String QUEUED = "{\"id\":\"task_1\",\"status\":\"queued\"}";
  private static final String LIMITED = "{\"error\":{\"message\":\"slow down\"}}";
  private static final int LARGEST_BODY = 8 << 20;

  private final CommandRunner runner = new CommandRunner();

  @TempDir private Path folder;

  private CommandRunner.Result normalize(String... options) {
    String[] args = new String[options.length + 3];
    args[0] = "normalize";
    args[1] = "--provider";
    args[2] = "toapis";
    System.arraycopy(options, 0, args, 3, options.length);
    return runner.run(args);
  }

  private static String queued(String before) {
    return "{\"provider\":\"toapis\","
        + before
        + "\"status\":\"queued\",\"providerStatus\":\"queued\",\"terminal\":false,"
        + "\"findings\":[]}\n";
  }

  @Test
  void readsStandardInputWithTheBodysOwnId() {
    runner.stdin(QUEUED);

    assertThat(normalize())
        .isEqualTo(new CommandRunner.Result(0, queued("\"id\":\"task_1\","), ""));
  }

  @Test
  void takesAHyphenForStandardInput() {
    runner.stdin(QUEUED);

    assertThat(normalize("-").out()).isEqualTo(queued("\"id\":\"task_1\","));
  }

  @Test
  void readsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("a body.json"), QUEUED);

    assertThat(normalize(file.toString()).out()).isEqualTo(queued("\"id\":\"task_1\","));
  }

  @Test
  void keepsTheIdThatWasQueried() {
    runner.stdin(QUEUED);

    assertThat(normalize("--id", "task_9").out())
        .isEqualTo(queued("\"id\":\"task_9\",\"reportedId\":\"task_1\","));
  }

  @ParameterizedTest
  @CsvSource({"..", "a b", "x:y"})
  void takesAnyIdThatIsNotEmpty(String id) {
    runner.stdin(QUEUED);

    assertThat(normalize("--id", id).out()).contains("\"id\":\"" + id + "\"");
  }

  @Test
  void printsOverSeveralLinesOnRequest() {
    runner.stdin(QUEUED);

    assertThat(normalize("--pretty").out()).startsWith("{\n  \"provider\" : \"toapis\",\n");
  }

  @Test
  void takesStatusAndHeadersOfTheResponse() {
    runner.stdin(LIMITED);

    CommandRunner.Result result =
        normalize(
            "--http-status", "429", "--header", "retry-after: 30", "--header=X-Request-Id:r1");

    assertThat(result.status()).isEqualTo(4);
    assertThat(result.err())
        .isEqualTo(
            "toapis: expected a task, found rate-limited (HTTP 429);"
                + " another query can help after 30 s\n");
    assertThat(result.out())
        .isEqualTo(
            "{\"provider\":\"toapis\",\"failure\":{\"kind\":\"rate-limited\",\"origin\":\"relay\","
                + "\"message\":\"slow down\",\"httpStatus\":429,\"requestId\":\"r1\","
                + "\"retry\":\"yes\",\"retryAfterSeconds\":30},\"findings\":[]}\n");
  }

  @Test
  void takesTheFirstOfTwoHeadersOfOneName() {
    runner.stdin(LIMITED);

    CommandRunner.Result result =
        normalize(
            "--http-status", "429", "--header", "Retry-After: 7", "--header", "RETRY-AFTER: 8");

    assertThat(result.out()).contains("\"retryAfterSeconds\":7");
  }

  @Test
  void countsARetryDateFromWhenTheResponseCame() {
    runner.stdin(LIMITED);

    CommandRunner.Result result =
        normalize(
            "--http-status",
            "429",
            "--header",
            "Retry-After: Wed, 14 Jan 2026 08:44:00 GMT",
            "--observed-at",
            "2026-01-14T10:43:42+02:00");

    assertThat(result.out()).contains("\"retryAfterSeconds\":18");
  }

  @ParameterizedTest
  @CsvSource({
    "200, completed, 1",
    "200, processing, 0",
    "500, queued, 5",
    "404, queued, 4",
  })
  void endsAsGetWould(String httpStatus, String word, int status) {
    runner.stdin("{\"id\":\"a\",\"status\":\"" + word + "\"}");

    assertThat(normalize("--http-status", httpStatus).status()).isEqualTo(status);
  }

  @Test
  void needsNeitherKeyNorUsableBaseUrl() {
    runner.env.put("REELAY_TOAPIS_BASE_URL", "nonsense");
    runner.stdin(QUEUED);

    assertThat(normalize().status()).isZero();
  }

  @Test
  void passesBytesOnAsTheyAre() {
    runner.stdin(new byte[] {'{', '"', 'i', 'd', '"', ':', '"', (byte) 0xE9, '"', '}'});

    CommandRunner.Result result = normalize();

    assertThat(result.status()).isEqualTo(5);
    assertThat(result.out()).contains("\"kind\":\"unreadable-response\"");
  }

  @Test
  void skipsAByteOrderMark() {
    runner.stdin("\uFEFF" + QUEUED);

    assertThat(normalize().status()).isZero();
  }

  @Test
  void writesUtf8() {
    runner.stdin("{\"id\":\"任务\",\"status\":\"queued\"}");

    assertThat(normalize().out()).contains("\"id\":\"任务\"");
  }

  @Test
  void readsTheLargestBodyWhole() {
    runner.stdin(padded(LARGEST_BODY));

    assertThat(normalize().status()).isZero();
  }

  @Test
  void callsALargerBodyUnreadable() {
    runner.stdin(padded(LARGEST_BODY + 1));

    CommandRunner.Result result = normalize();

    assertThat(result.status()).isEqualTo(5);
    assertThat(result.out()).contains("\"kind\":\"unreadable-response\"");
  }

  private static byte[] padded(int size) {
    byte[] body = new byte[size];
    Arrays.fill(body, (byte) ' ');
    byte[] task = QUEUED.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(task, 0, body, 0, task.length);
    return body;
  }
}
