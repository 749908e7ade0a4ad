package io.github.reelay.benchmarks.cluster;

import io.github.reelay.cluster.ClusterTasks;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A cluster of one proof: its tables, its provider, its replicas and their logs. */
final class ClusterRun implements AutoCloseable {
  private final PostgresServer postgres;
  private final String schema;
  private final Path folder;
  private final ProviderProcess provider;
  private final ClusterTasks tasks;
  private final List<ReplicaProcess> replicas = new ArrayList<>();

  ClusterRun(PostgresServer postgres, String schema, Path folder)
      throws IOException, InterruptedException {
    this.postgres = postgres;
    this.schema = schema;
    this.folder = folder;
    this.provider = new ProviderProcess(folder);
    this.tasks = ClusterTasks.open(postgres.url(schema, "submitter"));
  }

  /** Starts one more replica, which keeps the log of follow-ups. */
  ReplicaProcess start(String... more) throws IOException {
    return start(postgres.port(), more);
  }

  /** The same, which reaches the database by way of another port. */
  ReplicaProcess start(int port, String... more) throws IOException {
    String name = "r" + (replicas.size() + 1);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "database=" + PostgresServer.url(port, schema, name),
                "provider=" + provider.url(),
                "followups=" + followUpFile()));
    arguments.addAll(List.of(more));
    ReplicaProcess replica = new ReplicaProcess(name, folder, arguments);
    replicas.add(replica);
    return replica;
  }

  /** Waits until all that live have joined and have shared the partitions out. */
  void settle() throws IOException, InterruptedException {
    for (ReplicaProcess each : replicas) {
      if (each.process().isAlive()) {
        each.awaitJoined();
      }
    }
    TimeUnit.SECONDS.sleep(4);
  }

  /** All that were ever started, in this order; some may have ended. */
  List<ReplicaProcess> replicas() {
    return List.copyOf(replicas);
  }

  ClusterTasks tasks() {
    return tasks;
  }

  private Path followUpFile() {
    return folder.resolve("followups.log");
  }

  FollowUpLog followUps() throws IOException {
    return FollowUpLog.read(followUpFile());
  }

  ProviderLog queries() throws IOException {
    return provider.queries();
  }

  EndLog ends() {
    return new EndLog(postgres.url(schema, "benchmark"));
  }

  LeaseLog leases() throws SQLException {
    return LeaseLog.read(postgres.url(schema, "benchmark"));
  }

  /**
   * Waits until the follow-up of each task has run, a minute at most, and reports tasks that are
   * lost, ends that were doubled, progress that went backwards, and follow-ups that ran twice.
   */
  void account(Submitter submitter, ResultTable results)
      throws IOException, InterruptedException, SQLException {
    submitter.stop();
    List<String> accepted = submitter.accepted().stream().map(TaskHandle::id).toList();
    long limit = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (followUps().missing(accepted) > 0 && System.nanoTime() < limit) {
      TimeUnit.MILLISECONDS.sleep(500);
    }
    FollowUpLog followUps = followUps();
    results.figure("tasks accepted", accepted.size());
    results.exactly("tasks lost", 0, followUps.missing(accepted));
    results.exactly("ends doubled", 0, ends().doubled());
    results.exactly("tasks whose progress went backwards", 0, ends().backwards());
    results.atMost("follow-ups run twice, %", 0.5, followUps.percentRepeated());
  }

  long refused() throws IOException {
    long refused = 0;
    for (ReplicaProcess each : replicas) {
      refused += each.refused();
    }
    return refused;
  }

  @Override
  public void close() {
    replicas.forEach(ReplicaProcess::close);
    tasks.close();
    provider.close();
  }
}
