package io.github.reelay.cluster;

import static io.github.reelay.cluster.ClusterFixture.await;
import static io.github.reelay.cluster.ScriptedProvider.handle;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.policy.RetryLimits;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.watch.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds on each database. */
@Timeout(120)
@ParameterizedClass
@MethodSource("kinds")
class ClusterContractTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @RegisterExtension final RecordedLog log = RecordedLog.of(ClusterWatcher.class);
  private final TestDatabase.Kind kind;
  private ClusterFixture cluster;

  ClusterContractTest(TestDatabase.Kind kind) {
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
    assertThat(log.lines()).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void aTaskIsNewOnce() {
    ClusterWatcher one = cluster.start();
    ClusterWatcher other = cluster.start();

    assertThat(one.submit(handle(1))).isTrue();
    assertThat(one.submit(handle(1))).isFalse();
    assertThat(other.submit(handle(1))).isFalse();
    assertThat(other.submitAll(List.of(handle(1), handle(2), handle(3)))).isEqualTo(2);
    assertThat(one.find(handle(4))).isEmpty();
  }

  @Test
  void everyReplicaSeesStateProgressTaskAndSinceWhen() throws Exception {
    ClusterWatcher one = cluster.start();
    ClusterWatcher other = cluster.start();
    Instant submittedAt = Instant.parse("2026-01-01T00:00:00Z");
    cluster.provider.progress(handle(1), 40);

    one.submit(handle(1));
    one.submit(handle(2), submittedAt);
    await("it is seen")
        .untilAsserted(() -> assertThat(other.find(handle(1)).orElseThrow().task()).isNotNull());
    ClusterTask seen = cluster.found(other, handle(1));

    assertThat(seen.state()).isEqualTo(ClusterTaskState.OPEN);
    assertThat(seen.status()).isEqualTo(TaskStatus.RUNNING);
    assertThat(seen.progressPercent()).isEqualTo(40);
    assertThat(seen.task().handle()).isEqualTo(handle(1));
    assertThat(seen.changedAt()).isAfterOrEqualTo(seen.submittedAt());
    assertThat(seen.outcome()).isNull();
    assertThat(cluster.found(other, handle(2)).submittedAt()).isEqualTo(submittedAt);
  }

  @Test
  void anEndIsVisibleToAllAndQueriedNoMore() throws Exception {
    ClusterWatcher one = cluster.start();
    ClusterWatcher other = cluster.start();
    one.submit(handle(1));
    CompletableFuture<Outcome> end = other.watch(handle(1));
    await("it is taken")
        .untilAsserted(() -> assertThat(cluster.database.count("reelay_inbox")).isZero());
    cluster.provider.finish(handle(1));

    Outcome outcome = one.await(handle(1), SOON);

    assertThat(outcome.succeededOrThrow().handle()).isEqualTo(handle(1));
    assertThat(end.get()).isEqualTo(outcome);
    assertThat(cluster.found(other, handle(1)).state()).isEqualTo(ClusterTaskState.FINISHED);
    assertThat(cluster.found(other, handle(1)).outcome()).isEqualTo(outcome);
    long queries = cluster.provider.count(handle(1));
    one.submit(handle(1));
    assertThat(one.await(handle(1), SOON)).isEqualTo(outcome);
    assertThat(cluster.provider.count(handle(1))).isEqualTo(queries);
  }

  @Test
  void awaitingSubmitsAndEndsWhenTheTimeIsOver() {
    ClusterWatcher one = cluster.start();

    Outcome outcome = one.await(handle(1), Duration.ofMillis(700));

    assertThat(outcome).isInstanceOf(Outcome.Unfinished.class);
    assertThat(one.find(handle(1))).isPresent();
  }

  @Test
  void whatTheProviderDoesNotKnowEndsAsRefused() throws Exception {
    ClusterWatcher one = cluster.start(ClusterContractTest::impatient);
    cluster.provider.forget(handle(1));

    one.submit(handle(1), Instant.now().minus(Duration.ofMinutes(3)));
    Outcome outcome = one.await(handle(1), SOON);

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.isFinal()).isTrue();
    assertThat(cluster.found(one, handle(1)).state()).isEqualTo(ClusterTaskState.REFUSED);
  }

  @Test
  void aTaskPastItsTimeEndsAsGaveUp() throws Exception {
    ConcurrentLinkedQueue<Outcome> ends = new ConcurrentLinkedQueue<>();
    ClusterWatcher one =
        cluster.start(
            builder ->
                builder.whenEnded(
                    outcome -> {
                      ends.add(outcome);
                      return CompletableFuture.completedStage(null);
                    }));
    one.submit(handle(1), Instant.now().minus(Duration.ofDays(30)));

    Outcome outcome = one.await(handle(1), SOON);

    assertThat(outcome).isInstanceOf(Outcome.Unfinished.class);
    assertThat(cluster.found(one, handle(1)).state()).isEqualTo(ClusterTaskState.GAVE_UP);
    assertThat(cluster.found(one, handle(1)).status()).isEqualTo(TaskStatus.RUNNING);
    await("it is followed up").until(() -> !ends.isEmpty());
    assertThat(ends).containsExactly(outcome);
  }

  @Test
  void whatIsUnreachableIsTakenUpAgainByTheWatcher() throws Exception {
    ClusterWatcher one = cluster.start(ClusterContractTest::impatient);
    cluster.provider.respondWith(401);
    one.submit(handle(1));
    await("it is refused")
        .untilAsserted(
            () -> assertThat(cluster.provider.count(handle(1))).isGreaterThanOrEqualTo(2));
    cluster.provider.respondWith(200);
    cluster.provider.finish(handle(1));

    assertThat(one.await(handle(1), SOON).isFinal()).isTrue();
  }

  private static ClusterWatcherBuilder impatient(ClusterWatcherBuilder builder) {
    RetryLimits brief =
        RetryLimits.builder()
            .suspension(Duration.ofMillis(200), Duration.ofMillis(400))
            .gracePeriod(Duration.ofMillis(100))
            .build();
    return builder.rules(rules -> ScriptedProvider.quick(rules).withRetryLimits(brief));
  }

  @Test
  void followUpsRunOnceForEachEndAndAgainUntilTheySucceed() throws Exception {
    ConcurrentLinkedQueue<TaskHandle> done = new ConcurrentLinkedQueue<>();
    UnstableFollowUp followUp = new UnstableFollowUp(done);
    ClusterWatcher one = cluster.start(builder -> builder.whenFinished(followUp));
    cluster.start(builder -> builder.whenFinished(followUp));
    List<TaskHandle> tasks = IntStream.range(0, 40).mapToObj(ScriptedProvider::handle).toList();
    tasks.forEach(cluster.provider::finish);

    one.submitAll(tasks);
    Map<TaskHandle, Outcome> outcomes = one.tasks().awaitAll(tasks, SOON);
    await("all are followed up")
        .untilAsserted(() -> assertThat(done).hasSizeGreaterThanOrEqualTo(40));

    assertThat(outcomes).hasSize(40).allSatisfy((task, end) -> assertThat(end.isFinal()).isTrue());
    assertThat(done).containsExactlyInAnyOrderElementsOf(tasks);
    assertThat(followUp.failed()).isEqualTo(1);
    assertThat(log.lines())
        .singleElement()
        .asString()
        .endsWith(": its follow-up failed, and is repeated later (IllegalStateException)");
    await("none is left")
        .untilAsserted(() -> assertThat(cluster.database.count("reelay_follow_up")).isZero());
  }

  @Test
  void replicasShareThePartitionsAndHandThemOver() throws Exception {
    ClusterWatcher one = cluster.start();
    await("one holds all")
        .untilAsserted(
            () -> assertThat(one.metrics().partitions()).isEqualTo(cluster.partitions()));
    ClusterWatcher other = cluster.start();
    int half = cluster.partitions() / 2;
    await("each holds half")
        .untilAsserted(
            () -> {
              assertThat(one.metrics().partitions()).isEqualTo(half);
              assertThat(other.metrics().partitions()).isEqualTo(half);
            });
    assertThat(one.metrics().rateShare() + other.metrics().rateShare()).isLessThanOrEqualTo(1.0);
    List<TaskHandle> tasks = IntStream.range(0, 100).mapToObj(ScriptedProvider::handle).toList();
    other.submitAll(tasks);
    await("all are watched")
        .untilAsserted(
            () -> assertThat(one.metrics().tasks() + other.metrics().tasks()).isEqualTo(100));

    one.close();
    await("the other holds all")
        .untilAsserted(() -> assertThat(other.metrics().tasks()).isEqualTo(100));

    assertThat(other.metrics().partitions()).isEqualTo(cluster.partitions());
    assertThat(other.metrics().leasesRevived()).isZero();
    assertThat(one.metrics().changesRefused() + other.metrics().changesRefused()).isZero();
    tasks.forEach(cluster.provider::finish);
    assertThat(other.tasks().awaitAll(tasks, SOON).values())
        .allSatisfy(outcome -> assertThat(outcome.isFinal()).isTrue());
  }

  @Test
  void tasksAreListedWithFilters() throws Exception {
    ClusterWatcher one = cluster.start();
    one.submit(handle(1), Instant.parse("2026-11-01T00:00:00Z").plusSeconds(1));
    one.submit(handle(2));
    one.submit(handle(3));
    cluster.provider.finish(handle(3));
    one.await(handle(3), SOON);
    await("2 is seen")
        .untilAsserted(() -> assertThat(one.find(handle(2)).orElseThrow().status()).isNotNull());
    ClusterTasks tasks = one.tasks();

    assertThat(handles(tasks.list(ClusterTaskFilter.ended()))).contains(handle(3));
    assertThat(handles(tasks.list(ClusterTaskFilter.all())))
        .containsExactly(handle(1), handle(2), handle(3));
    assertThat(handles(tasks.list(ClusterTaskFilter.open().status(TaskStatus.RUNNING))))
        .contains(handle(2))
        .doesNotContain(handle(3));
    assertThat(tasks.list(ClusterTaskFilter.all().provider("22codex"))).isEmpty();
    assertThat(handles(tasks.list(ClusterTaskFilter.all().limit(1)))).containsExactly(handle(1));
    assertThat(
            handles(
                tasks.list(
                    ClusterTaskFilter.all()
                        .submittedBefore(Instant.parse("2026-11-02T00:00:00Z")))))
        .containsExactly(handle(1));
    assertThat(tasks.countOpen()).isBetween(1L, 2L);
    assertThat(tasks.deleteEnded(Instant.now().plus(Duration.ofDays(1)))).isPositive();
    assertThat(tasks.find(handle(3))).isEmpty();
  }

  private static List<TaskHandle> handles(List<ClusterTask> tasks) {
    return tasks.stream().map(ClusterTask::handle).toList();
  }
}
