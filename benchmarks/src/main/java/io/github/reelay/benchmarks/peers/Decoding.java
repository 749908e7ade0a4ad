package io.github.reelay.benchmarks.peers;

import io.github.reelay.benchmarks.ReadingBenchmark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * From the bytes of a response to the canonical task, by JMH. The readers of one body follow each
 * other in every round, so that both sides of a ratio are measured within half a minute.
 */
final class Decoding {
  private static final int ROUNDS = 4;
  private static final String BYTES = "gc.alloc.rate.norm";

  private final Figures nanos = new Figures("ns", new HashMap<>());
  private final Figures bytes = new Figures("bytes", new HashMap<>());

  /**
   * What was measured in one unit.
   *
   * @param scores by reader and body
   */
  private record Figures(String unit, Map<String, List<Double>> scores) {
    void add(String name, double score) {
      scores.computeIfAbsent(name, any -> new ArrayList<>()).add(score);
    }
  }

  private Decoding() {}

  static List<Row> run(Settings settings) throws RunnerException {
    Decoding decoding = new Decoding();
    for (int round = 0; round < ROUNDS; round++) {
      for (String body : ReadingBenchmark.BODIES) {
        for (RunResult result : new Runner(options(settings, body).build()).run()) {
          decoding.take(result);
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    for (String body : ReadingBenchmark.BODIES) {
      boolean large = body.startsWith("22codex");
      rows.add(row(decoding.nanos, body, "databind", large ? 1.0 : 1.3));
      rows.add(row(decoding.bytes, body, "readTree", large ? 0.75 : 1.0));
      rows.add(row(decoding.nanos, body, "tokenScan", Double.NaN));
    }
    return rows;
  }

  private static ChainedOptionsBuilder options(Settings settings, String body) {
    return new OptionsBuilder()
        .include(ReadingBenchmark.class.getName())
        .addProfiler(GCProfiler.class)
        .jvm(settings.java())
        .shouldFailOnError(true)
        .output(settings.root().resolve("benchmarks/target/jmh.txt").toString())
        .param("body", body)
        .forks(1)
        .warmupIterations(4)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(4)
        .measurementTime(TimeValue.milliseconds(500));
  }

  private void take(RunResult result) {
    String name = result.getPrimaryResult().getLabel() + " " + result.getParams().getParam("body");
    Collection<BenchmarkResult> forks = result.getBenchmarkResults();
    for (BenchmarkResult fork : forks) {
      for (IterationResult iteration : fork.getIterationResults()) {
        nanos.add(name, iteration.getPrimaryResult().getScore());
        bytes.add(name, iteration.getSecondaryResults().get(BYTES).getScore());
      }
    }
  }

  private static Row row(Figures figures, String body, String peer, double goal) {
    return new Row(
        "decode-" + body + "-" + peer,
        body + ", bytes to canonical task, beside " + peer,
        figures.unit(),
        Goal.atMost(goal),
        figures.scores().get("canonicalTask " + body),
        figures.scores().get(peer + " " + body));
  }
}
