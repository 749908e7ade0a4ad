package io.github.reelay.cluster;

import static io.github.reelay.cluster.ClusterFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Replicas in processes of their own are killed and stopped; the witness is what they did. */
@Timeout(180)
@EnabledIfSystemProperty(named = "cluster.postgres", matches = "true")
class ReplicaKillTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int BATCH = 50;

  @TempDir private Path folder;

  @Test
  void kills() throws Exception {
    Path witness = folder.resolve("witness");
    try (StoryServer provider = new StoryServer();
        PostgresServer server = PostgresServer.start()) {
      String url = server.schema("kills");
      List<ReplicaProcess> replicas = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        replicas.add(ReplicaProcess.start(url, provider.url(), witness));
      }
      List<TaskHandle> tasks = new ArrayList<>();
      try (ClusterTasks client = open(url);
          TestDatabase database = TestDatabase.at(url)) {
        for (int kill = 0; kill < 4; kill++) {
          for (int i = 0; i < BATCH; i++) {
            tasks.add(provider.task(tasks.size(), Duration.ofMillis(500 + 100L * i)));
          }
          client.submitAll(tasks);
          List<TaskHandle> batch = tasks.subList(kill * BATCH, tasks.size());
          await("some of them are followed up")
              .untilAsserted(
                  () -> assertThat(followedUp(witness, batch)).isGreaterThanOrEqualTo(BATCH / 3));
          if (kill < 3) {
            replicas.get(kill).kill();
            replicas.set(kill, ReplicaProcess.start(url, provider.url(), witness));
          } else {
            pauseUntilReplaced(replicas.get(0), database);
          }
        }
        assertThat(client.awaitAll(tasks, LONG).values())
            .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Finished.class));
        await("nothing is left to follow up")
            .untilAsserted(
                () -> assertThat(lines(witness)).hasSizeGreaterThanOrEqualTo(tasks.size()));
      }
      replicas.forEach(ReplicaProcess::close);

      List<String> done = Files.readAllLines(witness);
      assertThat(new HashSet<>(done))
          .containsExactlyInAnyOrderElementsOf(tasks.stream().map(TaskHandle::toString).toList());
      assertThat(done.size() - tasks.size()).isLessThanOrEqualTo(5);
    }
  }

  /** As soon as the tables are there, which the replicas create. */
  private static ClusterTasks open(String url) {
    return await("it opens")
        .ignoreExceptionsMatching(
            early -> early instanceof IllegalStateException || early instanceof ClusterException)
        .until(() -> ClusterTasks.open(url), Objects::nonNull);
  }

  /** It goes on as if it had the leases that the others hold by then. */
  private static void pauseUntilReplaced(ReplicaProcess replica, TestDatabase database)
      throws Exception {
    String its = replica.holdsLease();
    await("it holds leases")
        .untilAsserted(() -> assertThat(database.count("reelay_lease where " + its)).isPositive());
    replica.signal("STOP");
    await("others hold all leases")
        .untilAsserted(
            () -> assertThat(database.count("reelay_lease where not picked or " + its)).isZero());
    replica.signal("CONT");
  }

  @Test
  void killsWithAFileOfH2() throws Exception {
    Path witness = folder.resolve("witness");
    String url = OpenCluster.urlOf(folder.resolve("tasks"));
    List<TaskHandle> tasks = new ArrayList<>();
    try (StoryServer provider = new StoryServer()) {
      for (int kill = 0; kill < 3; kill++) {
        ReplicaProcess replica = ReplicaProcess.start(url, provider.url(), witness);
        for (int i = 0; i < 40; i++) {
          TaskHandle task = provider.task(tasks.size(), Duration.ofMillis(50L * i));
          replica.submit(task);
          tasks.add(task);
        }
        replica.kill();
      }
      ReplicaProcess last = ReplicaProcess.start(url, provider.url(), witness);
      await("all are followed up")
          .untilAsserted(
              () -> assertThat(lines(witness)).hasSizeGreaterThanOrEqualTo(tasks.size()));
      last.close();

      try (ClusterTasks client = ClusterTasks.open(url)) {
        assertThat(client.findAll(tasks).values())
            .hasSize(tasks.size())
            .allMatch(task -> task.state() == ClusterTaskState.FINISHED);
      }
    }
  }

  private static long followedUp(Path witness, List<TaskHandle> tasks) {
    Set<String> done = lines(witness);
    return tasks.stream().filter(task -> done.contains(task.toString())).count();
  }

  private static Set<String> lines(Path file) {
    try {
      return Files.exists(file) ? new HashSet<>(Files.readAllLines(file)) : Set.of();
    } catch (IOException failed) {
      return Set.of();
    }
  }
}
