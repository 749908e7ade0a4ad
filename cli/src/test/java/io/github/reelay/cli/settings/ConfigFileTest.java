package io.github.reelay.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.CommandRunner;
import io.github.reelay.provider.EnvironmentVariables;
import io.github.reelay.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The config file in the place of variables, through the commands that read them. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "files have no POSIX mode there")
class ConfigFileTest {
  private final CommandRunner runner = new CommandRunner();

  @TempDir private Path home;
  private Path file;

  @BeforeEach
  void home() {
    runner.env.put("HOME", home.toString());
    file = home.resolve(".config/reelay/config");
  }

  private void config(String mode, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  private static String line(Sandbox sandbox, String key) {
    return EnvironmentVariables.baseUrl("toapis")
        + "="
        + sandbox.baseUrl("toapis")
        + "\n"
        + EnvironmentVariables.key("toapis")
        + "="
        + key
        + "\n";
  }

  private void assertRefused(String sentence, String... args) {
    CommandRunner.Result result = runner.run(args);

    assertThat(result.err()).isEqualTo(sentence + "\n");
    assertThat(result.out()).isEmpty();
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void standsForVariables() throws IOException {
    try (Sandbox sandbox = Sandbox.start()) {
      config("rw-------", "# the sandbox\n\n" + line(sandbox, sandbox.apiKey("toapis")));

      CommandRunner.Result result = runner.run("get", "toapis:ok-1");

      assertThat(result.err()).isEmpty();
      assertThat(result.out()).startsWith("{\"provider\":\"toapis\",\"id\":\"ok-1\"");
      assertThat(runner.run("providers").out())
          .contains(sandbox.baseUrl("toapis") + " ", "REELAY_TOAPIS_API_KEY (set)");
    }
  }

  @Test
  void comesAfterVariables() throws IOException {
    try (Sandbox sandbox = Sandbox.start()) {
      config("r--------", line(sandbox, "sk-wrong"));
      assertThat(runner.run("get", "toapis:ok-1").status()).isEqualTo(4);

      runner.env.put("REELAY_TOAPIS_API_KEY", sandbox.apiKey("toapis"));

      assertThat(runner.run("get", "toapis:ok-1").status()).isZero();
    }
  }

  @Test
  void isTheLastOfOptionVariableAndFile() throws IOException {
    config(
        "rw-------",
        "REELAY_TOAPIS_API_KEY=sk-1\nREELAY_PROXY=ftp://file.example\nREELAY_NO_PROXY=*\n");
    assertThat(runner.run("get", "toapis:a").err()).startsWith("REELAY_PROXY: expected ");

    runner.env.put("REELAY_PROXY", "http://127.0.0.1:9");
    runner.env.put("REELAY_NO_PROXY", "10.0.0.0/99");
    assertThat(runner.run("get", "toapis:a").err()).startsWith("REELAY_NO_PROXY: expected ");

    assertThat(runner.run("get", "--no-proxy", "10.0.0.0/98", "toapis:a").err())
        .startsWith("--no-proxy: expected ");
  }

  @Test
  void anEmptyVariableIsAVariable() throws IOException {
    config("rw-------", "REELAY_TOAPIS_API_KEY=sk-1\n");
    runner.env.put("REELAY_TOAPIS_API_KEY", "");

    assertThat(runner.run("providers").out()).contains("REELAY_TOAPIS_API_KEY (not set)");
  }

  @ParameterizedTest
  @CsvSource({"rw-r--r--", "rw----r--", "rw--w----", "rw-rw-rw-", "rwx--x---"})
  void isRefusedIfOthersMayUseIt(String mode) throws IOException {
    config(mode, "REELAY_TOAPIS_API_KEY=sk-1\n");

    assertRefused(
        "expected that nobody but its owner may use "
            + file
            + ", because it holds keys, found the mode "
            + mode
            + "; run: chmod 600 "
            + file,
        "providers");
  }

  @Test
  void theCommandToMendTheModeCanBeCopied() throws IOException {
    Path folder = home.resolve("my settings");
    runner.env.put("XDG_CONFIG_HOME", folder.toString());
    file = folder.resolve("reelay/config");
    config("rw-rw----", "");

    assertThat(runner.run("providers").err()).endsWith("; run: chmod 600 '" + file + "'\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          sk-secret | a line such as REELAY_TOAPIS_API_KEY=…, found another
          REELAY_TOAPIS_API_KEY: sk-secret | a line such as REELAY_TOAPIS_API_KEY=…, found another
          REELAY_PROXI=sk-secret | REELAY_<PROVIDER>_API_KEY, REELAY_<PROVIDER>_BASE_URL, REELAY_PROXY, REELAY_NO_PROXY or REELAY_PAGE_TOKEN, found REELAY_PROXI
          REELAY_CLASS_PATH=sk-secret | REELAY_<PROVIDER>_API_KEY, REELAY_<PROVIDER>_BASE_URL, REELAY_PROXY, REELAY_NO_PROXY or REELAY_PAGE_TOKEN, found REELAY_CLASS_PATH
          api_key=sk-secret | REELAY_<PROVIDER>_API_KEY, REELAY_<PROVIDER>_BASE_URL, REELAY_PROXY, REELAY_NO_PROXY or REELAY_PAGE_TOKEN, found another name
          REELAY_22CODEX_API_KEY='sk-secret | a value with a quote at each end and none inside, found another
          REELAY_PROXY="sk-secret' | a value with a quote at each end and none inside, found another
          REELAY_PROXY="sk-secret" more | a value with a quote at each end and none inside, found another
          REELAY_XINGCHAOYIQING_API_KEY=sk-secret | each name once, found that of line 2 again
          """)
  void namesTheLineThatIsWrongAndNotItsValue(String line, String expected) throws IOException {
    config("rw-------", "\nREELAY_XINGCHAOYIQING_API_KEY=sk-1\n" + line + "\n");

    assertRefused(file + ":3: expected " + expected, "providers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "REELAY_TOAPIS_BASE_URL=https://a.example",
        "  export REELAY_TOAPIS_BASE_URL='https://a.example'",
        "REELAY_TOAPIS_BASE_URL = \"https://a.example\"\r",
        "REELAY_TOAPIS_BASE_URL=https://a.example # the office",
        "REELAY_TOAPIS_BASE_URL='https://a.example'\t# 'the office'",
        "REELAY_22CODEX_API_KEY=\t# not yet\nREELAY_TOAPIS_BASE_URL=https://a.example",
        "REELAY_PAGE_TOKEN=correct-horse-battery\nREELAY_TOAPIS_BASE_URL=https://a.example",
        "\uFEFFREELAY_TOAPIS_BASE_URL=https://a.example",
        "REELAY_MY_RELAY_API_KEY=of a provider in a document\n"
            + "REELAY_TOAPIS_BASE_URL=https://a.example"
      })
  void readsALineAsAShellDoes(String line) throws IOException {
    config("rw-------", line + "\n");

    assertThat(runner.run("providers").out()).containsPattern("(?m)^toapis +https://a\\.example ");
  }

  /** A key may have such a sign. */
  @Test
  void aNumberSignInsideAWordBeginsNoComment() throws IOException {
    config("rw-------", "REELAY_TOAPIS_BASE_URL=https://a.example/b#c\n");

    assertThat(runner.run("providers").err())
        .isEqualTo(
            "expected a base URL such as https://provider.example in REELAY_TOAPIS_BASE_URL, found"
                + " one that is not http or https, has no host, has a port that is not from 1 to"
                + " 65535, or has user information, a query or a fragment\n");
  }

  @Test
  void isLookedForInTheDirectoryOfTheXdgSpecification() throws IOException {
    runner.env.put("XDG_CONFIG_HOME", "not/absolute"); // is ignored
    config("rw-------", "REELAY_TOAPIS_API_KEY=sk-1\n");
    assertThat(runner.run("providers").out()).contains("REELAY_TOAPIS_API_KEY (set)");

    runner.env.put("XDG_CONFIG_HOME", home.resolve("other").toString());
    assertThat(runner.run("providers").out()).contains("REELAY_TOAPIS_API_KEY (not set)");
  }

  @Test
  void namesAFileThatIsNone() throws IOException {
    Files.createDirectories(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));

    assertRefused(
        "expected a file of at most 1048576 bytes at '" + file + "', found another", "providers");
  }

  @Test
  void namesAFileThatIsNoText() throws IOException {
    config("rw-------", "");
    Files.write(file, new byte[] {'A', (byte) 0xff});

    assertRefused(file + ": expected UTF-8 text, found other bytes", "providers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"normalize --provider toapis", "completion", "--help", "--version"})
  void isNotReadByACommandThatNeedsNoKey(String line) throws IOException {
    config("rw-rw-rw-", "nothing");

    assertThat(runner.stdin("{\"id\":\"a\",\"status\":\"queued\"}").run(line.split(" ")).err())
        .isEmpty();
  }

  @Test
  void isNotReadWithoutAHome() {
    runner.env.remove("HOME");

    assertThat(runner.run("providers").status()).isZero();
  }
}
