package io.github.reelay.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.reelay.task.TaskHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables are made on request and never twice, and others are refused with one sentence. */
@Timeout(120)
@ParameterizedClass
@MethodSource("kinds")
class SchemaTest {
  private final TestDatabase.Kind kind;
  private ClusterFixture cluster;

  SchemaTest(TestDatabase.Kind kind) {
    this.kind = kind;
  }

  static TestDatabase.Kind[] kinds() {
    return TestDatabase.kinds();
  }

  @BeforeEach
  void open() throws Exception {
    cluster = new ClusterFixture(kind);
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void missingTablesAreRefusedUnlessTheyShallBeMade() {
    assertThatThrownBy(() -> cluster.start(builder -> builder.createSchema(false)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "expected the tables of reelay-cluster in the database, found none; run reelay-cluster/"
                + (cluster.database.isPostgres ? "postgresql" : "h2")
                + "/V1__cluster.sql of the jar, or start a replica with createSchema(true) or"
                + " --create-tables");
  }

  @Test
  void manyReplicasMakeThemOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<ClusterWatcher>> starts = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        starts.add(cluster::start);
      }
      for (Future<ClusterWatcher> start : threads.invokeAll(starts)) {
        assertThat(start.get().metrics().databaseUp()).isTrue();
      }
    } finally {
      threads.shutdown();
    }
    cluster.start(builder -> builder.createSchema(false));

    assertThat(cluster.database.count("reelay_schema")).isEqualTo(1);
    assertThat(cluster.database.count("reelay_lease")).isEqualTo(cluster.partitions());
  }

  @Test
  void submissionsGoOnAfterAKillThatSetTheNumbersOfTheInboxBack() throws Exception {
    assumeFalse(cluster.database.isPostgres, "its sequences survive a kill");
    cluster.start().close();
    submit("before-");
    cluster.database.execute("alter table reelay_inbox alter column seq restart with 1");

    submit("after-");

    assertThat(cluster.database.count("reelay_inbox")).isEqualTo(200);
  }

  /** Submits as a process does that watches nothing. */
  private void submit(String prefix) {
    try (ClusterTasks tasks = ClusterTasks.open(cluster.database.source())) {
      for (int i = 0; i < 100; i++) {
        tasks.submit(new TaskHandle("toapis", prefix + i));
      }
    }
  }

  @Test
  void anotherVersionIsRefused() throws Exception {
    cluster.start().close();
    cluster.database.execute("update reelay_schema set version = 7");

    assertThatThrownBy(cluster::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "expected version 1 of the tables of reelay-cluster, found version 7; use the version"
                + " of Reelay that made them, or another database");

    cluster.database.execute("delete from reelay_schema");
    assertThatThrownBy(cluster::start)
        .hasMessage(
            "expected version 1 of the tables of reelay-cluster, found none; use the version of"
                + " Reelay that made them, or another database");
  }

  @Test
  void anotherNumberOfPartitionsIsRefused() throws Exception {
    cluster.start().close();
    cluster.database.execute("update reelay_schema set parts = 32");

    assertThatThrownBy(cluster::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "expected "
                + cluster.partitions()
                + " partitions in reelay_schema, found 32; the number cannot change, so use another"
                + " database");

    cluster.database.execute("update reelay_schema set parts = " + cluster.partitions());
    cluster.database.execute("delete from reelay_lease where task_instance = '3'");
    assertThatThrownBy(cluster::start)
        .hasMessage(
            "expected "
                + cluster.partitions()
                + " leases in reelay_lease, found "
                + (cluster.partitions() - 1)
                + "; the number cannot change, so use another database");
  }
}
