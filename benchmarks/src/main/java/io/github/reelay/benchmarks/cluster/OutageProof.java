package io.github.reelay.benchmarks.cluster;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A database that is away for half a minute, and comes back. */
final class OutageProof implements Proof {
  private static final int FULL = 10;
  private static final int AWAY_SECONDS = 30;
  private static final int BRIEF_SECONDS = 10;
  private static final int PER_SECOND = 60;

  /** Until the pool of each replica has found the database again. */
  private static final int RECOVERY_SECONDS = 15;

  private final String name;
  private final Way way;

  private OutageProof(String name, Way way) {
    this.name = name;
    this.way = way;
  }

  /** How the database goes away, and comes back. */
  private interface Way {
    void change(PostgresServer server, boolean away) throws IOException, InterruptedException;
  }

  /** Stopped as a crash stops it: connections are closed, and new ones refused. */
  static OutageProof stopped() {
    return new OutageProof(
        "outage",
        (server, away) -> {
          if (away) {
            server.down();
          } else {
            server.up();
          }
        });
  }

  /** Stopped by a signal: connections stay open, new ones are taken, and nothing responds. */
  static OutageProof hanging() {
    return new OutageProof(
        "hang",
        (server, away) -> {
          if (away) {
            server.freeze();
          } else {
            server.thaw();
          }
        });
  }

  @Override
  public String name() {
    return name;
  }

  private record Outage(long from, long to) {}

  @Override
  public void run(Bench bench, ResultTable results) throws Exception {
    boolean brief = bench.options().brief();
    int times = brief ? 1 : bench.options().times(FULL);
    int seconds = brief ? BRIEF_SECONDS : AWAY_SECONDS;
    results.fact("outages", times + " of " + seconds + " s");
    try (ClusterRun cluster = bench.cluster(name)) {
      for (int replica = 0; replica < 3; replica++) {
        cluster.start();
      }
      cluster.settle();
      Submitter submitter =
          new Submitter(cluster.tasks(), PER_SECOND, Duration.ofSeconds(2), Duration.ofSeconds(12));
      TimeUnit.SECONDS.sleep(brief ? 4 : 10);
      List<Outage> outages = new ArrayList<>();
      for (int time = 0; time < times; time++) {
        long from = System.currentTimeMillis();
        way.change(bench.postgres(), true);
        TimeUnit.SECONDS.sleep(seconds);
        long to = System.currentTimeMillis();
        way.change(bench.postgres(), false);
        outages.add(new Outage(from, to));
        TimeUnit.SECONDS.sleep(RECOVERY_SECONDS);
      }
      cluster.account(submitter, results);
      judge(cluster, outages, results);
    }
  }

  private static void judge(ClusterRun cluster, List<Outage> outages, ResultTable results)
      throws Exception {
    ProviderLog queries = cluster.queries();
    List<Long> ends = cluster.ends().times();
    double lastQuery = 0;
    double firstEnd = 0;
    int moved = 0;
    for (Outage each : outages) {
      for (ProviderLog.Query query : queries.between(each.from(), each.to()).queries()) {
        lastQuery = Math.max(lastQuery, (query.millis() - each.from()) / 1_000.0);
      }
      long first = ends.stream().filter(at -> at > each.to()).findFirst().orElse(Long.MAX_VALUE);
      firstEnd = Math.max(firstEnd, (first - each.to()) / 1_000.0);
      moved += moved(queries, each);
    }
    results.atMost("the last query after the loss, s", 4, lastQuery);
    results.atMost("the first end after the return, s", 10, firstEnd);
    results.exactly("partitions that changed hands needlessly", 0, moved);
    results.atMost("log lines of a replica in an outage", 20, logLines(cluster, outages.size()));
    results.figure("queries after a task's end was reported, %", queries.percentAfterEnd());
  }

  /** How many partitions another replica queried in after the return than before the loss. */
  private static int moved(ProviderLog queries, Outage outage) {
    Map<Integer, String> before = queries.holders(outage.from());
    Map<Integer, String> moved = new TreeMap<>();
    long until = outage.to() + TimeUnit.SECONDS.toMillis(RECOVERY_SECONDS);
    for (ProviderLog.Query each : queries.between(outage.to(), until).queries()) {
      String holder = before.get(each.partition());
      if (holder != null && !holder.equals(each.replica())) {
        moved.put(each.partition(), each.replica());
      }
    }
    return moved.size();
  }

  private static double logLines(ClusterRun cluster, int outages) throws IOException {
    double most = 0;
    for (ReplicaProcess each : cluster.replicas()) {
      most = Math.max(most, (double) each.logLines() / outages);
    }
    return most;
  }
}
