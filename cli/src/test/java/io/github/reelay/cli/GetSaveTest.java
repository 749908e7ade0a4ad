package io.github.reelay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.sandbox.SandboxResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code get --save} appends is what {@code normalize --exchanges} reads. */
class GetSaveTest {
  private static final String KEY = "sk-never-to-be-seen-4711";
  private static final Sandbox SANDBOX =
      Sandbox.builder()
          .stepByQueries(0, 0)
          .apiKey("toapis", KEY)
          .apiKey("xingchaoyiqing", KEY)
          .apiKey("22codex", KEY)
          .start();

  @TempDir private Path directory;

  private final CommandRunner runner = new CommandRunner().with(SANDBOX);

  @BeforeEach
  void forgetTasks() {
    SANDBOX.reset();
  }

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  @Test
  void normalizesToTheSameJson() throws IOException {
    Path file = directory.resolve("responses.jsonl");
    StringBuilder printed = new StringBuilder();

    for (String handle :
        List.of(
            "toapis:ok-1",
            "xingchaoyiqing:ok-1",
            "22codex:sora-2:ok-1",
            "toapis:limited-1",
            "xingchaoyiqing:fails-1")) {
      printed.append(runner.run("get", "--save", file.toString(), handle).out());
    }

    CommandRunner.Result again = runner.run("normalize", "--exchanges", file.toString());
    assertThat(again.out()).isEqualTo(printed.toString());
    assertThat(again.outLines()).hasSize(5);
    assertThat(Files.readString(file)).doesNotContain(KEY);
  }

  @Test
  void keepsABodyThatIsNoText() throws IOException {
    Path file = directory.resolve("responses.jsonl");
    SANDBOX.enqueue(
        "toapis", "odd-1", new SandboxResponse(200, Map.of(), new byte[] {'{', (byte) 0xff, '}'}));

    String printed = runner.run("get", "--save", file.toString(), "toapis:odd-1").out();

    assertThat(printed).contains("unreadable-response");
    assertThat(runner.run("normalize", "--exchanges", file.toString()).out()).isEqualTo(printed);
    assertThat(Files.readString(file)).contains("\"bodyBase64\":\"e/99\"");
  }

  @Test
  void saysThatTheFileCannotBeWritten() {
    CommandRunner.Result result = runner.run("get", "--save", directory.toString(), "toapis:ok-1");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.out()).contains("\"status\":\"succeeded\"");
    assertThat(result.err())
        .isEqualTo(
            "expected a file to append the response to, found '"
                + directory
                + "', which cannot be written\n");
  }
}
