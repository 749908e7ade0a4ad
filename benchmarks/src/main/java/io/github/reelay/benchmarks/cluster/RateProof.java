package io.github.reelay.benchmarks.cluster;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One limit of 50 queries a second that three replicas keep together, whatever happens to them. */
final class RateProof implements Proof {
  private static final int TASKS = 3_000;
  private static final Duration FOR_EVER = Duration.ofDays(1);

  @Override
  public String name() {
    return "rate";
  }

  @Override
  public void run(Bench bench, ResultTable results) throws Exception {
    boolean brief = bench.options().brief();
    try (ClusterRun cluster = bench.cluster(name())) {
      ReplicaProcess first = join(cluster);
      ReplicaProcess second = join(cluster);
      join(cluster);
      cluster.settle();
      Submitter submitter = new Submitter(cluster.tasks(), 0, FOR_EVER, FOR_EVER);
      submitter.submit(TASKS);
      TimeUnit.SECONDS.sleep(3); // connections are set up in the first seconds
      long from = System.currentTimeMillis();
      sleep(bench, brief, 60);
      long steady = System.currentTimeMillis();
      first.process().kill();
      sleep(bench, brief, 40);
      join(cluster);
      sleep(bench, brief, 45);
      second.process().terminate();
      sleep(bench, brief, 20);
      long to = System.currentTimeMillis();
      submitter.stop();
      ProviderLog queries = cluster.queries();
      results.fact("queries from a kill to a shutdown", (to - from) / 1_000 + " s");
      results.atMost(
          "most in any 10 s, per s", 51, queries.between(from, to).mostWithin(10_000) / 10.0);
      results.atLeast("mean while nothing happens, per s", 49, mean(queries, from, steady));
      results.figure("mean from the kill on, per s", mean(queries, steady, to));
    }
  }

  private static ReplicaProcess join(ClusterRun cluster) throws Exception {
    return cluster.start("rate=50", "interval=10000", "initial=0");
  }

  /** The brief form takes half a minute in all. */
  private static void sleep(Bench bench, boolean brief, int fullSeconds)
      throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(
        brief ? fullSeconds * 180L : bench.options().lasting(fullSeconds, 12).toMillis());
  }

  private static double mean(ProviderLog queries, long from, long to) {
    return queries.between(from, to).queries().size() * 1_000.0 / (to - from);
  }
}
