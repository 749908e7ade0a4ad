package io.github.reelay.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.CommandLogs;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where warnings go, as docs/logging.md says. */
@Timeout(120)
class LoggingTest {
  private static final Path LIBRARIES = Path.of("target/logging");
  private static final String SENTENCE =
      "expected the listener for findings of toapis to return, found an exception";

  /** The class path of these tests without SLF4J, which the command brings. */
  static List<String> withoutSlf4j() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.contains("slf4j"))
        .toList();
  }

  private static List<String> run(Stream<String> classPath, String... options)
      throws IOException, InterruptedException {
    Stream<String> command =
        Stream.of(
                InstalledCommand.shortLived().stream(),
                Arrays.stream(options),
                Stream.of("-cp", String.join(File.pathSeparator, classPath.toList())),
                Stream.of(WarningProgram.class.getName()))
            .flatMap(each -> each);
    Process process = new ProcessBuilder(command.toList()).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return out.lines().toList();
  }

  @Test
  void theJdkPrintsWarningsWithoutALoggingLibrary() throws Exception {
    List<String> lines = run(withoutSlf4j().stream(), "-Duser.language=en", "-Duser.country=US");

    assertThat(lines.get(0)).endsWith(" io.github.reelay.internal.LoggedCalls run");
    assertThat(lines.get(1)).isEqualTo("WARNING: " + SENTENCE);
    assertThat(lines).noneMatch(line -> line.contains("SLF4J"));
  }

  @Test
  void theLoggerIsShownInPlaceOfThePlace() throws Exception {
    String page = Files.readString(Path.of("../docs/logging.md"));
    String option = "-Djava.util.logging.SimpleFormatter.format=%1$tT %4$s %3$s: %5$s%6$s%n";

    List<String> lines = run(withoutSlf4j().stream(), "-Duser.language=en", option);

    assertThat(page).contains(option.replace("=%", "='%") + "'");
    assertThat(lines.get(0))
        .matches("[0-9:]{8} WARNING io\\.github\\.reelay\\.drift\\.FindingListener: " + SENTENCE);
  }

  @Test
  void slf4jHandsThemToLogback() throws Exception {
    try (Stream<Path> jars = Files.list(LIBRARIES)) {
      List<String> lines = run(Stream.concat(withoutSlf4j().stream(), jars.map(Path::toString)));

      assertThat(lines.get(0))
          .matches(
              "[0-9:.]{12} \\[main\\] WARN io\\.github\\.reelay\\.drift\\.FindingListener -- "
                  + SENTENCE);
    }
  }

  @Test
  void theCommandPrintsOneSentence() throws Exception {
    String option = "-Djava.util.logging.config.class=" + CommandLogs.class.getName();

    assertThat(run(withoutSlf4j().stream(), option))
        .containsExactly("warning: " + SENTENCE + ": java.lang.IllegalStateException");
  }

  @Test
  void aLevelSwitchesThemOff() throws Exception {
    Path settings = Files.createTempFile("logging", ".properties");
    try {
      Files.writeString(settings, "io.github.reelay.level = OFF\n");

      assertThat(run(withoutSlf4j().stream(), "-Djava.util.logging.config.file=" + settings))
          .isEmpty();
    } finally {
      Files.delete(settings);
    }
  }
}
