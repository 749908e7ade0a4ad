package io.github.reelay.cluster.internal.replica;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cluster.ClusterWatcher;
import io.github.reelay.cluster.RecordedLog;
import io.github.reelay.cluster.internal.lease.FollowUpScheduler.Action.Result;
import io.github.reelay.cluster.internal.schema.ClusterSchema;
import io.github.reelay.cluster.internal.store.Database;
import io.github.reelay.cluster.internal.store.DatabaseClock;
import io.github.reelay.cluster.internal.store.DatabaseHealth;
import io.github.reelay.task.TaskHandle;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A follow-up whose task cannot be read. */
class FollowUpRunnerTest {
  private static final TaskHandle TASK = TaskHandle.parse("toapis:t-1");

  private final JdbcConnectionPool pool =
      JdbcConnectionPool.create(
          "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
  @RegisterExtension final RecordedLog log = RecordedLog.of(ClusterWatcher.class);

  private final Counters counters = new Counters();
  private @Nullable SQLException failure;
  private FollowUpRunner runner;

  @BeforeEach
  void open() throws SQLException {
    DatabaseHealth health =
        new DatabaseHealth(System::nanoTime, new ChangeWriterTest.UnheardHealth());
    Database database = new Database(source(), Database.dialectOf(pool), health);
    ClusterSchema.prepare(database, true);
    ReplicaParts parts =
        new ReplicaParts(
            database,
            new DatabaseClock(System::nanoTime),
            counters,
            new ChangeWriterTest.Listener(() -> {}),
            System::nanoTime,
            Clock.systemUTC());
    runner =
        new FollowUpRunner(
            parts, outcome -> CompletableFuture.completedStage(null), Duration.ofDays(1));
  }

  @AfterEach
  void close() {
    pool.dispose();
  }

  /** The pool, or what it throws while the database is away. */
  private DataSource source() {
    return (DataSource)
        Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              if (failure != null) {
                throw failure;
              }
              return method.invoke(pool, arguments);
            });
  }

  @Test
  void isRepeatedWithoutAWordWhileTheDatabaseIsAway() {
    failure = new SQLTransientConnectionException("no connection");

    assertThat(runner.run(TASK)).isEqualTo(Result.FAILED);
    assertThat(log.lines()).isEmpty();
    assertThat(counters.followUpsFailed.sum()).isZero();
  }

  @Test
  void isReportedWhereTheStatementIsWrong() {
    failure = new SQLSyntaxErrorException("no such table");

    assertThat(runner.run(TASK)).isEqualTo(Result.FAILED);
    assertThat(log.lines())
        .containsExactly(
            "WARNING toapis:t-1: its follow-up failed, and is repeated later"
                + " (SQLSyntaxErrorException)");
    assertThat(counters.followUpsFailed.sum()).isEqualTo(1);
  }

  @Test
  void isDoneForATaskThatWasDeleted() {
    assertThat(runner.run(TASK)).isEqualTo(Result.DONE);
    assertThat(log.lines()).isEmpty();
  }
}
