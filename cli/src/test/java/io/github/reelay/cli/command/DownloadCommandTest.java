package io.github.reelay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.CommandRunner;
import io.github.reelay.cli.VideoHost;
import io.github.reelay.cli.VirtualTime;
import io.github.reelay.cli.terminal.ScreenSize;
import io.github.reelay.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class DownloadCommandTest {
  private static final Sandbox SANDBOX =
      Sandbox.builder().stepByQueries(0, 0).clock(() -> VirtualTime.START).start();

  private final CommandRunner runner = new CommandRunner().with(SANDBOX);

  @TempDir private Path folder;

  @BeforeEach
  void forgetTasks() {
    SANDBOX.reset();
  }

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  private CommandRunner.Result download(String... handles) {
    return run("--download", handles);
  }

  private CommandRunner.Result run(String option, String... handles) {
    Path place = option.equals("-o") ? folder.resolve("my.mp4") : folder;
    List<String> all = new ArrayList<>(List.of("download", option, place.toString()));
    all.add("--allow-private-addresses");
    all.addAll(List.of(handles));
    return runner.run(all.toArray(String[]::new));
  }

  private static String line(String handle, Path file) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
    return "{\"handle\":\"%s\",\"file\":\"%s\",\"bytes\":%d,\"sha256\":\"%s\"}"
        .formatted(handle, file, bytes.length, HexFormat.of().formatHex(hash));
  }

  @Test
  void printsALineForEachVideo() throws Exception {
    CommandRunner.Result result = download("toapis:ok-1", "22codex:sora-2:ok-1");

    assertThat(result.status()).isZero();
    assertThat(result.outLines())
        .containsExactlyInAnyOrder(
            line("toapis:ok-1", folder.resolve("toapis-ok-1.mp4")),
            line("22codex:sora-2:ok-1", folder.resolve("22codex-sora-2%3Aok-1.mp4")));
    assertThat(result.errLines())
        .contains("toapis:ok-1: 17,993 bytes in " + folder.resolve("toapis-ok-1.mp4"));
  }

  @Test
  void writesToTheFileThatIsNamed() throws Exception {
    CommandRunner.Result result = run("-o", "toapis:ok-1");

    assertThat(result.status()).isZero();
    assertThat(result.outLines()).containsExactly(line("toapis:ok-1", folder.resolve("my.mp4")));
  }

  @Test
  void countsWhatIsThereAlready() throws Exception {
    download("toapis:ok-1");

    CommandRunner.Result result = download("toapis:ok-1");

    assertThat(result.status()).isZero();
    assertThat(result.outLines())
        .containsExactly(line("toapis:ok-1", folder.resolve("toapis-ok-1.mp4")));
    assertThat(result.errLines()).last().asString().endsWith(", there already");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          example-running-1 | 3 | expected a task that has succeeded, found it running 45 %
          fails-1 | 1 | the task failed, generation-failed: 'Generation failed: the model gave no output' (generation_failed); another query will not help
          novideo-1 | 1 | the task failed, video-missing: the provider shows no usable URL; another query can help
          missing-1 | 4 | expected a task, found not-found (HTTP 404); another query will not help
          limited-1 | 4 | expected a task, found rate-limited (HTTP 429); another query can help after 1 s
          error-401-1 | 4 | expected a task, found unauthorized (HTTP 401); another query will not help
          broken-1 | 5 | expected a task, found provider-error (HTTP 502); another query can help
          """)
  void queriesOnceAndSaysWhyThereIsNoVideo(String id, int status, String sentence) {
    CommandRunner.Result result = download("toapis:" + id);

    assertThat(result.status()).isEqualTo(status);
    assertThat(result.errLines()).contains("toapis:" + id + ": " + sentence);
    assertThat(result.out()).isEmpty();
    assertThat(SANDBOX.queries("toapis", id)).isOne();
  }

  @Test
  void saysHowToGoOn() {
    assertThat(download("toapis:example-running-1").errLines())
        .endsWith(
            "resume with: reelay watch --download "
                + folder
                + " --allow-private-addresses toapis:example-running-1");
    assertThat(run("-o", "toapis:example-running-1").errLines())
        .endsWith(
            "resume with: reelay download -o "
                + folder.resolve("my.mp4")
                + " --allow-private-addresses toapis:example-running-1");
  }

  @Test
  void endsWith70IfTheFileCannotBeWritten() throws IOException {
    Path file = folder.resolve("toapis-ok-1.mp4");
    Files.createDirectory(file);

    CommandRunner.Result result = download("toapis:ok-1");

    assertThat(result.status()).isEqualTo(70);
    assertThat(result.errLines())
        .anyMatch(line -> line.startsWith("toapis:ok-1: expected to write " + file + ", found "));
  }

  @Test
  void endsWith5IfWhatComesIsNoVideo() {
    try (VideoHost host =
        new VideoHost(
            exchange -> {
              exchange.sendResponseHeaders(200, 20);
              exchange.getResponseBody().write("<html>sorry</html>  ".getBytes());
              exchange.close();
            })) {
      SANDBOX.enqueue("toapis", "ok-1", VideoHost.succeeded("ok-1", host.url("a.mp4")));

      CommandRunner.Result result = download("toapis:ok-1");

      assertThat(result.status()).isEqualTo(5);
      assertThat(result.err())
          .contains("toapis:ok-1: expected a video from 127.0.0.1, found ")
          .doesNotContain("secret");
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void showsHowFarItIsOnATerminal() {
    runner.env.put("TERM", "xterm");
    runner.screen = () -> new ScreenSize(200, 20);

    CommandRunner.Result result = download("toapis:ok-1");

    assertThat(result.status()).isZero();
    assertThat(result.err())
        .endsWith(
            "\u001b[32mtoapis:ok-1: 17,993 bytes in "
                + folder.resolve("toapis-ok-1.mp4")
                + "\u001b[0m\n");
  }
}
