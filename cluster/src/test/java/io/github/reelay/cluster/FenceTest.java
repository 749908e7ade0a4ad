package io.github.reelay.cluster;

import static io.github.reelay.cluster.ClusterFixture.await;
import static io.github.reelay.cluster.ScriptedProvider.handle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.reelay.policy.RateLimit;
import io.github.reelay.task.TaskHandle;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Leases are lost and taken over, clocks differ: ends are reported once, and the rate is kept. */
@Timeout(120)
@ParameterizedClass
@MethodSource("kinds")
class FenceTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @RegisterExtension final RecordedLog log = RecordedLog.of(ClusterWatcher.class);
  private final TestDatabase.Kind kind;
  private final Queue<TaskHandle> followedUp = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();
  private ClusterFixture cluster;

  FenceTest(TestDatabase.Kind kind) {
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

  private ClusterWatcherBuilder brief(ClusterWatcherBuilder builder) {
    return builder
        .name("replica-" + count.incrementAndGet())
        .heartbeat(Duration.ofMillis(cluster.database.isPostgres ? 500 : 250))
        .whenEnded(
            outcome -> {
              followedUp.add(outcome.handle());
              return CompletableFuture.completedStage(null);
            });
  }

  @Test
  void anExHolderWritesNothingAndTheNextHolderReportsEachEndOnce() throws Exception {
    ClusterWatcher one = cluster.start(this::brief);
    await("one holds all")
        .untilAsserted(
            () -> assertThat(one.metrics().partitions()).isEqualTo(cluster.partitions()));
    List<TaskHandle> tasks = IntStream.range(0, 50).mapToObj(ScriptedProvider::handle).toList();
    one.submitAll(tasks);
    await("all are watched").untilAsserted(() -> assertThat(one.metrics().tasks()).isEqualTo(50));

    // What another replica does that takes this one for dead.
    cluster.database.execute(
        "update reelay_lease set version = version + 1, picked_by = 'another/1/abcdef'");
    tasks.forEach(cluster.provider::finish);
    await("it has noticed")
        .untilAsserted(
            () -> assertThat(one.metrics().partitionsLost()).isEqualTo(cluster.partitions()));
    await("no end is written that is not reported") // by itself as well: it takes the leases again
        .untilAsserted(
            () ->
                assertThat(cluster.database.count("reelay_task where outcome is not null"))
                    .isEqualTo((int) one.metrics().ends()));

    assertThat(one.tasks().awaitAll(tasks, SOON).values())
        .allSatisfy(outcome -> assertThat(outcome.isFinal()).isTrue());
    await("all are followed up")
        .untilAsserted(() -> assertThat(followedUp).hasSizeGreaterThanOrEqualTo(50));
    assertThat(followedUp).containsExactlyInAnyOrderElementsOf(tasks);
    assertThat(one.metrics().ends()).isEqualTo(50);
    assertThat(one.metrics().leasesRevived()).isGreaterThanOrEqualTo(cluster.partitions());
  }

  @Test
  void aReplicaThatWasPausedHoldsItsShareAgain() throws Exception {
    SkewedScheduler time = new SkewedScheduler(Clock.systemUTC());
    ClusterWatcher one = cluster.start(builder -> brief(builder).scheduler(time));
    ClusterWatcher other = cluster.start(this::brief);
    int half = cluster.partitions() / 2;
    await("each holds half")
        .untilAsserted(
            () -> {
              assertThat(one.metrics().partitions()).isEqualTo(half);
              assertThat(other.metrics().partitions()).isEqualTo(half);
            });
    List<TaskHandle> tasks = IntStream.range(0, 50).mapToObj(ScriptedProvider::handle).toList();
    other.submitAll(tasks);

    // Longer than a lease lives. The clock of the database goes on without it, so that what the
    // replica writes next can seem to be so much later.
    time.pause(Duration.ofSeconds(4));
    cluster.database.execute(
        "update reelay_lease set picked = false, picked_by = null, last_heartbeat = null,"
            + " version = version + 1 where picked_by like '"
            + one.name()
            + "/%'");
    tasks.forEach(cluster.provider::finish);

    assertThat(other.tasks().awaitAll(tasks, SOON).values())
        .allSatisfy(outcome -> assertThat(outcome.isFinal()).isTrue());
    await("the lost ones are noticed")
        .untilAsserted(
            () -> assertThat(one.metrics().partitionsLost()).isGreaterThanOrEqualTo(half));
  }

  @Test
  void clocksThatDifferMoveNoLease() throws Exception {
    assumeTrue(cluster.database.isPostgres, "one process has one clock");
    Duration ahead = Duration.ofSeconds(10);
    ClusterWatcher one =
        cluster.start(
            builder ->
                brief(builder)
                    .scheduler(new SkewedScheduler(Clock.offset(Clock.systemUTC(), ahead))));
    ClusterWatcher other =
        cluster.start(
            builder ->
                brief(builder)
                    .scheduler(
                        new SkewedScheduler(Clock.offset(Clock.systemUTC(), ahead.negated()))));
    int half = cluster.partitions() / 2;
    await("each holds half")
        .untilAsserted(
            () -> {
              assertThat(one.metrics().partitions()).isEqualTo(half);
              assertThat(other.metrics().partitions()).isEqualTo(half);
            });
    long acquired = one.metrics().partitionsAcquired() + other.metrics().partitionsAcquired();
    List<TaskHandle> tasks = IntStream.range(0, 20).mapToObj(ScriptedProvider::handle).toList();
    one.submitAll(tasks);
    cluster.database.execute("create table test_begin as select current_timestamp as begun");
    await("each lease is alive after twice the time of the dead")
        .untilAsserted(
            () ->
                assertThat(
                        cluster.database.count(
                            "reelay_lease, test_begin where last_heartbeat > begun + interval '4'"
                                + " second"))
                    .isEqualTo(cluster.partitions()));
    tasks.forEach(cluster.provider::finish);

    assertThat(other.tasks().awaitAll(tasks, SOON).values())
        .allSatisfy(outcome -> assertThat(outcome.isFinal()).isTrue());
    assertThat(one.metrics().leasesRevived() + other.metrics().leasesRevived()).isZero();
    assertThat(one.metrics().partitionsLost() + other.metrics().partitionsLost()).isZero();
    assertThat(one.metrics().partitionsAcquired() + other.metrics().partitionsAcquired())
        .isEqualTo(acquired);
  }

  @Test
  void theRateOfAProviderHoldsForAllReplicasTogether() throws Exception {
    ClusterWatcher one = cluster.start(FenceTest::fifty);
    ClusterWatcher other = cluster.start(FenceTest::fifty);
    int half = cluster.partitions() / 2;
    await("each holds half")
        .untilAsserted(
            () -> {
              assertThat(one.metrics().partitions()).isEqualTo(half);
              assertThat(other.metrics().partitions()).isEqualTo(half);
            });
    one.submitAll(IntStream.range(0, 400).mapToObj(ScriptedProvider::handle).toList());
    await("all are watched")
        .untilAsserted(
            () -> assertThat(one.metrics().tasks() + other.metrics().tasks()).isEqualTo(400));

    await("each has half of the rate")
        .untilAsserted(
            () -> {
              assertThat(one.metrics().rateShare()).isEqualTo(0.5);
              assertThat(other.metrics().rateShare()).isEqualTo(0.5);
            });

    List<Double> rates = new ArrayList<>();
    do {
      rates.add(rateOfAHundredQueries());
    } while (rates.size() < 5 && !isAboutFifty(rates.get(rates.size() - 1)));
    // One measurement shows it: a pause of the machine makes the others appear lower or higher.
    assertThat(rates).anyMatch(FenceTest::isAboutFifty);
  }

  private double rateOfAHundredQueries() {
    long begin = System.nanoTime();
    int before = cluster.provider.queries.size();
    await("a hundred queries more")
        .untilAsserted(
            () -> assertThat(cluster.provider.queries.size() - before).isGreaterThanOrEqualTo(100));
    return (cluster.provider.queries.size() - before) * 1e9 / (System.nanoTime() - begin);
  }

  private static boolean isAboutFifty(double rate) {
    return rate > 40 && rate < 51.5;
  }

  private static ClusterWatcherBuilder fifty(ClusterWatcherBuilder builder) {
    return builder.rules(
        rules -> ScriptedProvider.quick(rules).withRateLimit(new RateLimit(50, 64, false)));
  }

  @Test
  void aTaskOfAProviderThatAReplicaDoesNotHaveStaysOpen() throws Exception {
    ClusterWatcher one = cluster.start(this::brief);
    TaskHandle foreign = new TaskHandle("another", "task-1");

    one.tasks().submitAll(List.of(foreign, handle(1)));
    cluster.provider.finish(handle(1));

    assertThat(one.await(handle(1), SOON).isFinal()).isTrue();
    assertThat(one.tasks().find(foreign).orElseThrow().isOpen()).isTrue();
    await("its partition was loaded").until(() -> !log.lines().isEmpty());
    assertThat(log.lines())
        .containsExactly(
            "WARNING another:task-1 and others like it stay open, because this replica cannot query"
                + " them: expected one of the providers toapis, found 'another'");
  }
}
