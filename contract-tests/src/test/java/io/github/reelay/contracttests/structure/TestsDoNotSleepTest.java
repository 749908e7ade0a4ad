package io.github.reelay.contracttests.structure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contracttools.spec.Root;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A test that lets time pass is slow on a quick machine and fails on a slow one. Tests wait for
 * latches and futures, or move a virtual time.
 */
class TestsDoNotSleepTest {
  /** Where time may pass, and why. */
  private static final Map<String, String> ALLOWED =
      Map.of(
          "normalizer/src/test/java/io/github/reelay/transport/DeadlinesTest.java",
          "takes the permit of its thread, as a lock does",
          "cluster/src/test/java/io/github/reelay/cluster/OutageTest.java",
          "lets an outage last, during which nothing happens that could be waited for",
          "contract-tests/src/test/java/io/github/reelay/contracttests/structure/"
              + "TestsDoNotSleepTest.java",
          "names what is forbidden");

  /** What looks again and again at what other threads and processes do without a signal. */
  private static final Set<String> EVENTUALLY =
      Set.of(
          "cli/src/test/java/io/github/reelay/cli/Eventually.java",
          "cluster/src/test/java/io/github/reelay/cluster/Eventually.java",
          "normalizer/src/test/java/io/github/reelay/transport/Eventually.java",
          "spring-boot-sample/src/test/java/com/example/videodesk/Eventually.java",
          "watcher/src/test/java/io/github/reelay/download/Eventually.java");

  /** The one sleep that they may have, which ends as soon as a condition holds. */
  private static final Pattern BETWEEN_TWO_LOOKS =
      Pattern.compile(
          "while \\(!\\w+\\.getAsBoolean\\(\\) && [^{}]*\\{\\s*"
              + "LockSupport\\.parkNanos\\(PAUSE_NANOS\\);\\s*}");

  private static final List<Pattern> SLEEPS =
      Stream.of(
              "\\bThread\\s*\\.sleep\\(",
              "\\bTimeUnit\\s*(\\.\\w+\\s*)?\\.sleep\\(",
              "\\bpark(Nanos|Until)\\(",
              "\\bnew CountDownLatch\\([^()]*\\)\\s*\\.await\\(\\s*\\S",
              "\\bassert(That|False)\\(\\s*\\w+\\s*\\.await\\([^;]*\\)\\s*\\)\\s*\\.isFalse\\(",
              "\\bassertFalse\\(\\s*\\w+\\s*\\.await\\(",
              "\\bdelayedExecutor\\(",
              "\\bnew Object\\(\\)\\s*\\.wait\\(",
              "\\bcurrentThread\\(\\)\\s*\\.join\\(",
              "\\buntil\\([^;]*->[^;]*\\b(nanoTime|currentTimeMillis|now)\\(\\)",
              "\\bwhile\\s*\\([^;{]*\\b(nanoTime|currentTimeMillis|now)\\(\\)[^;{]*\\)"
                  + "\\s*(;|\\{\\s*(}|Thread\\.(onSpinWait|yield)\\())")
          .map(Pattern::compile)
          .toList();

  @Test
  void noTestSleepsUnderAnyName() {
    Map<String, List<String>> found = new TreeMap<>();
    for (Path file : tests()) {
      String path = path(file);
      String code = Modules.read(file);
      List<String> sleeps = sleeps(EVENTUALLY.contains(path) ? withoutLooks(code) : code);
      if (!sleeps.isEmpty() && !ALLOWED.containsKey(path)) {
        found.put(path, sleeps);
      }
    }

    assertThat(found).isEmpty();
  }

  @Test
  void noMoreIsAllowedThanIsNeeded() {
    assertThat(tests()).extracting(TestsDoNotSleepTest::path).containsAll(EVENTUALLY);
    assertThat(ALLOWED.keySet())
        .allSatisfy(path -> assertThat(sleeps(Modules.read(Root.path(path)))).isNotEmpty());
    assertThat(EVENTUALLY)
        .allSatisfy(
            path ->
                assertThat(BETWEEN_TWO_LOOKS.matcher(Modules.read(Root.path(path))).results())
                    .hasSize(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (System.nanoTime() < end) {\n  LockSupport.parkNanos(end - System.nanoTime());\n}",
        "while (System.nanoTime() < end) {\n  LockSupport.parkNanos(PAUSE_NANOS);\n}",
        "LockSupport.parkNanos(PAUSE_NANOS);",
        "while (!holds.getAsBoolean() && left()) {\n  LockSupport.parkNanos(time.toNanos());\n}"
      })
  void whatLooksAgainMayNotLetTimePassOtherwise(String code) {
    String looks =
        "while (!holds.getAsBoolean() && System.nanoTime() < end) {\n"
            + "  LockSupport.parkNanos(PAUSE_NANOS);\n}\n";

    assertThat(sleeps(withoutLooks(looks))).isEmpty();
    assertThat(sleeps(withoutLooks(looks + code))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thread.sleep(50);",
        "TimeUnit.MILLISECONDS.sleep(50);",
        "LockSupport.parkNanos(50_000_000);",
        "LockSupport.parkUntil(deadline);",
        "new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);",
        "new CountDownLatch(1)\n        .await(50, MILLISECONDS);",
        "assertThat(never.await(5, TimeUnit.MILLISECONDS)).isFalse();",
        "assertFalse(never.await(5, TimeUnit.MILLISECONDS));",
        "CompletableFuture.delayedExecutor(1, SECONDS)",
        "new Object().wait(50)",
        "Thread.currentThread().join(50);",
        "Eventually.until(\"it lasts\", () -> System.nanoTime() - begin > LEAST.toNanos());",
        "Eventually.until(\n    \"a\",\n    () -> Instant.now().isAfter(end));",
        "while (System.nanoTime() < end) {\n  Thread.onSpinWait();\n}",
        "while (System.currentTimeMillis() < end) {}",
        "while (System.nanoTime() < end);"
      })
  void seesWhatSleeps(String code) {
    assertThat(sleeps(code)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "assertThat(released.await(10, TimeUnit.SECONDS)).isTrue();",
        "released.await();",
        "future.get(20, TimeUnit.SECONDS);",
        "time.advance(Duration.ofSeconds(5));",
        "Eventually.until(\"it is there\", () -> Files.exists(file));",
        "Eventually.until(\"ends\", () -> ended);\nlong end = System.nanoTime();",
        "while (System.nanoTime() < end) {\n  query();\n}",
        "thread.join(10_000);"
      })
  void letsTestsWaitForSomething(String code) {
    assertThat(sleeps(code)).isEmpty();
  }

  private static List<Path> tests() {
    return Stream.concat(
            Modules.FOLDERS.stream(),
            Stream.of(
                "benchmarks",
                "browser-tests",
                "contract-tests",
                "fuzz-tests",
                "integration-tests",
                "spring-boot-sample"))
        .flatMap(module -> Modules.sources(module, "test").stream())
        .toList();
  }

  private static String path(Path file) {
    return Root.path("").relativize(file).toString().replace('\\', '/');
  }

  private static String withoutLooks(String code) {
    return BETWEEN_TWO_LOOKS.matcher(code).replaceAll("");
  }

  private static List<String> sleeps(String code) {
    return SLEEPS.stream()
        .flatMap(sleep -> sleep.matcher(code).results())
        .map(match -> match.group())
        .toList();
  }
}
