package io.github.reelay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.CommandRunner;
import io.github.reelay.cli.ProviderNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DemoCommandTest {
  /** Ids of 22codex begin with the model. */
  private static final List<String> TASKS =
      ProviderNames.all().stream()
          .map(name -> name + (name.equals("22codex") ? ":sora-2:ok-demo" : ":ok-demo"))
          .toList();

  private final CommandRunner runner = new CommandRunner();

  @TempDir private Path folder;

  private CommandRunner.Result demo() {
    return runner.run("demo", "--download", folder.toString());
  }

  @Test
  void printsASucceededTaskOfEachProvider() {
    CommandRunner.Result result = demo();

    assertThat(result.status()).isZero();
    assertThat(result.outLines())
        .hasSameSizeAs(ProviderNames.all())
        .allMatch(line -> line.contains("\"succeeded\""));
    assertThat(result.outLines().stream().map(line -> line.split("\"")[3]))
        .containsExactlyElementsOf(ProviderNames.all());
  }

  @Test
  void reportsEachChangeOfEachTask() {
    List<String> reports = demo().errLines();

    for (String task : TASKS) {
      assertThat(reports.stream().filter(line -> line.startsWith(task)).distinct().toList())
          .hasSizeGreaterThan(3)
          .isEqualTo(reports.stream().filter(line -> line.startsWith(task)).toList());
    }
    assertThat(reports)
        .contains("toapis:ok-demo: queued", "toapis:ok-demo: succeeded")
        .anyMatch(line -> line.matches("toapis:ok-demo: running [1-9][0-9]? %"));
  }

  @Test
  void downloadsTheVideoOfEachTask() throws IOException {
    List<String> reports = demo().errLines();

    assertThat(files())
        .contains("22codex-sora-2%3Aok-demo.mp4", "toapis-ok-demo.mp4")
        .hasSameSizeAs(TASKS);
    byte[] video = Files.readAllBytes(folder.resolve("toapis-ok-demo.mp4"));
    assertThat(new String(video, 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
    assertThat(reports)
        .contains("toapis:ok-demo: 17,993 bytes in " + folder.resolve("toapis-ok-demo.mp4"));
  }

  @Test
  void replacesTheVideosOfAnEarlierRun() throws IOException {
    Files.writeString(folder.resolve("toapis-ok-demo.mp4"), "old");

    assertThat(demo().status()).isZero();
    assertThat(Files.size(folder.resolve("toapis-ok-demo.mp4"))).isEqualTo(17_993);
  }

  @Test
  void namesTheDirectoryItMade() throws IOException {
    CommandRunner.Result result = runner.run("demo");

    String line = result.errLines().get(1);
    assertThat(line).startsWith("videos go to: ");
    folder = Path.of(line.substring("videos go to: ".length()));
    assertThat(files()).hasSameSizeAs(TASKS);
    for (String file : files()) {
      Files.delete(folder.resolve(file));
    }
    Files.delete(folder);
  }

  @Test
  void makesTheDirectoryThatIsMissing() throws IOException {
    folder = folder.resolve("new").resolve("videos");

    assertThat(demo().status()).isZero();
    assertThat(files()).hasSameSizeAs(TASKS);
  }

  @Test
  void takesNothingFromTheEnvironment() {
    runner.env.put("REELAY_TOAPIS_BASE_URL", "nonsense");
    runner.env.put("REELAY_TOAPIS_API_KEY", "sk-real");

    assertThat(demo().status()).isZero();
  }

  @Test
  void printsNoKey() {
    CommandRunner.Result result = demo();

    assertThat(result.out() + result.err()).doesNotContain("sk-");
  }

  @Test
  void takesThreeSeconds() {
    Instant start = runner.clock.instant();

    demo();

    assertThat(Duration.between(start, runner.clock.instant()))
        .isBetween(Duration.ofMillis(3_000), Duration.ofMillis(3_600));
  }

  @Test
  void givesUpWithinAMinuteAndPrintsTheHandles() {
    Clock clock = runner.clock;
    Instant start = clock.instant();
    runner.clock = Clock.fixed(start, ZoneOffset.UTC); // the sandbox's stands still

    CommandRunner.Result result = demo();

    assertThat(result.status()).isEqualTo(3);
    assertThat(Duration.between(start, clock.instant()))
        .isBetween(Duration.ofSeconds(39), Duration.ofSeconds(40));
    for (String task : TASKS) {
      assertThat(result.errLines())
          .contains(task + ": expected an end within 40 s, found it queued");
    }
    assertThat(result.err()).doesNotContain("resume with");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
