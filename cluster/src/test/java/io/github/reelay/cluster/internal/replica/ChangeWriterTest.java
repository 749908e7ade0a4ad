package io.github.reelay.cluster.internal.replica;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cluster.internal.lease.Tenure;
import io.github.reelay.cluster.internal.lease.Tenures;
import io.github.reelay.cluster.internal.schema.ClusterSchema;
import io.github.reelay.cluster.internal.store.Change;
import io.github.reelay.cluster.internal.store.Database;
import io.github.reelay.cluster.internal.store.DatabaseClock;
import io.github.reelay.cluster.internal.store.DatabaseHealth;
import io.github.reelay.cluster.internal.store.Submission;
import io.github.reelay.cluster.internal.store.TaskEnd;
import io.github.reelay.cluster.internal.store.TaskTable;
import io.github.reelay.task.TaskHandle;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a change while its partition changes hands. */
class ChangeWriterTest {
  private static final TaskHandle TASK = TaskHandle.parse("toapis:t-1");
  private static final int PARTITION = 3;

  private final JdbcConnectionPool source =
      JdbcConnectionPool.create(
          "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
  private final Tenures tenures = new Tenures(16, System::nanoTime);
  private Database database;
  private ChangeWriter writer;
  private Runnable whenRefused = () -> {};

  @BeforeEach
  void open() throws SQLException {
    DatabaseHealth health = new DatabaseHealth(System::nanoTime, new UnheardHealth());
    database = new Database(source, Database.dialectOf(source), health);
    ClusterSchema.prepare(database, true);
    DatabaseClock clock = new DatabaseClock(System::nanoTime);
    database.inTransaction(
        connection -> {
          clock.look(connection);
          Submission task = new Submission(TASK, PARTITION, Instant.EPOCH, true);
          return database.dialect().insert(connection, List.of(task));
        });
    ReplicaParts parts =
        new ReplicaParts(
            database,
            clock,
            new Counters(),
            new Listener(() -> whenRefused.run()),
            System::nanoTime,
            Clock.systemUTC());
    writer = new ChangeWriter(parts, tenures, false);
  }

  @AfterEach
  void close() {
    source.dispose();
  }

  @Test
  void anEndThatWasRefusedIsWrittenByTheTenureThatBeganMeanwhile() throws SQLException {
    begin(1);
    lease(2);
    whenRefused = () -> begin(2); // it does not watch the task, because its end is kept
    writer.put(change("succeeded", TaskEnd.FINISHED));

    writer.flush();
    assertThat(countOpen()).isEqualTo(1);
    assertThat(writer.isEnding(TASK)).isTrue();

    writer.flush();
    assertThat(countOpen()).isZero();
    assertThat(writer.count()).isZero();
  }

  @Test
  void anEndThatWasRefusedIsDroppedWhereAnotherReplicaHasThePartition() throws SQLException {
    begin(1);
    lease(2);
    writer.put(change("succeeded", TaskEnd.FINISHED));

    writer.flush();

    assertThat(countOpen()).isEqualTo(1);
    assertThat(writer.count()).isZero();
  }

  @Test
  void whatWasSeenBeforeIsDroppedBecauseTheNextTenureQueriesAgain() throws SQLException {
    begin(1);
    lease(2);
    whenRefused = () -> begin(2);
    writer.put(change("running", null));

    writer.flush();

    assertThat(writer.count()).isZero();
  }

  private static Change change(String status, @Nullable TaskEnd end) {
    return new Change(TASK, PARTITION, status, 100, end, "{}");
  }

  private void begin(long version) {
    tenures.begin(new Tenure(PARTITION, version, () -> 0));
  }

  /** Gives the lease of the partition another version in the database. */
  private void lease(long version) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "update reelay_lease set picked = true, version = "
              + version
              + " where task_instance = '"
              + PARTITION
              + "'");
    }
  }

  private long countOpen() throws SQLException {
    return database.inTransaction(TaskTable::countOpen);
  }

  static final class UnheardHealth implements DatabaseHealth.Listener {
    @Override
    public void away(Throwable failure) {}

    @Override
    public void back(Duration after) {}
  }

  /** Hears of refused changes. */
  static final class Listener implements ReplicaListener {
    private final Runnable whenRefused;

    Listener(Runnable whenRefused) {
      this.whenRefused = whenRefused;
    }

    @Override
    public void acquired(int partition, int tasks) {}

    @Override
    public void released(int partition, boolean lost) {}

    @Override
    public void refused(int changes) {
      whenRefused.run();
    }

    @Override
    public void followUpFailed(TaskHandle handle, Throwable failure, boolean isLast) {}
  }
}
