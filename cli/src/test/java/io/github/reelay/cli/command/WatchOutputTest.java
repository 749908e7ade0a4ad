package io.github.reelay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.CommandRunner;
import io.github.reelay.cli.Main;
import io.github.reelay.cli.terminal.ScreenSize;
import io.github.reelay.cli.terminal.VirtualTerminal;
import io.github.reelay.sandbox.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a watch prints on terminals, and to readers that go away. */
@Timeout(60)
class WatchOutputTest {
  private static final String KEY = "sk-never-to-be-seen-4711";
  private static final Sandbox SANDBOX =
      Sandbox.builder().stepByQueries(1, 1).apiKey("toapis", KEY).start();
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
  void changesLinesInPlaceOnATerminal() {
    runner.env.put("TERM", "xterm-256color");
    runner.screen = () -> new ScreenSize(200, 20);
    VirtualTerminal terminal = new VirtualTerminal(200, 20);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String[] args = {"watch", "--every", "200ms", "toapis:ok-1", "toapis:fails-1"};

    int status = Main.run(args, runner.context(out, terminal));

    assertThat(status).isEqualTo(1);
    assertThat(terminal.lines())
        .containsExactlyInAnyOrder(
            "toapis:ok-1: succeeded",
            "toapis:fails-1: the task failed, generation-failed: 'Generation failed: the model gave"
                + " no output' (generation_failed); another query will not help");
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dumb", ""})
  void printsPlainLinesOnATerminalThatCanDoNoMore(String type) {
    runner.env.put("TERM", type);
    runner.screen = () -> new ScreenSize(100, 20);

    assertThat(runner.watch("toapis:ok-1").err())
        .isEqualTo("toapis:ok-1: queued\ntoapis:ok-1: running 50 %\ntoapis:ok-1: succeeded\n");
  }

  @Test
  void stopsWhenNobodyReadsItsResults() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws java.io.IOException {
            throw new java.io.IOException("closed");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] args = {"watch", "--every", "200ms", "toapis:ok-1", "toapis:never-1"};

    int status = Main.run(args, runner.context(closed, err));

    assertThat(status).isEqualTo(70);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("toapis:never-1: stopped waiting; the task goes on\n")
        .endsWith(
            "expected to write the results to standard output, found it closed or without room\n");
  }
}
