package io.github.reelay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.CommandRunner;
import io.github.reelay.cli.Main;
import io.github.reelay.cli.ProviderNames;
import io.github.reelay.cli.ProviderServer;
import io.github.reelay.provider.EnvironmentVariables;
import io.github.reelay.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SandboxCommandTest {
  private final CommandRunner runner = new CommandRunner();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;

  /** A sandbox that runs in a thread, and the lines before the empty one. */
  private final class Serving {
    private final FutureTask<Integer> run;
    private final Thread thread;
    private final List<String> lines = new ArrayList<>();

    Serving(String... args) throws IOException {
      PipedInputStream in = new PipedInputStream(1 << 16);
      OutputStream out = new PipedOutputStream(in);
      run = new FutureTask<>(() -> Main.run(args, runner.context(out, err)));
      thread = new Thread(run, "sandbox-command");
      thread.start();
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); !line.isEmpty(); line = reader.readLine()) {
        lines.add(line);
      }
    }

    int stop() throws Exception {
      thread.interrupt();
      return run.get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void printsWhatToPutIntoTheEnvironment() throws Exception {
    Serving serving = new Serving("sandbox");
    serving.stop();

    assertThat(serving.lines.stream().map(line -> line.split("=")[0]))
        .contains("REELAY_TOAPIS_BASE_URL", "REELAY_22CODEX_API_KEY")
        .containsExactlyElementsOf(
            ProviderNames.all().stream()
                .flatMap(
                    name ->
                        Stream.of(
                            EnvironmentVariables.baseUrl(name), EnvironmentVariables.key(name)))
                .toList());
  }

  @Test
  void respondsToAClientWithThatEnvironment() throws Exception {
    Serving serving = new Serving("sandbox");
    serving.lines.forEach(line -> runner.env.put(line.split("=", 2)[0], line.split("=", 2)[1]));

    CommandRunner.Result first = runner.run("get", "22codex:sora-2:ok-1");

    assertThat(first.status()).isZero();
    assertThat(first.out()).contains("\"status\":\"queued\"");
    serving.stop();
  }

  @Test
  void servesAProviderThatADocumentDescribes() throws Exception {
    String document = ProviderServer.document(folder);
    Serving serving = new Serving("sandbox", "--dialect", document);
    serving.lines.forEach(line -> runner.env.put(line.split("=", 2)[0], line.split("=", 2)[1]));

    CommandRunner.Result first = runner.run("get", "--dialect", document, "my:ok-1");

    assertThat(first.out())
        .isEqualTo(
            "{\"provider\":\"my\",\"id\":\"ok-1\",\"status\":\"queued\",\"providerStatus\":"
                + "\"NOT_START\",\"terminal\":false,\"progressPercent\":0,\"findings\":[]}\n");
    assertThat(runner.run("get", "--dialect", document, "my:missing-1").out())
        .contains("\"kind\":\"not-found\"");
    serving.stop();
  }

  @Test
  void refusesADocumentThatCannotBeRead() throws IOException {
    Path document = Files.writeString(folder.resolve("my.yaml"), "nam: my\n");

    assertThat(runner.run("sandbox", "--dialect", document.toString()).err())
        .startsWith(document + ": line 1: expected one of the keys name, ");
  }

  @Test
  void servesUntilItIsStopped() throws Exception {
    Serving serving = new Serving("sandbox");
    serving.lines.forEach(line -> runner.env.put(line.split("=", 2)[0], line.split("=", 2)[1]));

    assertThat(serving.run.isDone()).isFalse();
    assertThat(serving.stop()).isZero();
    assertThat(runner.run("get", "toapis:ok-1").out()).contains("\"kind\":\"unreachable\"");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void takesThePortThatIsNamed() throws Exception {
    int port;
    try (Sandbox free = Sandbox.start()) {
      port = free.baseUrl("toapis").getPort();
    }

    Serving serving = new Serving("sandbox", "--port", String.valueOf(port));
    serving.stop();

    assertThat(serving.lines)
        .contains("REELAY_TOAPIS_BASE_URL=http://127.0.0.1:" + port + "/toapis");
  }

  @Test
  void saysThatAPortIsTaken() {
    try (Sandbox taken = Sandbox.start()) {
      int port = taken.baseUrl("toapis").getPort();

      CommandRunner.Result result = runner.run("sandbox", "--port", String.valueOf(port));

      assertThat(result)
          .isEqualTo(
              new CommandRunner.Result(
                  2,
                  "",
                  "expected port "
                      + port
                      + " of 127.0.0.1 to be free; choose another, or 0 for any\n"));
    }
  }
}
