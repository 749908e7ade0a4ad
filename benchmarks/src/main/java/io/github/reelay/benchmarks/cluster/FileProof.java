package io.github.reelay.benchmarks.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** One replica with a file of H2, and nothing configured. */
final class FileProof implements Proof {
  private static final int FULL = 50;

  @Override
  public String name() {
    return "file";
  }

  @Override
  public void run(Bench bench, ResultTable results) throws Exception {
    load(bench, results);
    kill(bench, results);
  }

  private static List<String> database(Path folder) {
    return new ArrayList<>(
        List.of(
            "database=jdbc:h2:file:" + folder.toAbsolutePath().resolve("tasks") + ";WRITE_DELAY=0",
            "accepted=" + folder.resolve("accepted.log")));
  }

  private static void load(Bench bench, ResultTable results) throws Exception {
    Path folder = bench.folder("file_load");
    List<String> arguments = database(folder);
    arguments.addAll(
        List.of(
            "provider=memory",
            "interval=2000",
            "rate=1000000",
            "concurrent=1000",
            "submit=1000",
            "shortest=8000",
            "longest=16000"));
    try (ReplicaProcess replica = new ReplicaProcess("r1", folder, arguments)) {
      replica.awaitJoined();
      TimeUnit.SECONDS.sleep(20);
      int before = replica.reports().size() - 1;
      TimeUnit.MILLISECONDS.sleep(bench.options().lasting(30, 8).toMillis());
      ReplicaProcess.Report from = replica.reports().get(before);
      List<ReplicaProcess.Report> all = replica.reports();
      ReplicaProcess.Report to = all.get(all.size() - 1);
      double seconds = (to.millis() - from.millis()) / 1_000.0;
      results.fact("load on a file of H2 for", Math.round(seconds) + " s");
      results.atLeast("changed rows per s", 2_500, (to.changes() - from.changes()) / seconds);
      results.figure("queries per s", (to.queries() - from.queries()) / seconds);
      results.figure("tasks open", to.tasks());
      results.figure("cores", (to.cpuMicros() - from.cpuMicros()) / 1e6 / seconds);
    }
  }

  private static void kill(Bench bench, ResultTable results) throws Exception {
    int kills = bench.options().times(FULL);
    Path folder = bench.folder("file_kill");
    SplittableRandom random = bench.random();
    List<Double> restarts = new ArrayList<>();
    try (ProviderProcess provider = new ProviderProcess(folder)) {
      List<ReplicaProcess> all = new ArrayList<>();
      for (int kill = 0; kill <= kills; kill++) {
        ReplicaProcess replica = start(folder, provider, kill, kill < kills);
        all.add(replica);
        replica.awaitJoined();
        if (kill < kills) {
          TimeUnit.MILLISECONDS.sleep(random.nextLong(700, 2_500));
          replica.process().kill();
        }
      }
      Set<String> accepted =
          Folders.lines(folder.resolve("accepted.log")).stream().collect(Collectors.toSet());
      long missing = drained(folder, accepted);
      all.forEach(ReplicaProcess::close);
      for (ReplicaProcess each : all.subList(1, all.size())) {
        ProviderLog own = provider.queries().of(each.name());
        if (!own.queries().isEmpty()) {
          restarts.add((own.queries().get(0).millis() - each.startedAt()) / 1_000.0);
        }
      }
      results.figure("kills", kills);
      results.figure("tasks accepted", accepted.size());
      results.exactly("tasks lost", 0, missing);
      Quantiles took = new Quantiles(restarts);
      results.figure("first query after the start of the process, median, s", took.median());
      results.atMost("the same, the longest, s", 3, took.most());
    }
  }

  private static ReplicaProcess start(
      Path folder, ProviderProcess provider, int number, boolean submits) throws IOException {
    List<String> arguments = database(folder);
    arguments.addAll(
        List.of(
            "provider=" + provider.url(),
            "seed=" + (number + 1),
            "followups=" + folder.resolve("followups.log")));
    if (submits) {
      arguments.add("submit=200");
    }
    return new ReplicaProcess("r" + (number + 1), folder, arguments);
  }

  /** Waits until all have had their follow-up, but not for ever. */
  private static long drained(Path folder, Set<String> accepted)
      throws IOException, InterruptedException {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    long missing = accepted.size();
    while (missing > 0 && System.nanoTime() < limit) {
      TimeUnit.MILLISECONDS.sleep(500);
      missing = FollowUpLog.read(folder.resolve("followups.log")).missing(accepted);
    }
    return missing;
  }
}
