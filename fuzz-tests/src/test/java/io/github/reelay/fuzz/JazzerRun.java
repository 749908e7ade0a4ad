package io.github.reelay.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Jazzer at work on one kind of input, in a process of its own, because one process fuzzes one
 * entry and has its classes instrumented. All files are below {@code target}.
 */
final class JazzerRun implements AutoCloseable {
  private static final Pattern RUNS = Pattern.compile("stat::number_of_executed_units: *(\\d+)");
  private static final Pattern COVERAGE = Pattern.compile("cov: (\\d+)");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]{2,30}");
  private static final Pattern FINDING =
      Pattern.compile("== Java Exception: (.*?)\n== libFuzzer crashing input", Pattern.DOTALL);
  private static final Pattern INPUT = Pattern.compile("Base64: (\\S*)");
  private static final Pattern SAVED = Pattern.compile("Test unit written to (\\S+)");

  /** Whose branches are measured. */
  private static final String MEASURED = "io.github.reelay.**:com.fasterxml.jackson.core.json.**";

  private static final String OURS = "io.github.reelay.fuzz.**";

  /**
   * Jazzer's detectors for other kinds of programs, such as of SQL injection, each of which makes
   * it start more slowly.
   */
  private static final String SANITIZERS =
      Stream.of(
              "BigDecimal",
              "ClojureLangHooks",
              "Deserialization",
              "ExpressionLanguageInjection",
              "FilePathTraversal",
              "LdapInjection",
              "NamingContextLookup",
              "OsCommandInjection",
              "ReflectiveCall",
              "RegexInjection",
              "RegexRoadblocks",
              "ScriptEngineInjection",
              "ServerSideRequestForgery",
              "SqlInjection",
              "TemplateInjection",
              "UnsafeSanitizer",
              "XPathInjection",
              "XmlParserSsrfGuidance")
          .map(name -> "com.code_intelligence.jazzer.sanitizers." + name)
          .collect(Collectors.joining(":"));

  /** How long a process may take that does not end by itself, beyond the time it fuzzes. */
  private static final int GRACE_SECONDS = 120;

  private final String kind;
  private final int seconds;
  private final Path folder;
  private final int given;
  private final Process process;

  /** Starts fuzzing. */
  JazzerRun(String kind, int seconds, long seed) throws IOException {
    this.kind = kind;
    this.seconds = seconds;
    this.folder = Files.createTempDirectory(Files.createDirectories(folder()), kind + "-");
    FuzzTargets targets = FuzzTargets.of(kind, folder);
    Path seeds = Files.createDirectory(folder.resolve("seeds"));
    Map<String, byte[]> inputs = Inputs.all(kind, targets);
    for (Map.Entry<String, byte[]> each : inputs.entrySet()) {
      Files.write(seeds.resolve(each.getKey()), each.getValue());
    }
    this.given = inputs.size();
    Files.writeString(folder.resolve("words"), words(inputs));
    Files.createDirectory(folder.resolve("found"));
    this.process =
        new ProcessBuilder(command(seconds, seed))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  private static Path folder() {
    return Path.of("target", "fuzz").toAbsolutePath();
  }

  private List<String> command(int length, long seed) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        absolute(System.getProperty("java.class.path")),
        "com.code_intelligence.jazzer.Jazzer",
        "--target_class=" + JazzerEntry.class.getName(),
        "--target_args=" + kind,
        "--instrumentation_includes=" + MEASURED,
        "--instrumentation_excludes=" + OURS,
        "--custom_hook_includes=" + MEASURED,
        "--disabled_hooks=" + SANITIZERS,
        "--reproducer_path=.",
        "-artifact_prefix=" + folder + "/",
        "-dict=words",
        "-max_len=16384",
        "-rss_limit_mb=0",
        "-print_final_stats=1",
        "-seed=" + seed,
        "-max_total_time=" + length,
        "found",
        "seeds");
  }

  private static String absolute(String classPath) {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(classPath)
        .map(each -> Path.of(each).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** A dictionary of the words that are in the seeds. */
  private static String words(Map<String, byte[]> inputs) {
    return inputs.values().stream()
        .flatMap(each -> WORD.matcher(new String(each, ISO_8859_1)).results())
        .map(found -> "\"" + found.group() + "\"\n")
        .distinct()
        .limit(500)
        .collect(Collectors.joining());
  }

  /** Waits for the end, and says what was found; null if nothing was. */
  @Nullable String finding() throws IOException, InterruptedException {
    if (!process.waitFor(seconds + GRACE_SECONDS, TimeUnit.SECONDS)) {
      return "expected the fuzzing of " + kind + " to end, found it running; see " + log();
    }
    String log = text();
    if (process.exitValue() == 0) {
      return null;
    }
    String saved = part(SAVED, log);
    return "expected no finding in "
        + kind
        + ", found "
        + Objects.requireNonNullElse(part(FINDING, log), "one of libFuzzer's own, see " + log())
        + "\nIts input in Base64: "
        + part(INPUT, log)
        + "\nTo run it in every build, without Jazzer:\n  cp "
        + saved
        + " fuzz-tests/src/test/resources/inputs/"
        + kind
        + "/\n  ./mvnw -pl fuzz-tests -am verify";
  }

  /** How many inputs it began with. */
  int given() {
    return given;
  }

  /** How many inputs were tried. */
  long inputs() throws IOException {
    return Long.parseLong(Objects.requireNonNullElse(part(RUNS, text()), "0"));
  }

  /** How many of the instrumented branches were taken at the beginning and at the end. */
  List<Integer> coverage() throws IOException {
    List<Integer> all =
        COVERAGE.matcher(text()).results().map(each -> Integer.valueOf(each.group(1))).toList();
    return all.isEmpty() ? List.of(0, 0) : List.of(all.get(0), all.get(all.size() - 1));
  }

  private String text() throws IOException {
    return Files.readString(log(), ISO_8859_1);
  }

  private Path log() {
    return folder.resolve("log");
  }

  private static @Nullable String part(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1).strip() : null;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
