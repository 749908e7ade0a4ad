package io.github.reelay.benchmarks.cluster;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One replica whose way to the database carries nothing for half a minute. */
final class PartitionedReplicaProof implements Proof {
  private static final int FULL = 10;
  private static final int AWAY_SECONDS = 30;
  private static final int RECOVERY_SECONDS = 20;

  @Override
  public String name() {
    return "cut";
  }

  private record Cut(long from, long to) {}

  @Override
  public void run(Bench bench, ResultTable results) throws Exception {
    int times = bench.options().times(FULL);
    results.fact("cuts", times + " of " + AWAY_SECONDS + " s");
    try (TcpRelay relay = new TcpRelay(bench.postgres().port());
        ClusterRun cluster = bench.cluster(name())) {
      ReplicaProcess alone = cluster.start(relay.port());
      cluster.start();
      cluster.start();
      cluster.settle();
      Submitter submitter =
          new Submitter(cluster.tasks(), 60, Duration.ofSeconds(2), Duration.ofSeconds(12));
      TimeUnit.SECONDS.sleep(10);
      List<Cut> cuts = new ArrayList<>();
      for (int time = 0; time < times; time++) {
        long from = System.currentTimeMillis();
        relay.cut(true);
        TimeUnit.SECONDS.sleep(AWAY_SECONDS);
        long to = System.currentTimeMillis();
        relay.cut(false);
        cuts.add(new Cut(from, to));
        TimeUnit.SECONDS.sleep(RECOVERY_SECONDS);
      }
      cluster.account(submitter, results);
      judge(cluster.queries(), alone, cuts, results);
    }
  }

  private static void judge(
      ProviderLog queries, ReplicaProcess alone, List<Cut> cuts, ResultTable results)
      throws IOException {
    double lastQuery = 0;
    double back = 0;
    List<Double> took = new ArrayList<>();
    ProviderLog own = queries.of(alone.name());
    for (Cut each : cuts) {
      for (ProviderLog.Query query : own.between(each.from(), each.to()).queries()) {
        lastQuery = Math.max(lastQuery, (query.millis() - each.from()) / 1_000.0);
      }
      took.addAll(queries.takeOvers(alone.name(), each.from()));
      long first =
          own.between(each.to(), Long.MAX_VALUE).queries().stream()
              .mapToLong(ProviderLog.Query::millis)
              .findFirst()
              .orElse(Long.MAX_VALUE);
      back = Math.max(back, (first - each.to()) / 1_000.0);
    }
    Quantiles quantiles = new Quantiles(took);
    results.atMost("the replica's last query after the cut, s", 4, lastQuery);
    results.atMost("until a partition was taken over, the longest, s", 15, quantiles.most());
    results.figure("the replica's first query after the cut is healed, s", back);
    results.atMost("its log lines in a cut", 20, (double) alone.logLines() / cuts.size());
    results.figure("queries after a task's end was reported, %", queries.percentAfterEnd());
  }
}
