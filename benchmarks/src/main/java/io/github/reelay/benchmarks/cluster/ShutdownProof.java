package io.github.reelay.benchmarks.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Replicas that get the signal to end, and others that join in their place. */
final class ShutdownProof implements Proof {
  private static final int FULL = 10;
  private static final int FAIR_SHARE = 64 / 3;

  @Override
  public String name() {
    return "shutdown";
  }

  private record End(String replica, long at, double seconds) {}

  @Override
  public void run(Bench bench, ResultTable results) throws Exception {
    int times = bench.options().times(FULL);
    results.figure("shutdowns", times);
    try (ClusterRun cluster = bench.cluster(name())) {
      List<ReplicaProcess> living = new ArrayList<>();
      for (int replica = 0; replica < 3; replica++) {
        living.add(cluster.start());
      }
      cluster.settle();
      Submitter submitter =
          new Submitter(cluster.tasks(), 160, Duration.ofSeconds(2), Duration.ofSeconds(12));
      TimeUnit.SECONDS.sleep(8);
      List<End> ends = new ArrayList<>();
      List<ReplicaProcess> joined = new ArrayList<>();
      for (int time = 0; time < times; time++) {
        ReplicaProcess leaving = living.remove(0);
        long begin = System.currentTimeMillis();
        leaving.process().terminate();
        ends.add(new End(leaving.name(), begin, (System.currentTimeMillis() - begin) / 1_000.0));
        TimeUnit.SECONDS.sleep(5);
        ReplicaProcess next = cluster.start();
        living.add(next);
        joined.add(next);
        next.awaitJoined();
        TimeUnit.SECONDS.sleep(7);
      }
      cluster.account(submitter, results);
      judge(cluster.queries(), ends, joined, results);
    }
  }

  private static void judge(
      ProviderLog queries, List<End> ends, List<ReplicaProcess> joined, ResultTable results)
      throws Exception {
    List<Double> took = new ArrayList<>();
    List<Double> partitions = new ArrayList<>();
    for (End end : ends) {
      took.add(end.seconds());
      queries
          .takeOvers(end.replica(), end.at())
          .forEach(seconds -> partitions.add(Math.max(0, seconds - end.seconds())));
    }
    List<Double> balanced = new ArrayList<>();
    for (ReplicaProcess each : joined) {
      balanced.add(balanced(queries, each));
    }
    results.atMost("from the signal to the end of the process, the longest, s", 1, most(took));
    results.atMost(
        "then until another queries in a partition, the longest, s", 2, most(partitions));
    results.atMost("from joining to a fair share of partitions, the longest, s", 5, most(balanced));
  }

  private static double most(List<Double> all) {
    return new Quantiles(all).most();
  }

  /** When it had queried in as many partitions as are its share, in seconds after it had joined. */
  private static double balanced(ProviderLog queries, ReplicaProcess replica) throws Exception {
    Set<Integer> queried = new HashSet<>();
    for (ProviderLog.Query each : queries.of(replica.name()).queries()) {
      queried.add(each.partition());
      if (queried.size() == FAIR_SHARE) {
        return (each.millis() - replica.joinedAt()) / 1_000.0;
      }
    }
    return Double.POSITIVE_INFINITY;
  }
}
