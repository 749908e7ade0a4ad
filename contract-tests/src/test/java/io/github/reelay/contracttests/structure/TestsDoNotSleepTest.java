package io.github.reelay.contracttests.structure;

import static org.assertj.core.api.Assertions.assertThat;

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
          "Eventually.java", "looks again at what other threads and processes do without a signal",
          "DeadlinesTest.java", "takes the permit of its thread, as a lock does",
          "TestsDoNotSleepTest.java", "names what is forbidden");

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
              "\\bcurrentThread\\(\\)\\s*\\.join\\(")
          .map(Pattern::compile)
          .toList();

  @Test
  void noTestSleepsUnderAnyName() {
    Map<String, List<String>> found = new TreeMap<>();
    for (Path file : tests()) {
      List<String> sleeps = sleeps(Modules.read(file));
      if (!sleeps.isEmpty() && !ALLOWED.containsKey(file.getFileName().toString())) {
        found.put(file.toString(), sleeps);
      }
    }

    assertThat(found).isEmpty();
  }

  @Test
  void noMoreIsAllowedThanIsNeeded() {
    assertThat(ALLOWED.keySet())
        .allSatisfy(
            name ->
                assertThat(tests())
                    .anyMatch(
                        file -> file.endsWith(name) && !sleeps(Modules.read(file)).isEmpty()));
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
        "Thread.currentThread().join(50);"
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

  private static List<String> sleeps(String code) {
    return SLEEPS.stream()
        .flatMap(sleep -> sleep.matcher(code).results())
        .map(match -> match.group())
        .toList();
  }
}
