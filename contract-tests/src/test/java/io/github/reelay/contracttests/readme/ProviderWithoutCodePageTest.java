package io.github.reelay.contracttests.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.reelay.cli.Main;
import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.ShutdownSignal;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.dialect.document.LoadedDialect;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.sandbox.SettableClock;
import io.github.reelay.time.Scheduler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * docs/a-provider-without-code.md shows what its commands print, and its documents read their
 * examples.
 */
@Timeout(60)
class ProviderWithoutCodePageTest {
  private static final Path PAGE = Path.of("../docs/a-provider-without-code.md");
  private static final Path DOCUMENTS = Path.of("../docs/dialects");
  private static final SettableClock CLOCK =
      SettableClock.at(Instant.parse("2026-11-26T08:00:00Z"));

  @Test
  void everyOutputIsReal() throws IOException {
    String page = Files.readString(PAGE);
    if (Boolean.getBoolean("readme.rewrite")) {
      Files.writeString(PAGE, PageOutputs.renewed(page, ProviderWithoutCodePageTest::run));
      fail(PAGE + " was rewritten; look at the difference and run again without the option");
    }

    assertThat(PageOutputs.in(page))
        .hasSize(4)
        .allSatisfy(
            shown ->
                assertThat(run(shown.arguments()))
                    .as("reelay %s; rewrite with -Dreadme.rewrite=true", shown.arguments())
                    .isEqualTo(shown.output()));
  }

  /** Standard error first, as it comes first; addresses of the sandbox as a page can show them. */
  private static String run(List<String> arguments) {
    Dialect dialect = document("unified-v2.yaml");
    LoadedDialect loaded = (LoadedDialect) dialect;
    try (Sandbox sandbox =
        Sandbox.builder()
            .clock(CLOCK)
            .stepByQueries(1, 1)
            .places(loaded.facts(), loaded.places(), loaded.content())
            .start()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      Map<String, String> env =
          Map.of(
              "REELAY_UNIFIED_V2_BASE_URL", sandbox.baseUrl("unified-v2").toString(),
              "REELAY_UNIFIED_V2_API_KEY", sandbox.apiKey("unified-v2"));
      String[] args =
          arguments.stream().map(each -> each.replace("docs/", "../docs/")).toArray(String[]::new);
      Main.run(args, context(out, err, env));
      return (text(err) + text(out))
          .replace("../docs/", "docs/")
          .replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:8080")
          .replaceAll("sig=[0-9a-f]+", "sig=5fd62c6a");
    }
  }

  private static CommandContext context(
      ByteArrayOutputStream out, ByteArrayOutputStream err, Map<String, String> env) {
    return new CommandContext(
        new CommandContext.Streams(
            InputStream.nullInputStream(),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8)),
        env,
        CLOCK,
        Scheduler::ofSystem,
        CommandContext.Terminal.none(),
        new ShutdownSignal());
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static Dialect document(String name) {
    try {
      return Dialect.load(DOCUMENTS.resolve(name));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Stream<String> documents() throws IOException {
    try (Stream<Path> files = Files.list(DOCUMENTS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyDocumentReadsItsExamplesWithoutAFinding(String name) throws IOException {
    assertThat(Files.readAllLines(DOCUMENTS.resolve(name))).hasSizeLessThanOrEqualTo(30);
    String folder = name.replace(".yaml", "");

    String printed = run(List.of("dialect", "check", "docs/dialects/" + name));

    assertThat(((LoadedDialect) document(name)).exampleFiles())
        .as("each saved response is an example")
        .hasSameSizeAs(Files.list(DOCUMENTS.resolve(folder)).toList());
    assertThat(printed.lines().filter(line -> line.startsWith("{")))
        .hasSizeGreaterThan(3)
        .allMatch(line -> line.endsWith("\"findings\":[]}"))
        .anyMatch(line -> line.contains("\"status\":\"queued\""))
        .anyMatch(line -> line.contains("\"status\":\"running\""))
        .anyMatch(line -> line.contains("\"video\":{\"url\":\"https://"))
        .anyMatch(line -> line.contains("\"status\":\"failed\""));
    assertThat(printed).doesNotContain("expected ");
  }

  @Test
  void thereAreThreeFamilies() throws IOException {
    assertThat(documents())
        .containsExactly("data-output.yaml", "openai-style.yaml", "unified-v2.yaml");
  }
}
