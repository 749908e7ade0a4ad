package io.github.reelay.contracttests.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A limit that only ends a test that is broken has to be so long that no busy machine reaches it.
 */
class TestsArePatientTest {
  private static final Duration LEAST = Duration.ofSeconds(30);

  /** Limits that are what a test is about, and pauses between two looks. */
  private static final Map<String, List<String>> ALLOWED =
      Map.of(
          "cluster/src/test/java/io/github/reelay/cluster/KilledH2Test.java",
          List.of("waitFor(10, TimeUnit.MILLISECONDS)"),
          "integration-tests/src/test/java/io/github/reelay/integration/KilledCollectTest.java",
          List.of("waitFor(2, TimeUnit.MILLISECONDS)"),
          "integration-tests/src/test/java/io/github/reelay/integration/KilledWatchTest.java",
          List.of(
              "waitFor(10, TimeUnit.MILLISECONDS)",
              "waitFor(5, TimeUnit.MILLISECONDS)",
              "waitFor(5, TimeUnit.MILLISECONDS)"),
          "normalizer/src/test/java/io/github/reelay/transport/HttpTransportCancelTest.java",
          List.of("orTimeout(1, TimeUnit.MILLISECONDS)"),
          "normalizer/src/test/java/io/github/reelay/transport/ServerConnection.java",
          List.of("await(5, TimeUnit.MILLISECONDS)"),
          "watcher/src/test/java/io/github/reelay/watch/CancelTest.java",
          List.of("orTimeout(10, TimeUnit.MILLISECONDS)"),
          "watcher/src/test/java/io/github/reelay/watch/GivingUpTest.java",
          List.of("orTimeout(1, TimeUnit.MILLISECONDS)"));

  private static final Pattern WITH_UNIT =
      Pattern.compile(
          "\\b(?:await|awaitTermination|get|orTimeout|poll|succeedsWithin|tryAcquire|waitFor)\\("
              + "\\s*([\\d_]+)L?,\\s*(?:TimeUnit\\s*\\.)?(SECONDS|MILLISECONDS)\\s*\\)");

  private static final Pattern OF_SECONDS =
      Pattern.compile("(?:@Timeout|\\batMost\\(Duration\\.ofSeconds)\\(([\\d_]+)\\)");

  private static final Pattern OF_MILLIS = Pattern.compile("\\.join\\(([\\d_]+)L?\\)");

  @Test
  void noLimitIsShort() {
    Map<String, List<String>> found = new TreeMap<>();
    for (Path file : TestsDoNotSleepTest.tests()) {
      List<String> limits = shortLimits(Modules.read(file));
      if (!limits.isEmpty() && !file.endsWith("TestsDoNotSleepTest.java") && !isThis(file)) {
        found.put(TestsDoNotSleepTest.path(file), limits);
      }
    }

    assertThat(found).isEqualTo(new TreeMap<>(ALLOWED));
  }

  private static boolean isThis(Path file) {
    return file.endsWith(TestsArePatientTest.class.getSimpleName() + ".java");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "latch.await(5, TimeUnit.SECONDS)",
        "future.get(29, SECONDS)",
        "future\n    .get(\n        900, TimeUnit.MILLISECONDS)",
        "future.orTimeout(20, TimeUnit.SECONDS)",
        "queue.poll(1_000, MILLISECONDS)",
        "process.waitFor(10, TimeUnit.SECONDS)",
        "thread.join(10_000)",
        "@Timeout(5)",
        "await().atMost(Duration.ofSeconds(5))"
      })
  void seesWhatIsShort(String code) {
    assertThat(shortLimits(code)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "latch.await(30, TimeUnit.SECONDS)",
        "future.get(30_000, TimeUnit.MILLISECONDS)",
        "process.waitFor(2, TimeUnit.MINUTES)",
        "thread.join(30_000)",
        "thread.join()",
        "outcomes.get(0)",
        "@Timeout(60)",
        "await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(5))"
      })
  void letsTestsBePatient(String code) {
    assertThat(shortLimits(code)).isEmpty();
  }

  private static List<String> shortLimits(String code) {
    return Stream.of(
            WITH_UNIT
                .matcher(code)
                .results()
                .filter(limit -> isShort(limit, TimeUnit.valueOf(limit.group(2)))),
            OF_SECONDS.matcher(code).results().filter(limit -> isShort(limit, TimeUnit.SECONDS)),
            OF_MILLIS
                .matcher(code)
                .results()
                .filter(limit -> isShort(limit, TimeUnit.MILLISECONDS)))
        .flatMap(each -> each)
        .map(MatchResult::group)
        .toList();
  }

  private static boolean isShort(MatchResult limit, TimeUnit unit) {
    return unit.toMillis(Long.parseLong(limit.group(1).replace("_", ""))) < LEAST.toMillis();
  }
}
