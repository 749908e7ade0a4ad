package io.github.reelay.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Every target is fuzzed by Jazzer, both kinds of input at the same time: three seconds in every
 * build, ten minutes with {@code -Pfuzz}, {@code -Dfuzz.seconds=60} and {@code -Dfuzz.seed=7} as
 * wished.
 */
class CoverageGuidedTest {
  private static final List<String> KINDS = FuzzTargets.KINDS;
  private static final int SECONDS = Integer.getInteger("fuzz.seconds", 3);
  private static final long SEED = Long.getLong("fuzz.seed", 1);
  private static final Map<String, JazzerRun> RUNS = new TreeMap<>();

  @BeforeAll
  static void start() throws IOException {
    String missing = Platform.missingLibrary();
    if (missing != null) {
      System.out.println("NOT FUZZED: " + missing);
      assumeTrue(false, missing);
    }
    for (String kind : KINDS) {
      RUNS.put(kind, new JazzerRun(kind, SECONDS, SEED));
    }
  }

  @AfterAll
  static void end() {
    RUNS.values().forEach(JazzerRun::close);
  }

  @ParameterizedTest
  @FieldSource("KINDS")
  void nothingIsFound(String kind) throws IOException, InterruptedException {
    JazzerRun run = RUNS.get(kind);
    String finding = run.finding();
    if (finding == null && run.inputs() <= run.given()) {
      // A busy machine can take all of the time for the inputs that it begins with.
      run = new JazzerRun(kind, 10 * SECONDS, SEED);
      RUNS.put(kind, run);
      finding = run.finding();
    }

    List<Integer> coverage = run.coverage();
    System.out.printf(
        Locale.ROOT,
        "Fuzzed %s: %,d inputs in %d s, %,d branches, %,d with the seeds alone, -Dfuzz.seed=%d%n",
        kind,
        run.inputs(),
        SECONDS,
        coverage.get(1),
        coverage.get(0),
        SEED);
    if (finding != null) {
      fail(finding);
    }
    assertThat(run.inputs()).as("inputs").isGreaterThan(run.given());
    assertThat(coverage.get(1)).as("branches").isGreaterThan(10);
  }
}
