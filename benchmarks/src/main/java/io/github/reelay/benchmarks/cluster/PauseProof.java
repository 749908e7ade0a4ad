package io.github.reelay.benchmarks.cluster;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** Replicas that are stopped for 6 to 10 s and then go on, as after a long collection. */
final class PauseProof implements Proof {
  private static final int FULL = 20;

  @Override
  public String name() {
    return "pause";
  }

  @Override
  public void run(Bench bench, ResultTable results) throws Exception {
    int pauses = bench.options().times(FULL);
    results.figure("pauses of 6 to 10 s", pauses);
    try (ClusterRun cluster = bench.cluster(name())) {
      Submitter submitter = pause(bench, cluster, pauses);
      cluster.account(submitter, results);
      results.atLeast("writes that the fence has refused", 1, cluster.refused());
    }
  }

  /** Pauses one replica after another, while tasks are submitted. */
  static Submitter pause(Bench bench, ClusterRun cluster, int pauses, String... more)
      throws Exception {
    for (int replica = 0; replica < 3; replica++) {
      cluster.start(more);
    }
    cluster.settle();
    Submitter submitter =
        new Submitter(cluster.tasks(), 80, Duration.ofSeconds(2), Duration.ofSeconds(30));
    TimeUnit.SECONDS.sleep(5);
    SplittableRandom random = bench.random();
    for (int pause = 0; pause < pauses; pause++) {
      JavaProcess paused = cluster.replicas().get(random.nextInt(3)).process();
      paused.pause();
      TimeUnit.MILLISECONDS.sleep(random.nextLong(6_000, 10_000));
      paused.resume();
      TimeUnit.MILLISECONDS.sleep(random.nextLong(3_000, 6_000));
    }
    return submitter;
  }
}
