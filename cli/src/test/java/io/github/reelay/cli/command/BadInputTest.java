package io.github.reelay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.CommandRunner;
import io.github.reelay.cli.ProviderNames;
import io.github.reelay.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input is a clear error and nothing else. */
class BadInputTest {
  private final CommandRunner runner = new CommandRunner();

  @TempDir private Path folder;

  private void assertRefused(String sentence, String... args) {
    CommandRunner.Result result = runner.run(args);

    assertThat(result.err()).isEqualTo(sentence + "\n");
    assertThat(result.out()).isEmpty();
    assertThat(result.status()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          task_1 | expected a handle such as toapis:task_123, found 'task_1'
          toapis: | expected a handle such as toapis:task_123, found 'toapis:'
          :task_1 | expected a handle such as toapis:task_123, found ':task_1'
          TOAPIS:task_1 | expected a handle such as toapis:task_123, found 'TOAPIS:task_1'
          '' | expected a handle such as toapis:task_123, found ''
          toapis:.. | expected a task id of 1 to 512 printable characters other than '.' and '..', found '..'; use the id that the provider gave when the task was submitted
          toapis:. | expected a task id of 1 to 512 printable characters other than '.' and '..', found '.'; use the id that the provider gave when the task was submitted
          """)
  void refusesAHandle(String handle, String sentence) {
    assertRefused(sentence, "get", handle);
    runner.env.putAll(Map.of("REELAY_TOAPIS_API_KEY", "sk-1"));
    assertRefused(sentence, "watch", handle);
    assertRefused(sentence, "download", handle);
  }

  @ParameterizedTest
  @CsvSource({
    "get, toapis, REELAY_TOAPIS_API_KEY",
    "get, xingchaoyiqing, REELAY_XINGCHAOYIQING_API_KEY",
    "get, 22codex, REELAY_22CODEX_API_KEY",
    "watch, toapis, REELAY_TOAPIS_API_KEY",
    "watch, 22codex, REELAY_22CODEX_API_KEY",
    "download, xingchaoyiqing, REELAY_XINGCHAOYIQING_API_KEY",
  })
  void namesTheVariableOfAMissingKeyBeforeAnyRequest(
      String command, String provider, String variable) {
    try (Sandbox sandbox = Sandbox.start()) {
      runner.with(sandbox).env.remove(variable);

      assertRefused(
          "expected the API key of "
              + provider
              + " in "
              + variable
              + (command.equals("get") ? " or from its key supplier" : "")
              + ", found none; set the variable to the key from the provider's console",
          command,
          provider + ":ok-1");
      assertThat(sandbox.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"get toapis:ok-1", "watch toapis:ok-1", "download toapis:ok-1", "providers"})
  void namesTheVariableOfABadBaseUrlAndKeepsItsValue(String command) {
    runner.env.put("REELAY_22CODEX_BASE_URL", "ftp://user:secret@relay.example");

    assertRefused(
        "expected a base URL such as https://provider.example in REELAY_22CODEX_BASE_URL, found one"
            + " that is not http or https, has no host, has a port that is not from 1 to 65535, or"
            + " has user information, a query or a fragment",
        command.split(" "));
  }

  static Stream<Arguments> options() {
    return Stream.of(
        Arguments.of(
            "--http-status", "ok", "an HTTP status from 100 to 999 at --http-status, found 'ok'"),
        Arguments.of(
            "--http-status", "99", "an HTTP status from 100 to 999 at --http-status, found '99'"),
        Arguments.of(
            "--http-status",
            "1000",
            "an HTTP status from 100 to 999 at --http-status, found '1000'"),
        Arguments.of(
            "--header",
            "Bearer sk-1",
            "a name, a colon and a value at --header, such as 'Retry-After: 30', found something"
                + " else"),
        Arguments.of(
            "--header",
            ": sk-1",
            "a name, a colon and a value at --header, such as 'Retry-After: 30', found something"
                + " else"),
        Arguments.of(
            "--observed-at",
            "yesterday",
            "a time such as 2026-01-14T08:43:42Z at --observed-at, found 'yesterday'"),
        Arguments.of(
            "--observed-at",
            "2026-01-14T08:43:42",
            "a time such as 2026-01-14T08:43:42Z at --observed-at, found '2026-01-14T08:43:42'"),
        Arguments.of("--id", "", "an id that is not empty at --id, found an empty one"));
  }

  @ParameterizedTest
  @MethodSource("options")
  void refusesAnOptionOfNormalize(String option, String value, String expected) {
    assertRefused("expected " + expected, "normalize", "--provider", "toapis", option, value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"get sora:a", "watch sora:a", "download sora:a", "normalize --provider sora"})
  void refusesAnUnknownProvider(String arguments) {
    assertRefused(ProviderNames.expected("sora"), arguments.split(" "));
  }

  @ParameterizedTest
  @CsvSource({"--provider,toapis", "--exchanges,"})
  void namesTheFileThatIsNotThere(String option, String value) {
    String file = folder.resolve("none.json").toString();

    assertRefused(
        "expected a readable file at '" + file + "', found none",
        Stream.of("normalize", option, value, file)
            .filter(Objects::nonNull)
            .toArray(String[]::new));
  }

  @Test
  void namesTheDirectoryThatIsNoFile() {
    assertRefused(
        "expected a readable file at '" + folder + "', found a directory",
        "normalize",
        "--exchanges",
        folder.toString());
  }

  @Test
  void showsAFileNameThatNoSystemHolds() {
    assertRefused(
        "expected a readable file at 'a?b', found a name that this system cannot hold",
        "normalize",
        "--provider",
        "toapis",
        "a\0b");
  }

  @ParameterizedTest
  @CsvSource({"watch, --state", "download, -o"})
  void refusesAFileNameThatNoSystemHolds(String command, String option) {
    assertRefused(
        "expected a file name at " + option + ", found one that this system cannot hold",
        command,
        option,
        "a\0b",
        "toapis:a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          look | expected one of the commands demo, get, watch, download, normalize, drift, add, tasks, providers, dialect, sandbox, completion, help, found 'look'; see 'reelay --help'
          get | missing required parameter: 'HANDLE'; see 'reelay get --help'
          get --key=sk-1 toapis:a | expected an option of 'reelay get', found '--key'; see 'reelay get --help'
          get toapis:a sk-1 | expected the arguments of 'reelay get', found one too many; see 'reelay get --help'
          watch | expected at least one HANDLE or --state FILE, found neither; see 'reelay watch --help'
          watch --state | missing required parameter for option '--state' (FILE); see 'reelay watch --help'
          watch --every 10 toapis:a | expected a length of time such as 90s, 10m, 1h30m or PT10M at --every, found '10'
          watch --timeout soon toapis:a | expected a length of time such as 90s, 10m, 1h30m or PT10M at --timeout, found 'soon'
          watch --timeout 0s toapis:a | expected more than no time and at most 365 days at --timeout, found '0s'
          watch --forever toapis:a | expected an option of 'reelay watch', found '--forever'; see 'reelay watch --help'
          watch toapis:a task_1 | expected a handle such as toapis:task_123, found 'task_1'
          download | missing required parameter: 'HANDLE'; see 'reelay download --help'
          download -o a.mp4 toapis:a toapis:b | expected -o FILE with one HANDLE and without --download DIR, found 2 handles
          download -o a.mp4 --download . toapis:a | expected -o FILE with one HANDLE and without --download DIR, found both
          download -o . toapis:a | expected a file in a directory that is there at -o, found '.'
          download -o none/a.mp4 toapis:a | expected a file in a directory that is there at -o, found 'none/a.mp4'
          download task_1 | expected a handle such as toapis:task_123, found 'task_1'
          normalize | expected --provider P or --exchanges FILE, found neither; see 'reelay normalize --help'
          normalize --provider | missing required parameter for option '--provider' (P); see 'reelay normalize --help'
          normalize --exchanges - --pretty | expected --exchanges FILE alone, since each line says what belongs to it and prints one line, found another option or file with it
          normalize --exchanges - --provider toapis | expected --exchanges FILE alone, since each line says what belongs to it and prints one line, found another option or file with it
          normalize --exchanges - --header A:b | expected --exchanges FILE alone, since each line says what belongs to it and prints one line, found another option or file with it
          normalize --exchanges - body.json | expected --exchanges FILE alone, since each line says what belongs to it and prints one line, found another option or file with it
          completion fish | expected the shell bash or zsh, found 'fish'
          sandbox --port x | expected a port from 0 to 65535 at --port, found 'x'
          sandbox --port 65536 | expected a port from 0 to 65535 at --port, found '65536'
          """)
  void refusesACommandLine(String line, String sentence) {
    assertRefused(sentence, line.isEmpty() ? new String[0] : line.split(" "));
  }

  @ParameterizedTest
  @CsvSource({"demo,", "watch, toapis:ok-1", "download, toapis:ok-1"})
  void refusesADirectoryThatIsAFile(String command, String handle) throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertRefused(
        "expected a directory that can be written to at '"
            + file
            + "', found none that can be made or used",
        Stream.of(command, "--download", file.toString(), handle)
            .filter(Objects::nonNull)
            .toArray(String[]::new));
  }

  @Test
  void showsNothingThatSteersATerminal() {
    assertRefused(
        "expected a handle such as toapis:task_123, found '\\u001b[31mred\\u000a\\u009b'",
        "get",
        "\u001b[31mred\n\u009b");
  }

  @Test
  void cutsWhatIsTooLongForASentence() {
    CommandRunner.Result result = runner.run("get", "x".repeat(10_000));

    assertThat(result.err()).hasSize(402).endsWith("xxx…\n");
  }

  @Test
  void takesAnAtSignForAnArgumentLikeAnyOther() {
    assertRefused("expected a handle such as toapis:task_123, found '@file'", "get", "@file");
  }
}
