package io.github.reelay.benchmarks.cluster;

import java.util.concurrent.TimeUnit;

/** That the proof of pauses fails if the fence is broken, so that it can be believed. */
final class FenceProof implements Proof {
  private static final int PAUSES = 5;

  @Override
  public String name() {
    return "fence";
  }

  @Override
  public void run(Bench bench, ResultTable results) throws Exception {
    results.figure("pauses with a broken fence", PAUSES);
    try (ClusterRun cluster = bench.cluster(name())) {
      PauseProof.pause(bench, cluster, PAUSES, "fence=broken").stop();
      TimeUnit.SECONDS.sleep(2);
      long backwards = cluster.ends().backwards();
      results.isTrue(
          "the proof of pauses with a broken fence",
          "fails",
          backwards + " tasks whose progress went backwards",
          backwards > 0);
    }
  }
}
