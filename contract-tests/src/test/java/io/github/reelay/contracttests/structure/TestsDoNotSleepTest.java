package io.github.reelay.contracttests.structure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contracttools.spec.Root;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
          "fuzz-tests/src/test/java/io/github/reelay/fuzz/CostTest.java",
          "burns processor time, which ends by itself",
          "contract-tests/src/test/java/io/github/reelay/contracttests/structure/"
              + "TestsDoNotSleepTest.java",
          "names what is forbidden");

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
              "\\b(until\\w*|eventually|await\\w*)\\([^;]*->[^;]*\\b"
                  + "(nanoTime|currentTimeMillis|now)\\(\\)",
              "\\.pollDelay\\((?!Duration\\.ZERO\\))",
              "\\.(during|atLeast|between)\\([^;]*\\.until\\w*\\(",
              "\\bonSpinWait\\(\\)",
              "\\bwhile\\s*\\([^;{]*\\b(nanoTime|currentTimeMillis|now)\\(\\)[^;{]*\\)"
                  + "\\s*(;|\\{\\s*(}|Thread\\.yield\\())")
          .map(Pattern::compile)
          .toList();

  @Test
  void noTestSleepsUnderAnyName() {
    Map<String, List<String>> found = new TreeMap<>();
    for (Path file : tests()) {
      String path = path(file);
      List<String> sleeps = sleeps(Modules.read(file));
      if (!sleeps.isEmpty() && !ALLOWED.containsKey(path)) {
        found.put(path, sleeps);
      }
    }

    assertThat(found).isEmpty();
  }

  @Test
  void noMoreIsAllowedThanIsNeeded() {
    assertThat(ALLOWED.keySet())
        .allSatisfy(path -> assertThat(sleeps(Modules.read(Root.path(path)))).isNotEmpty());
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
        "await(\"it lasts\").until(() -> System.nanoTime() - begin > LEAST.toNanos());",
        "await(\"a\")\n    .untilAsserted(\n        () -> assertThat(Instant.now()).isAfter(end));",
        "eventually(\"it lasts\", () -> assertThat(System.nanoTime()).isGreaterThan(end));",
        "Awaitility.await().pollDelay(Duration.ofMillis(50)).until(() -> true);",
        "await(\"it lasts\").pollDelay(LEAST).until(() -> true);",
        "await().during(Duration.ofMillis(50)).until(() -> true);",
        "await()\n    .atLeast(LEAST)\n    .untilAsserted(() -> assertThat(ended).isTrue());",
        "await().between(LEAST, MOST).untilTrue(ended);",
        "while (System.nanoTime() < end) {\n  Thread.yield();\n}",
        "while (!ended()) {\n  Thread.onSpinWait();\n}",
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
        "await(\"it is there\").until(() -> Files.exists(file));",
        "await().pollDelay(Duration.ZERO).pollInterval(PAUSE).until(() -> ended);",
        "await(\"ends\").until(() -> ended);\nlong end = System.nanoTime();",
        "assertThat(Duration.between(begin, end)).isPositive();\nawait().until(() -> ended);",
        "while (System.nanoTime() < end) {\n  query();\n}",
        "thread.join(10_000);"
      })
  void letsTestsWaitForSomething(String code) {
    assertThat(sleeps(code)).isEmpty();
  }

  /** The tests of all modules. */
  static List<Path> tests() {
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

  static String path(Path file) {
    return Root.path("").relativize(file).toString().replace('\\', '/');
  }

  private static List<String> sleeps(String code) {
    return SLEEPS.stream()
        .flatMap(sleep -> sleep.matcher(code).results())
        .map(match -> match.group())
        .toList();
  }
}
