package io.github.reelay.cluster;

import static io.github.reelay.cluster.ClusterFixture.await;
import static io.github.reelay.cluster.ScriptedProvider.handle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.github.reelay.task.TaskHandle;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** PostgreSQL is stopped or hangs under two replicas, and comes back. */
@Timeout(120)
@EnabledIfSystemProperty(named = "cluster.postgres", matches = "true")
class OutageTest {
  /**
   * How often a replica looks for the database, which takes two seconds each time: longer than the
   * time after which it would be taken for dead.
   */
  private static final int LOOKS = 5;

  @RegisterExtension final RecordedLog log = RecordedLog.of(ClusterWatcher.class);
  private final ScriptedProvider provider = new ScriptedProvider();
  private final Map<TaskHandle, AtomicInteger> followedUp = new ConcurrentHashMap<>();

  private ClusterWatcher start(HikariDataSource source, String name) {
    return ClusterWatcher.builder(provider.providers())
        .database(source)
        .name(name)
        .createSchema(true)
        .rules(ScriptedProvider::quick)
        .whenEnded(
            outcome -> {
              followedUp
                  .computeIfAbsent(outcome.handle(), none -> new AtomicInteger())
                  .incrementAndGet();
              return CompletableFuture.completedStage(null);
            })
        .start();
  }

  /** The connections of a replica, counting how often it asks for one in vain. */
  private static final class Pool extends HikariDataSource {
    final AtomicInteger inVain = new AtomicInteger();

    Pool(String url) {
      setJdbcUrl(url);
      setMaximumPoolSize(8);
      setConnectionTimeout(2_000);
      setValidationTimeout(1_000);
    }

    @Override
    public Connection getConnection() throws SQLException {
      try {
        return super.getConnection();
      } catch (SQLException away) {
        inVain.incrementAndGet();
        throw away;
      }
    }
  }

  private static void awaitLooks(Pool first, Pool second) {
    int before = first.inVain.get();
    int beforeOther = second.inVain.get();
    await("both have looked in vain for longer than a lease")
        .until(
            () ->
                first.inVain.get() >= before + LOOKS && second.inVain.get() >= beforeOther + LOOKS);
  }

  /** How a database can be away. */
  private enum Kind {
    STOPPED {
      @Override
      void begin(PostgresServer server) throws Exception {
        server.down();
      }

      @Override
      void end(PostgresServer server) throws Exception {
        server.up();
      }
    },
    HANGING {
      @Override
      void begin(PostgresServer server) throws Exception {
        server.freeze();
      }

      @Override
      void end(PostgresServer server) throws Exception {
        server.thaw();
      }
    };

    abstract void begin(PostgresServer server) throws Exception;

    abstract void end(PostgresServer server) throws Exception;
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void queriesStopAndNothingIsLostDoubledOrMoved(Kind kind) throws Exception {
    try (PostgresServer server = PostgresServer.start()) {
      String url = server.schema("outage");
      List<TaskHandle> tasks = IntStream.range(0, 60).mapToObj(ScriptedProvider::handle).toList();
      try (Pool first = new Pool(url);
          Pool second = new Pool(url);
          ClusterWatcher one = start(first, "one");
          ClusterWatcher other = start(second, "other")) {
        await("each holds half")
            .untilAsserted(
                () -> {
                  assertThat(one.metrics().partitions()).isEqualTo(32);
                  assertThat(other.metrics().partitions()).isEqualTo(32);
                });
        one.submitAll(tasks);
        await("all are watched")
            .untilAsserted(
                () -> assertThat(one.metrics().tasks() + other.metrics().tasks()).isEqualTo(60));

        kind.begin(server);
        long down = System.nanoTime();
        await("both stop")
            .untilAsserted(
                () -> assertThat(one.metrics().rateShare() + other.metrics().rateShare()).isZero());
        assertThat(Duration.ofNanos(System.nanoTime() - down)).isLessThan(Duration.ofSeconds(10));
        tasks.subList(0, 30).forEach(provider::finish);
        int before = provider.queries.size();
        assertThatThrownBy(() -> one.submit(handle(1000)))
            .isInstanceOf(ClusterException.class)
            .hasMessage(
                "expected to submit tasks, found the database out of reach; nothing is half done,"
                    + " so try again later");
        awaitLooks(first, second); // what was under way when the outage began has ended by now
        assertThat(provider.queries.size() - before).isLessThanOrEqualTo(20); // in flight by then
        kind.end(server);
        await("both are back")
            .until(() -> one.metrics().databaseUp() && other.metrics().databaseUp());

        assertThat(other.tasks().awaitAll(tasks.subList(0, 30), Duration.ofSeconds(30)).values())
            .allSatisfy(outcome -> assertThat(outcome.isFinal()).isTrue());
        tasks.forEach(provider::finish);
        assertThat(other.tasks().awaitAll(tasks, Duration.ofSeconds(30)).values())
            .allSatisfy(outcome -> assertThat(outcome.isFinal()).isTrue());
        assertThat(one.metrics().leasesRevived() + other.metrics().leasesRevived()).isZero();
        assertThat(one.metrics().partitionsLost() + other.metrics().partitionsLost()).isZero();
        await("all are followed up").untilAsserted(() -> assertThat(followedUp).hasSize(60));
        assertThat(followedUp.values()).allMatch(count -> count.get() == 1);
      }
    }
    assertThat(log.lines()).hasSize(4);
    assertThat(log.lines().stream().filter(line -> line.contains("the database is back after ")))
        .hasSize(2);
  }
}
