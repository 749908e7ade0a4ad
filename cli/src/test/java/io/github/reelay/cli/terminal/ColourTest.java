package io.github.reelay.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.CommandRunner;
import io.github.reelay.cli.Main;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Colours are for terminals that have them, and for people who want them. */
class ColourTest {
  private static final String FAILED = "{\"id\":\"a\",\"status\":\"failed\"}";
  private static final String SENTENCE =
      "toapis:a: the task failed, generation-failed: the provider gives no reason; another query"
          + " will not help";

  private final CommandRunner runner = new CommandRunner();

  private String failure() {
    return runner.stdin(FAILED).run("normalize", "--provider", "toapis").err();
  }

  @Test
  void coloursASentenceOnATerminal() {
    runner.env.put("TERM", "xterm");
    runner.screen = () -> new ScreenSize(80, 24);

    assertThat(failure()).isEqualTo("\u001b[31m" + SENTENCE + "\u001b[0m\n");
  }

  @ParameterizedTest
  @CsvSource({
    "xterm, , false", // a file or a pipe
    "dumb, , true",
    "'', , true",
    ", , true",
    "xterm, 1, true",
    "xterm-256color, false, true" // whatever the value is
  })
  void coloursNothingElsewhere(String term, String noColour, boolean terminal) {
    put("TERM", term);
    put("NO_COLOR", noColour);
    runner.screen = () -> terminal ? new ScreenSize(80, 24) : null;

    assertThat(failure()).isEqualTo(SENTENCE + "\n");
  }

  @Test
  void anEmptyNoColorSaysNothing() {
    runner.env.put("TERM", "xterm");
    runner.env.put("NO_COLOR", "");
    runner.screen = () -> new ScreenSize(80, 24);

    assertThat(failure()).startsWith("\u001b[31m");
  }

  private void put(String name, String value) {
    if (value != null) {
      runner.env.put(name, value);
    }
  }

  private String results(boolean terminal, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CommandContext plain = runner.context(out, new ByteArrayOutputStream());
    CommandContext context =
        new CommandContext(
            plain.streams(),
            plain.env(),
            plain.clock(),
            plain.scheduler(),
            new CommandContext.Terminal(plain.terminal().screen(), () -> terminal),
            plain.shutdown());
    assertThat(Main.run(args, context)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "get --help", "help watch", "tasks -h", ""})
  void coloursHelpOnATerminal(String line) {
    String[] args = line.isEmpty() ? new String[0] : line.split(" ");
    String plain = results(true, args); // no TERM: nothing is known of the terminal
    runner.env.put("TERM", "xterm");

    String coloured = results(true, args);

    assertThat(coloured).contains("\u001b[1m").isNotEqualTo(plain);
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
    assertThat(results(false, args)).isEqualTo(plain);
    runner.env.put("NO_COLOR", "1");
    assertThat(results(true, args)).isEqualTo(plain);
  }

  @Test
  void aResultIsJsonWithoutColours() {
    runner.env.put("TERM", "xterm");
    runner.stdin("{\"id\":\"a\",\"status\":\"queued\"}");

    assertThat(results(true, "normalize", "--provider", "toapis")).doesNotContain("\u001b");
  }

  @ParameterizedTest
  @CsvSource({"DONE, GREEN", "GAVE_UP, YELLOW", "ENDED, RED", "REFUSED, RED", "UNREADABLE, RED"})
  void theColourFollowsTheStatus(ExitStatus status, Colour colour) {
    assertThat(status.colour()).isEqualTo(colour);
  }

  @Test
  void steersATerminalWithNothingElse() {
    runner.env.put("TERM", "xterm");
    runner.screen = () -> new ScreenSize(80, 24);
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    runner.context(new ByteArrayOutputStream(), err).say("a\u001b[2Jb", Colour.RED);

    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("\u001b[31ma?[2Jb\u001b[0m\n");
  }
}
