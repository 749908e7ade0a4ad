package io.github.reelay.watch;

import static io.github.reelay.watch.WatcherFixture.TASK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.log.RecordedLog;
import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Waits that are refused, or get no response, and go on by themselves. */
class SuspensionTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @RegisterExtension final RecordedLog log = RecordedLog.of(Watcher.class);

  private static SimulatedResponse running(ScriptedProviders.Query query) {
    return SimulatedResponse.of(
        StatusBodies.running(query.handle().provider(), query.handle().id(), 50));
  }

  private static SimulatedResponse done(ScriptedProviders.Query query) {
    return SimulatedResponse.of(
        StatusBodies.completed(query.handle().provider(), query.handle().id()));
  }

  private static boolean isBetween(ScriptedProviders.Query query, Duration from, Duration to) {
    return query.at().compareTo(from) >= 0 && query.at().compareTo(to) < 0;
  }

  /** Down from one time to another; every task is done eight minutes later. */
  private static WatcherFixture down(SimulatedResponse response, Duration from, Duration to) {
    return new WatcherFixture(
        query ->
            isBetween(query, from, to)
                ? response
                : query.at().compareTo(to.plusMinutes(8)) < 0 ? running(query) : done(query));
  }

  private static long queries(WatcherFixture fixture, Predicate<ScriptedProviders.Query> those) {
    return fixture.providers.queries.stream().filter(those).count();
  }

  /** revoked-key: a thousand tasks cost one query at a time, and all go on. */
  @ParameterizedTest
  @ValueSource(ints = {401, 402})
  void aRevokedKeyCostsOneQueryAtATime(int status) {
    WatcherFixture fixture = down(SimulatedResponse.of(status), MINUTE, MINUTE.multipliedBy(11));
    List<TaskHandle> tasks = WatcherFixture.tasks("toapis", 1000);
    fixture.watcher.addAll(tasks);
    fixture.advance(MINUTE);
    CompletableFuture<Outcome> waiter = fixture.watcher.watch(tasks.get(7));

    fixture.advance(Duration.ofSeconds(30));
    assertThat(waiter.join()).isInstanceOf(Outcome.Refused.class);
    assertThat(fixture.watcher.unfinished()).hasSize(1000);

    fixture.advance(MINUTE.multipliedBy(40));
    assertThat(
            queries(
                fixture,
                query -> isBetween(query, Duration.ofSeconds(85), MINUTE.multipliedBy(11))))
        .isLessThanOrEqualTo(5);
    assertThat(queries(fixture, query -> isBetween(query, MINUTE, Duration.ofSeconds(85))))
        .isLessThanOrEqualTo(1002);
    assertThat(tasks)
        .allSatisfy(
            task ->
                assertThat(fixture.heard(task))
                    .endsWith(
                        "Suspended Refused", "Resumed", "running", "succeeded", "Ended Finished"));
    assertThat(fixture.store.handles()).isEmpty();
  }

  @Test
  void theProbesComeAtGrowingIntervalsAndAreEachTimeAnotherTask() {
    WatcherFixture fixture =
        new WatcherFixture(query -> SimulatedResponse.of(401).after(Duration.ZERO));
    fixture.watcher.addAll(WatcherFixture.tasks("toapis", 3));

    fixture.advance(Duration.ofHours(1));

    List<ScriptedProviders.Query> probes =
        fixture.providers.queries.subList(3, fixture.providers.queries.size());
    assertThat(probes)
        .extracting(query -> query.at().toSeconds())
        .containsExactly(30L, 90L, 210L, 450L, 930L, 1830L, 2730L);
    assertThat(probes.subList(0, 3))
        .extracting(ScriptedProviders.Query::handle)
        .doesNotHaveDuplicates();
  }

  /** Also the others that end a wait. */
  @ParameterizedTest
  @ValueSource(ints = {500, 404, 400, 403, 0})
  void whateverEndedAWaitItIsTakenUpAgain(int status) {
    WatcherFixture fixture =
        down(SimulatedResponse.of(status), Duration.ZERO, MINUTE.multipliedBy(4));

    fixture.watcher.addAll(WatcherFixture.tasks("xingchaoyiqing", 2));
    fixture.advance(MINUTE.multipliedBy(30));

    assertThat(WatcherFixture.tasks("xingchaoyiqing", 2))
        .allSatisfy(
            task -> assertThat(fixture.heard(task)).contains("Resumed").endsWith("Ended Finished"));
  }

  @Test
  void aTaskRefusedForItsOwnReasonsHoldsUpNobody() {
    TaskHandle bad = TaskHandle.parse("toapis:bad");
    WatcherFixture fixture =
        new WatcherFixture(
            query ->
                query.handle().equals(bad)
                    ? SimulatedResponse.of(400)
                    : isBetween(query, MINUTE, MINUTE.multipliedBy(3))
                        ? SimulatedResponse.of(401)
                        : running(query));
    fixture.watcher.add(bad);
    List<TaskHandle> others = WatcherFixture.tasks("toapis", 20);
    fixture.watcher.addAll(others);

    fixture.advance(MINUTE.multipliedBy(8));

    assertThat(others)
        .allSatisfy(
            task ->
                assertThat(fixture.heard(task))
                    .endsWith("Suspended Refused", "Resumed", "running"));
    assertThat(fixture.providers.of(bad)).hasSizeBetween(4, 9);
    assertThat(fixture.heard(bad)).containsExactly("invalid-request", "Suspended Refused");
  }

  @Test
  void whileOthersAreShownASuspendedTaskComesBackAtItsOwnGrowingDelay() {
    TaskHandle bad = TaskHandle.parse("toapis:bad");
    WatcherFixture fixture =
        new WatcherFixture(
            query ->
                (query.handle().equals(bad) ? SimulatedResponse.of(400) : running(query))
                    .after(Duration.ZERO),
            HandleStore.inMemory(),
            builder -> builder.rules(rules -> rules.withTimeout(Duration.ofDays(1))));
    fixture.watcher.add(TASK);
    fixture.watcher.add(bad);

    fixture.advance(Duration.ofHours(1));

    assertThat(fixture.providers.times(bad))
        .extracting(Duration::toSeconds)
        .containsExactly(0L, 30L, 90L, 210L, 450L, 930L, 1830L, 2730L);
  }

  @Test
  void timeWhileSuspendedDoesNotCountTowardsGivingUp() {
    WatcherFixture fixture = down(SimulatedResponse.of(401), MINUTE, MINUTE.multipliedBy(15));

    fixture.watcher.add(TASK);
    fixture.advance(Duration.ofHours(1));

    assertThat(fixture.heard(TASK)).endsWith("Resumed", "running", "succeeded", "Ended Finished");
  }

  @Test
  void aNewFutureQueriesImmediatelyAndCompletesOnce() {
    WatcherFixture fixture =
        down(SimulatedResponse.of(401), Duration.ZERO, MINUTE.multipliedBy(15));
    assertRefused(fixture);
    fixture.advance(MINUTE.multipliedBy(10));
    int before = fixture.providers.queries.size();

    assertRefused(fixture);

    assertThat(fixture.providers.queries).hasSize(before + 1);
    assertThat(fixture.heard(TASK)).containsExactly("unauthorized", "Suspended Refused");
    assertThat(fixture.watcher.unfinished()).containsExactly(TASK);
  }

  private static void assertRefused(WatcherFixture fixture) {
    CompletableFuture<Outcome> outcome = fixture.watcher.watch(TASK);
    fixture.advance(Duration.ofSeconds(1));
    assertThat(outcome).isCompletedWithValueMatching(Outcome.Refused.class::isInstance);
  }

  @Test
  void addingItAgainQueriesImmediately() {
    WatcherFixture fixture = down(SimulatedResponse.of(401), Duration.ZERO, MINUTE);
    fixture.watcher.add(TASK);
    fixture.advance(MINUTE.plusSeconds(1));
    int before = fixture.providers.queries.size();

    assertThat(fixture.watcher.add(TASK)).isFalse();
    fixture.advance(Duration.ofSeconds(1));

    assertThat(fixture.providers.queries).hasSize(before + 1);
    assertThat(fixture.heard(TASK))
        .containsExactly("unauthorized", "Suspended Refused", "Resumed", "running");
  }

  @Test
  void removingEndsItAndForgetsIt() {
    WatcherFixture fixture = down(SimulatedResponse.of(401), Duration.ZERO, MINUTE);
    fixture.watcher.add(TASK);
    fixture.advance(Duration.ofSeconds(5));

    assertThat(fixture.watcher.remove(TASK)).isTrue();
    fixture.advance(Duration.ofHours(1));

    assertThat(fixture.providers.queries).hasSize(1);
    assertThat(fixture.heard(TASK)).last().isEqualTo("Ended Unfinished");
    assertThat(fixture.store.handles()).isEmpty();
    assertThat(fixture.time.runNext()).isFalse();
  }

  @Test
  void stoppingHandsItBack() {
    WatcherFixture fixture = down(SimulatedResponse.of(401), Duration.ZERO, MINUTE);
    fixture.watcher.add(TASK);
    fixture.advance(Duration.ofSeconds(5));

    assertThat(fixture.watcher.stop()).containsExactly(TASK);

    assertThat(fixture.store.handles()).containsExactly(TASK);
    assertThat(fixture.heard(TASK)).last().isEqualTo("Ended Unfinished");
  }

  @Test
  void aRetryAfterIsObeyed() {
    WatcherFixture fixture =
        new WatcherFixture(
            query ->
                query.number() < 6
                    ? new SimulatedResponse(
                        503, java.util.Map.of("Retry-After", List.of("100")), "", Duration.ZERO)
                    : running(query));
    fixture.watcher.add(TASK);

    fixture.advance(Duration.ofSeconds(501));

    assertThat(fixture.providers.times(TASK))
        .extracting(Duration::toSeconds)
        .startsWith(0L, 100L, 200L, 300L, 400L, 500L);
  }

  @Test
  void itSaysWhenTheProviderIsQueriedAgain() {
    WatcherFixture fixture =
        new WatcherFixture(query -> SimulatedResponse.of(401).after(Duration.ZERO));
    fixture.watcher.add(TASK);

    fixture.advance(Duration.ZERO);

    assertThat(((TaskEvent.Suspended) fixture.last.get(TASK)).nextQueryAt())
        .isEqualTo(Instant.parse("2026-01-01T00:00:30Z"));
  }

  @Test
  void withoutAStoreAWaitEndsAsBefore() {
    WatcherFixture fixture =
        new WatcherFixture(
            query -> SimulatedResponse.of(401), HandleStore.none(), builder -> builder);
    fixture.watcher.add(TASK);

    fixture.advance(Duration.ofHours(1));

    assertThat(fixture.heard(TASK)).containsExactly("unauthorized", "Ended Refused");
    assertThat(fixture.providers.queries).hasSize(1);
  }
}
