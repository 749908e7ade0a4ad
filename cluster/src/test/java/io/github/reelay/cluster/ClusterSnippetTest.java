package io.github.reelay.cluster;

import static io.github.reelay.cluster.ScriptedProvider.handle;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.download.Downloader;
import io.github.reelay.provider.Providers;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of docs/cluster.md. */
@Timeout(60)
class ClusterSnippetTest {
  private final ScriptedProvider provider = new ScriptedProvider();

  @TempDir private Path directory;

  @Test
  void submitsWaitsAndSaves() throws Exception {
    provider.finish(handle(1));
    try (TestDatabase database = TestDatabase.Kind.H2.open();
        Providers providers = provider.providers();
        Downloader downloader = Downloader.builder(providers).build()) {
      assertThat(join(providers, downloader, database.source()).isFinal()).isTrue();
    }
  }

  private Outcome join(Providers providers, Downloader downloader, DataSource dataSource) {
    TaskHandle handle = handle(1);
    // snippet:cluster-join
    try (ClusterWatcher cluster =
        ClusterWatcher.builder(providers) // Providers.discover(System.getenv())
            .database(dataSource) // PostgreSQL; without it a file of H2, for one process
            .whenFinished(downloader.savingTo(directory)) // on one replica, again if that one dies
            .start()) {
      cluster.submit(handle); // from any replica; true if it is new
      cluster.find(handle); // from any replica: state, progress, task, since when
      return cluster.await(handle, Duration.ofMinutes(10)); // or watch(handle), a future
    }
    // end
  }

  @Test
  void submitsWithoutBeingAReplica() throws Exception {
    try (ClusterFixture cluster = new ClusterFixture(TestDatabase.Kind.H2)) {
      ClusterWatcher replica = cluster.start();
      cluster.provider.finish(handle(1));

      submit(cluster.database.source(), List.of(handle(1)));

      assertThat(cluster.found(replica, handle(1)).state()).isEqualTo(ClusterTaskState.FINISHED);
    }
  }

  @Test
  void leavesATaskOpenThatNobodyCanQuery() throws Exception {
    try (TestDatabase database = TestDatabase.Kind.H2.open()) {
      assertThat(front(database.source(), Duration.ofSeconds(1)).isFinal()).isFalse();
    }
  }

  private Outcome front(DataSource dataSource, Duration limit) {
    // snippet:cluster-reelay
    try (ReelayCluster reelay =
        ReelayCluster.builder().database(dataSource).directory(directory).start()) {
      reelay.submit("toapis:task_1");
      return reelay.await("toapis:task_1", limit);
    }
    // end
  }

  private static void submit(DataSource dataSource, List<TaskHandle> handles) {
    // snippet:cluster-submit
    try (ClusterTasks tasks = ClusterTasks.open(dataSource)) {
      int fresh = tasks.submitAll(handles); // 2,000 in a transaction
      List<ClusterTask> open = tasks.list(ClusterTaskFilter.open().provider("toapis").limit(100));
      Map<TaskHandle, Outcome> ends = tasks.awaitAll(handles, Duration.ofMinutes(10));
    }
    // end
  }
}
