package io.github.reelay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.command.CommandTree;
import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.time.Scheduler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {
  private final CommandRunner runner = new CommandRunner();

  @TempDir private Path folder;

  @Test
  void helpListsTheCommandsAndTheExitStatuses() {
    CommandRunner.Result result = runner.run("--help");

    assertThat(result.status()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .startsWith("Usage: reelay [-hV] COMMAND\n")
        .contains(
            "  demo ",
            "  get ",
            "  watch ",
            "  download ",
            "  normalize ",
            "  providers ",
            "  sandbox ")
        .contains("  completion ", "  help ")
        .contains(
            """
            Exit status:
               0   done
               1   a task ended failed, cancelled or expired
               2   usage: nothing was queried, or a line was no response
               3   gave up waiting, or was stopped; the handles are printed
               4   the provider refused: key, quota, rate, request, unknown task
               5   no readable response, or a video that could not be downloaded
              70   reelay itself failed, or its output could not be written
            """)
        .contains("REELAY_TOAPIS_API_KEY", "REELAY_TOAPIS_BASE_URL");
  }

  @Test
  void printsItsHelpWithoutArguments() {
    assertThat(runner.run()).isEqualTo(runner.run("--help"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"get", "watch", "download"})
  void theHelpNamesTheVariablesAndEveryOtherProvider(String command) {
    List<String> others = new ArrayList<>(ProviderNames.all());
    others.remove("toapis");

    assertThat(runner.run(command, "--help").out())
        .contains(
            """

            Environment, for toapis (likewise for %s):
              REELAY_TOAPIS_API_KEY    the key; needed
              REELAY_TOAPIS_BASE_URL   the provider's base URL, if not the documented one
              REELAY_PROXY             for all: the HTTP proxy, as --proxy
              REELAY_NO_PROXY          for all: hosts without the proxy, as --no-proxy
            A variable that is not set can be a line of ~/.config/reelay/config.
            """
                .formatted(String.join(", ", others)));
  }

  @ParameterizedTest
  @CsvSource({
    "demo, Usage: reelay demo [-h] [--download=DIR]",
    "get, Usage: reelay get [-h] [--pretty] [--save FILE] HANDLE",
    "watch, Usage: reelay watch [--download DIR] [--timeout T] [--every T] [--json]",
    "download, Usage: reelay download [--download DIR] [--allow-private-addresses] HANDLE...",
    "normalize, Usage: reelay normalize --provider P [--id ID] [--http-status N]",
    "drift, Usage: reelay drift --provider P [--json] FILE...",
    "providers, Usage: reelay providers [-h] [--json] [--dialect=FILE]...",
    "dialect, Usage: reelay dialect [-h] COMMAND",
    "sandbox, Usage: reelay sandbox [-h] [--port=N] [--dialect=FILE]...",
    "completion, Usage: reelay completion [-h] [SHELL]",
  })
  void everyCommandHasHelp(String command, String synopsis) {
    CommandRunner.Result result = runner.run(command, "--help");

    assertThat(result.status()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).startsWith(synopsis + "\n").contains("Exit status:\n   0   done\n");
    assertThat(runner.run("help", command)).isEqualTo(result);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V"})
  void printsTheVersion(String option) {
    assertThat(runner.run(option).out()).matches("reelay \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
  }

  @Test
  void printsACompletionScriptWithEveryCommandAndOption() {
    CommandRunner.Result result = runner.run("completion");

    assertThat(result.status()).isZero();
    assertThat(result.out())
        .startsWith("#!/usr/bin/env bash\n")
        .contains("complete -F _complete_reelay")
        .contains(
            "demo get watch download normalize drift add tasks providers dialect sandbox completion"
                + " help")
        .contains("--exchanges", "--observed-at", "--download", "--port", "--pretty")
        .contains("--timeout", "--every", "--state", "--json", "--output")
        .contains("--allow-private-addresses");
  }

  private static Stream<Supplier<Scheduler>> defects() {
    return Stream.of(
        () -> {
          throw new IllegalStateException("sk-secret");
        },
        () -> {
          throw new AssertionError("sk-secret");
        });
  }

  @ParameterizedTest
  @MethodSource("defects")
  void aDefectIsNoStatusOfATaskAndShowsNoMessage(Supplier<Scheduler> defect) {
    runner.scheduler = defect;

    CommandRunner.Result result = runner.run("demo", "--download", folder.toString());

    assertThat(result.status()).isEqualTo(70);
    assertThat(result.err())
        .contains("expected no failure here, found java.lang.")
        .contains("; please report it with these places\n  at io.github.reelay.cli.MainTest.")
        .doesNotContain("sk-secret");
    assertThat(result.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a\u0007b, a?b", // rings
    "a\u001b[31mb, a?[31mb", // colours
    "a\u202e\u2028\u2029b, a???b",
    "a\udb40\udc01b, a?b", // beyond the basic plane
    "任务 \ud83c\udfac é, 任务 \ud83c\udfac é"
  })
  void showsAQuestionMarkForEachCharacterThatSteersATerminal(String text, String harmless) {
    assertThat(CommandContext.harmless(text)).isEqualTo(harmless);
  }

  @Test
  void buildsOnlyTheCommandThatRuns() {
    CommandLine tree = CommandTree.of(runner.context(System.err, System.err), "drift", "x");

    assertThat(tree.getSubcommands()).containsOnlyKeys("drift");
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "completion", "--help", "look", ""})
  void buildsAllCommandsWhereAnotherMayBeShown(String first) {
    CommandLine tree = CommandTree.of(runner.context(System.err, System.err), first);

    assertThat(tree.getSubcommands().keySet())
        .containsExactly(
            "demo",
            "get",
            "watch",
            "download",
            "normalize",
            "drift",
            "add",
            "tasks",
            "providers",
            "dialect",
            "sandbox",
            "completion",
            "help");
  }

  @Test
  void surroundingsNameNothingOfTheEnvironment() {
    runner.env.put("REELAY_TOAPIS_API_KEY", "sk-secret");

    assertThat(runner.context(System.err, System.err)).hasToString("CommandContext");
  }
}
