package io.github.reelay.benchmarks.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/**
 * 150,000 tasks that three replicas query every ten seconds, or half a second later by the jitter.
 * The provider is in memory, because a server on the same two cores would be what is measured; so
 * the figures are the replicas' own.
 */
final class LoadProof implements Proof {
  private static final int TASKS = 150_000;
  private static final Duration LIFE = Duration.ofSeconds(180);

  @Override
  public String name() {
    return "load";
  }

  @Override
  public void run(Bench bench, ResultTable results) throws Exception {
    try (ClusterRun cluster = bench.cluster(name())) {
      for (int replica = 0; replica < 3; replica++) {
        cluster.start("provider=memory", "interval=10000", "rate=1000000", "concurrent=1000");
      }
      cluster.settle();
      Submitter first =
          new Submitter(
              cluster.tasks(), 0, LIFE.multipliedBy(4).dividedBy(5), LIFE.multipliedBy(2));
      long begin = System.nanoTime();
      for (int submitted = 0; submitted < TASKS; submitted += 2_000) {
        first.submit(2_000);
      }
      results.figure("submitted per s", TASKS / ((System.nanoTime() - begin) / 1e9));
      first.stop();
      while (sum(last(cluster), each -> each.tasks()) < TASKS) {
        TimeUnit.MILLISECONDS.sleep(500);
      }
      results.figure("then taken by the replicas after, s", (System.nanoTime() - begin) / 1e9);
      TimeUnit.SECONDS.sleep(20);
      measure(bench, cluster, results);
    }
  }

  private static void measure(Bench bench, ClusterRun cluster, ResultTable results)
      throws Exception {
    List<ReplicaProcess.Report> before = last(cluster);
    double cpu = bench.postgres().cpuSeconds();
    long begin = System.nanoTime();
    TimeUnit.MILLISECONDS.sleep(bench.options().lasting(60, 10).toMillis());
    double seconds = (System.nanoTime() - begin) / 1e9;
    double postgres = bench.postgres().cpuSeconds() - cpu;
    List<ReplicaProcess.Report> after = last(cluster);
    double between =
        (sum(after, each -> each.millis()) - sum(before, each -> each.millis())) / 3_000.0;
    long rows = sum(after, each -> each.changes()) - sum(before, each -> each.changes());
    long queries = sum(after, each -> each.queries()) - sum(before, each -> each.queries());
    long jvm = sum(after, each -> each.cpuMicros()) - sum(before, each -> each.cpuMicros());
    results.fact("measured for", Math.round(seconds) + " s");
    results.figure("tasks open", sum(after, each -> each.tasks()));
    results.atLeast("queries per s", 10_000, queries / between);
    results.atLeast("changed rows per s", 5_000, rows / between);
    results.atMost(
        "CPU of PostgreSQL per changed row, µs", 30, postgres / seconds * 1e6 / (rows / between));
    results.figure("cores of PostgreSQL", postgres / seconds);
    results.figure("cores of the three replicas", jvm / 1e6 / between);
  }

  private static List<ReplicaProcess.Report> last(ClusterRun cluster) throws Exception {
    List<ReplicaProcess.Report> all = new ArrayList<>();
    for (ReplicaProcess each : cluster.replicas()) {
      List<ReplicaProcess.Report> reports = each.reports();
      all.add(reports.get(reports.size() - 1));
    }
    return all;
  }

  private static long sum(
      List<ReplicaProcess.Report> reports, ToLongFunction<ReplicaProcess.Report> figure) {
    return reports.stream().mapToLong(figure).sum();
  }
}
