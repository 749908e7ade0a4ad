package io.github.reelay.benchmarks.cluster;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code benchmarks/run cluster [--brief] [--scale F] [PROOF…]}: what a cluster promises, as a
 * table in Markdown with the goal next to each figure. Ends with status 1 if a goal is not met.
 */
final class ClusterProofs {
  private static final List<Proof> ALL =
      List.of(
          new LoadProof(),
          KillProof.plain(),
          new PauseProof(),
          new FenceProof(),
          OutageProof.stopped(),
          OutageProof.hanging(),
          new PartitionedReplicaProof(),
          new RateProof(),
          new ShutdownProof(),
          new FileProof(),
          KillProof.skewed());

  private static final List<String> BRIEF = List.of("kill", "outage", "rate");

  private ClusterProofs() {}

  public static void main(String[] arguments) throws Exception {
    Options options = Options.of(arguments);
    List<Proof> wanted = wanted(options);
    Files.createDirectories(options.folder());
    boolean failed = false;
    ResultTable.begin();
    try (Bench bench = new Bench(options)) {
      for (Proof proof : wanted) {
        ResultTable results = ResultTable.of(proof.name());
        long begin = System.nanoTime();
        proof.run(bench, results);
        System.err.printf("%s: %d s%n", proof.name(), (System.nanoTime() - begin) / 1_000_000_000);
        failed |= results.hasFailed();
      }
    }
    System.exit(failed ? 1 : 0);
  }

  private static List<Proof> wanted(Options options) {
    List<String> names = options.proofs();
    if (names.isEmpty()) {
      names = options.brief() ? BRIEF : ALL.stream().map(Proof::name).toList();
    }
    List<Proof> wanted = new ArrayList<>();
    for (String name : names) {
      wanted.add(
          ALL.stream()
              .filter(proof -> proof.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "expected one of "
                              + ALL.stream().map(Proof::name).toList()
                              + ", found "
                              + name)));
    }
    return wanted;
  }
}
