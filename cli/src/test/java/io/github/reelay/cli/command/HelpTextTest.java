package io.github.reelay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.CommandRunner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The help texts use the words of the field. */
class HelpTextTest {
  private static String help(String... args) {
    CommandRunner.Result result = new CommandRunner().run(args);
    assertThat(result.status()).isZero();
    return result.out();
  }

  private static List<String> commands() {
    List<String> names = new ArrayList<>();
    boolean listed = false;
    for (String line : help("--help").lines().toList()) {
      if (listed && line.matches(" {2}[a-z]+ .*")) {
        names.add(line.strip().split(" ", 2)[0]);
      }
      listed = listed ? !line.isEmpty() : line.equals("Commands:");
    }
    assertThat(names).hasSizeGreaterThan(8).contains("watch", "drift", "help");
    names.remove("help");
    return names;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void saysProviderAndResponse(String command) {
    assertThat(help(command, "--help").replace("--exchanges", ""))
        .doesNotContainPattern("(?i)\\b(relays?|stor(e|y)|anew|asked|ask|exchanges?|answers?)\\b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "watch --every soon --help",
        "watch -h --timeout 0s toapis:a",
        "download --download-header none --help toapis:a",
        "get task_1 --help",
        "sandbox --port x -h"
      })
  void isShownThoughAValueIsWrong(String line) {
    String command = line.split(" ", 2)[0];

    assertThat(help(line.split(" "))).isEqualTo(help(command, "--help"));
  }

  @Test
  void saysWhatTheCommandIsFor() {
    assertThat(help("--help"))
        .contains(
            """
            Queries video-generation tasks at several providers (APIs of resellers), waits
            for their end and downloads the videos. The output is the same whichever
            provider responds.
            """)
        .contains("  REELAY_TOAPIS_BASE_URL   its base URL, if not the documented one\n");
  }

  /** No status, option or variable of a command that the command does not have. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          get | a video that could not be downloaded
          get | gave up waiting
          demo | key, quota
          demo | nothing was queried
          normalize | a video that could not be downloaded
          normalize | read from the environment
          normalize | nothing was queried
          drift | nothing was queried
          drift | read from the environment
          add | nothing was queried
          add | read from the environment
          tasks | a line was no response
          providers | a line was no response
          providers | nothing was queried
          dialect | nothing was queried
          sandbox | a line was no response
          completion | nothing was queried
          """)
  void saysNothingOfWhatTheCommandDoesNotDo(String command, String phrase) {
    assertThat(help(command, "--help").replaceAll("\\s+", " ")).doesNotContain(phrase);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void indentsEachLineOfASynopsis(String command) {
    List<String> lines = help(command, "--help").lines().toList();
    for (int i = 1; i < lines.size() && lines.get(i).contains("reelay " + command + " ["); i++) {
      assertThat(lines.get(i)).startsWith("       reelay ");
    }
    assertThat(lines).noneMatch(line -> line.matches("(HANDLE|FILE)(\\.\\.\\.)?"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          get | Queries one task, once, and prints it as canonical JSON.
          get | REELAY_TOAPIS_BASE_URL the provider's base URL, if not the documented one
          download | Queries each task once and downloads its video.
          download | for the sandbox, or for a video host in your own network.
          watch | Each provider is queried at its own interval, which 'reelay providers' lists.
          watch | Query a task every T; the provider's own interval if not given.
          watch | Rewrite a damaged FILE of --state with what can be read of it
          providers | when and how often a task is queried, and whether there is a key.
          dialect | Proposes and checks documents that describe a provider
          get | Also know the provider that this document describes
          sandbox | A task's id selects its scenario: ok-1 is queued for a second
          drift | Counts where saved responses differ from the provider's contract
          drift | Responses of other providers are skipped
          normalize | Turns saved responses of a provider into canonical JSON
          normalize | A line that is no response is reported with its number
          normalize | 4 the response is a refusal: key, quota, rate, request, unknown task
          get | Print each query and its response on standard error, without the key
          completion | Prints a script that completes commands, options, files, providers
          """)
  void saysWhatEachCommandDoes(String command, String sentence) {
    assertThat(help(command, "--help").replaceAll("\\s+", " ")).contains(sentence);
  }
}
