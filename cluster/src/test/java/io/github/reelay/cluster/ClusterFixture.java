package io.github.reelay.cluster;

import io.github.reelay.task.TaskHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Replicas in one process on one database, and the provider that all of them query. */
final class ClusterFixture implements AutoCloseable {
  final ScriptedProvider provider = new ScriptedProvider();
  final TestDatabase database;
  private final List<ClusterWatcher> replicas = new ArrayList<>();

  ClusterFixture(TestDatabase.Kind kind) throws Exception {
    this.database = kind.open();
  }

  ClusterWatcher start() {
    return start(builder -> builder);
  }

  ClusterWatcher start(UnaryOperator<ClusterWatcherBuilder> settings) {
    ClusterWatcher replica =
        settings
            .apply(
                ClusterWatcher.builder(provider.providers())
                    .database(database.source())
                    .createSchema(true)
                    .rules(ScriptedProvider::quick))
            .start();
    replicas.add(replica);
    return replica;
  }

  /** How many partitions the database has. */
  int partitions() {
    return database.isPostgres ? 64 : 16;
  }

  ClusterTask found(ClusterWatcher replica, TaskHandle handle) {
    return replica.find(handle).orElseThrow();
  }

  /** For what other threads and processes do, which give no signal. */
  static ConditionFactory await(String claim) {
    return Awaitility.await(claim)
        .atMost(Duration.ofSeconds(30))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .pollInSameThread();
  }

  @Override
  public void close() {
    replicas.forEach(ClusterWatcher::close);
    database.close();
  }
}
