package io.github.reelay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.github.reelay.cli.CommandRunner;
import io.github.reelay.cli.VideoHost;
import io.github.reelay.cli.VirtualTime;
import io.github.reelay.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What requests for videos carry of the user's. */
@Timeout(60)
class RequestOptionsTest {
  private final Sandbox sandbox =
      Sandbox.builder().stepByQueries(0, 0).clock(() -> VirtualTime.START).start();
  private final CommandRunner runner = new CommandRunner().with(sandbox);
  private final List<String> cookies = new CopyOnWriteArrayList<>();
  private final VideoHost host = new VideoHost(this::respond);

  @TempDir private Path folder;

  @AfterEach
  void close() {
    host.close();
    sandbox.close();
  }

  /** Has the video for browsers only. */
  private void respond(HttpExchange exchange) throws IOException {
    cookies.add(String.valueOf(exchange.getRequestHeaders().getFirst("Cookie")));
    String agent = exchange.getRequestHeaders().getFirst("User-Agent");
    if (agent.startsWith("Mozilla")) {
      exchange.sendResponseHeaders(200, VideoHost.VIDEO.length);
      exchange.getResponseBody().write(VideoHost.VIDEO);
    } else {
      exchange.sendResponseHeaders(403, -1);
    }
    exchange.close();
  }

  private CommandRunner.Result run(String command, String... options) {
    for (int i = 0; i < 2; i++) {
      sandbox.enqueue("toapis", "ok-1", VideoHost.succeeded("ok-1", host.url("a.mp4")));
    }
    List<String> all = new ArrayList<>(List.of(command, "--download", folder.toString()));
    all.add("--allow-private-addresses");
    all.addAll(List.of(options));
    all.add("toapis:ok-1");
    return runner.run(all.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"download", "watch"})
  void areSentWithADownload(String command) {
    CommandRunner.Result result =
        run(
            command,
            "--user-agent",
            "Mozilla/5.0 (X11)",
            "--download-header",
            "Referer: https://app.example/",
            "--download-header=Cookie:sid=secret");

    assertThat(result.status()).isZero();
    assertThat(folder.resolve("toapis-ok-1.mp4")).hasBinaryContent(VideoHost.VIDEO);
    assertThat(cookies).containsExactly("sid=secret");
    assertThat(host.headers).contains("Referer");
    assertThat(result.err()).doesNotContain("secret");
  }

  @Test
  void areHintedAt() {
    CommandRunner.Result result = run("download");

    assertThat(result.status()).isEqualTo(5);
    assertThat(result.errLines())
        .contains(
            "toapis:ok-1: expected the video from 127.0.0.1, found status 403, and no other URL at"
                + " toapis; some hosts refuse a user agent that is no browser's: set another");
  }

  @ParameterizedTest
  @ValueSource(strings = {"download", "watch"})
  void areNotShownWhereTheResumeLineIs(String command) {
    CommandRunner.Result result =
        run(command, "--user-agent", "My agent", "--download-header", "Cookie: sid=secret");

    assertThat(result.errLines())
        .endsWith(
            "--download-header is not shown below; give it again",
            "resume with: reelay watch --download "
                + folder
                + " --user-agent 'My agent' --allow-private-addresses toapis:ok-1");
    assertThat(result.err()).doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --download-header | secret           | expected a name, a colon and a value at --download-header, such as 'Referer: https://app.example/', found no colon
          --download-header | Host: secret     | --download-header: expected a header that a download does not set itself, found Host: it belongs to the URL or the connection
          --download-header | range: secret    | --download-header: expected a header that a download does not set itself, found range: the part that is already here decides it
          --download-header | a b: secret      | --download-header: expected a header name of letters, digits and !#$%&'*+-.^_`
          --download-header | : secret         | --download-header: expected a header name of letters, digits and !#$%&'*+-.^_`
          --download-header | X-A: sécret      | --download-header: expected a value of visible ASCII characters and blanks between them for X-A, found something else
          --user-agent      | Mozilla\tsécret  | --user-agent: expected a user agent of visible ASCII characters and blanks between them, found something else
          """)
  void areRefusedIfTheyCannotBeSent(String option, String value, String sentence)
      throws IOException {
    for (String command : List.of("download", "watch")) {
      CommandRunner.Result result = run(command, option, value);

      assertThat(result.status()).isEqualTo(2);
      assertThat(result.err()).contains(sentence).doesNotContain("secret", "sécret");
    }
    assertThat(cookies).isEmpty();
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }
}
