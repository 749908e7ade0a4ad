package io.github.reelay.benchmarks.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** Replicas that are killed at random moments; others are started in their place. */
final class KillProof implements Proof {
  private static final int FULL = 200;
  private static final int BRIEF = 6;
  private static final int PER_SECOND = 80;

  private final String name;
  private final int full;
  private final int[] skewMillis;

  private KillProof(String name, int full, int... skewMillis) {
    this.name = name;
    this.full = full;
    this.skewMillis = skewMillis;
  }

  static KillProof plain() {
    return new KillProof("kill", FULL, 0, 0, 0);
  }

  /** The same while the machines' clocks differ by twenty seconds. */
  static KillProof skewed() {
    return new KillProof("skew", 20, -10_000, 0, 10_000);
  }

  @Override
  public String name() {
    return name;
  }

  private record Kill(String replica, long at) {}

  @Override
  public void run(Bench bench, ResultTable results) throws Exception {
    try (ClusterRun cluster = bench.cluster(name)) {
      List<ReplicaProcess> living = new ArrayList<>();
      for (int skew : skewMillis) {
        living.add(cluster.start("skew=" + skew));
      }
      cluster.settle();
      Submitter submitter =
          new Submitter(cluster.tasks(), PER_SECOND, Duration.ofSeconds(2), Duration.ofSeconds(12));
      TimeUnit.SECONDS.sleep(3);
      List<Kill> killed = kill(bench, cluster, living);
      TimeUnit.SECONDS.sleep(10);
      results.figure("kills", killed.size());
      cluster.account(submitter, results);
      takeOvers(cluster, killed, results);
    }
  }

  private List<Kill> kill(Bench bench, ClusterRun cluster, List<ReplicaProcess> living)
      throws Exception {
    boolean brief = bench.options().brief();
    int kills = brief ? BRIEF : bench.options().times(full);
    SplittableRandom random = bench.random();
    List<Kill> killed = new ArrayList<>();
    while (killed.size() < kills) {
      TimeUnit.MILLISECONDS.sleep(random.nextLong(brief ? 1_000 : 1_500, brief ? 3_000 : 5_000));
      for (ReplicaProcess each : living) {
        each.awaitJoined(); // nobody takes over while all are only starting
      }
      int victim = random.nextInt(living.size());
      killed.add(new Kill(living.get(victim).name(), System.currentTimeMillis()));
      living.get(victim).process().kill();
      TimeUnit.MILLISECONDS.sleep(random.nextLong(200, brief ? 1_000 : 2_000));
      living.set(victim, cluster.start("skew=" + skewMillis[victim]));
    }
    return killed;
  }

  private static void takeOvers(ClusterRun cluster, List<Kill> killed, ResultTable results)
      throws Exception {
    LeaseLog leases = cluster.leases();
    ProviderLog queries = cluster.queries();
    List<Double> held = new ArrayList<>();
    List<Double> queried = new ArrayList<>();
    for (Kill kill : killed) {
      held.addAll(leases.takeOvers(kill.replica(), kill.at()));
      queried.addAll(queries.takeOvers(kill.replica(), kill.at()));
    }
    Quantiles took = new Quantiles(held);
    results.figure("partitions taken over", took.count());
    results.atMost("until another replica held a partition, median, s", 6, took.median());
    results.atMost("the same, 99th percentile, s", 8, took.at(0.99));
    results.atMost("the same, the longest, s", 15, took.most());
    Quantiles first = new Quantiles(queried);
    results.figure("until another replica queried in it, median, s", first.median());
    results.figure("the same, 99th percentile, s", first.at(0.99));
    results.figure("the same, the longest, s", first.most());
    results.atMost("queries after a task's end was reported, %", 1, queries.percentAfterEnd());
  }
}
