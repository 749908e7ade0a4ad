package io.github.reelay.watch;

import static io.github.reelay.watch.Bench.TASK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Waits that are refused, or get no answer, and go on by themselves. */
class SuspensionTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static Reply running(Relays.Query query) {
    return Reply.of(Body.running(query.handle().provider(), query.handle().id(), 50));
  }

  private static Reply done(Relays.Query query) {
    return Reply.of(Body.completed(query.handle().provider(), query.handle().id()));
  }

  private static boolean isBetween(Relays.Query query, Duration from, Duration to) {
    return query.at().compareTo(from) >= 0 && query.at().compareTo(to) < 0;
  }

  /** Down from one time to another; every task is done eight minutes later. */
  private static Bench down(Reply reply, Duration from, Duration to) {
    return new Bench(
        query ->
            isBetween(query, from, to)
                ? reply
                : query.at().compareTo(to.plusMinutes(8)) < 0 ? running(query) : done(query));
  }

  private static long queries(Bench bench, Predicate<Relays.Query> those) {
    return bench.relays.queries.stream().filter(those).count();
  }

  /** revoked-key: a thousand tasks cost one query at a time, and all go on. */
  @ParameterizedTest
  @ValueSource(ints = {401, 402})
  void aRevokedKeyCostsOneQueryAtATime(int status) {
    Bench bench = down(Reply.of(status), MINUTE, MINUTE.multipliedBy(11));
    List<TaskHandle> tasks = Bench.tasks("toapis", 1000);
    bench.watcher.addAll(tasks);
    bench.advance(MINUTE);
    CompletableFuture<Outcome> waiter = bench.watcher.outcome(tasks.get(7));

    bench.advance(Duration.ofSeconds(30));
    assertThat(waiter.join()).isInstanceOf(Outcome.Refused.class);
    assertThat(bench.watcher.unfinished()).hasSize(1000);

    bench.advance(MINUTE.multipliedBy(40));
    assertThat(
            queries(
                bench, query -> isBetween(query, Duration.ofSeconds(85), MINUTE.multipliedBy(11))))
        .isLessThanOrEqualTo(5);
    assertThat(queries(bench, query -> isBetween(query, MINUTE, Duration.ofSeconds(85))))
        .isLessThanOrEqualTo(1002);
    assertThat(tasks)
        .allSatisfy(
            task ->
                assertThat(bench.heard(task))
                    .endsWith(
                        "Suspended Refused", "Resumed", "running", "succeeded", "Ended Finished"));
    assertThat(bench.store.open()).isEmpty();
  }

  @Test
  void theProbesComeAtGrowingIntervalsAndAreEachTimeAnotherTask() {
    Bench bench = new Bench(query -> Reply.of(401).after(Duration.ZERO));
    bench.watcher.addAll(Bench.tasks("toapis", 3));

    bench.advance(Duration.ofHours(1));

    List<Relays.Query> probes = bench.relays.queries.subList(3, bench.relays.queries.size());
    assertThat(probes)
        .extracting(query -> query.at().toSeconds())
        .containsExactly(30L, 90L, 210L, 450L, 930L, 1830L, 2730L);
    assertThat(probes.subList(0, 3)).extracting(Relays.Query::handle).doesNotHaveDuplicates();
  }

  /** Also the others that end a wait. */
  @ParameterizedTest
  @ValueSource(ints = {500, 404, 400, 403, 0})
  void whateverEndedAWaitItIsTakenUpAgain(int status) {
    Bench bench = down(Reply.of(status), Duration.ZERO, MINUTE.multipliedBy(4));

    bench.watcher.addAll(Bench.tasks("xingchaoyiqing", 2));
    bench.advance(MINUTE.multipliedBy(30));

    assertThat(Bench.tasks("xingchaoyiqing", 2))
        .allSatisfy(
            task -> assertThat(bench.heard(task)).contains("Resumed").endsWith("Ended Finished"));
  }

  @Test
  void aTaskRefusedForItsOwnReasonsHoldsUpNobody() {
    TaskHandle bad = TaskHandle.parse("toapis:bad");
    Bench bench =
        new Bench(
            query ->
                query.handle().equals(bad)
                    ? Reply.of(400)
                    : isBetween(query, MINUTE, MINUTE.multipliedBy(3))
                        ? Reply.of(401)
                        : running(query));
    bench.watcher.add(bad);
    List<TaskHandle> others = Bench.tasks("toapis", 20);
    bench.watcher.addAll(others);

    bench.advance(MINUTE.multipliedBy(8));

    assertThat(others)
        .allSatisfy(
            task ->
                assertThat(bench.heard(task)).endsWith("Suspended Refused", "Resumed", "running"));
    assertThat(bench.relays.of(bad)).hasSizeBetween(4, 9);
    assertThat(bench.heard(bad)).containsExactly("invalid-request", "Suspended Refused");
  }

  @Test
  void whileOthersAreAnsweredASuspendedTaskComesBackAtItsOwnGrowingDelay() {
    TaskHandle bad = TaskHandle.parse("toapis:bad");
    Bench bench =
        new Bench(
            query ->
                (query.handle().equals(bad) ? Reply.of(400) : running(query)).after(Duration.ZERO),
            HandleStore.inMemory(),
            builder -> builder.rules(rules -> rules.withTimeout(Duration.ofDays(1))));
    bench.watcher.add(TASK);
    bench.watcher.add(bad);

    bench.advance(Duration.ofHours(1));

    assertThat(bench.relays.times(bad))
        .extracting(Duration::toSeconds)
        .containsExactly(0L, 30L, 90L, 210L, 450L, 930L, 1830L, 2730L);
  }

  @Test
  void timeWhileSuspendedDoesNotCountTowardsGivingUp() {
    Bench bench = down(Reply.of(401), MINUTE, MINUTE.multipliedBy(15));

    bench.watcher.add(TASK);
    bench.advance(Duration.ofHours(1));

    assertThat(bench.heard(TASK)).endsWith("Resumed", "running", "succeeded", "Ended Finished");
  }

  @Test
  void aNewFutureAsksAtOnceAndCompletesOnce() {
    Bench bench = down(Reply.of(401), Duration.ZERO, MINUTE.multipliedBy(15));
    assertRefused(bench);
    bench.advance(MINUTE.multipliedBy(10));
    int before = bench.relays.queries.size();

    assertRefused(bench);

    assertThat(bench.relays.queries).hasSize(before + 1);
    assertThat(bench.heard(TASK)).containsExactly("unauthorized", "Suspended Refused");
    assertThat(bench.watcher.unfinished()).containsExactly(TASK);
  }

  private static void assertRefused(Bench bench) {
    CompletableFuture<Outcome> outcome = bench.watcher.outcome(TASK);
    bench.advance(Duration.ofSeconds(1));
    assertThat(outcome).isCompletedWithValueMatching(Outcome.Refused.class::isInstance);
  }

  @Test
  void addingItAgainAsksAtOnce() {
    Bench bench = down(Reply.of(401), Duration.ZERO, MINUTE);
    bench.watcher.add(TASK);
    bench.advance(MINUTE.plusSeconds(1));
    int before = bench.relays.queries.size();

    assertThat(bench.watcher.add(TASK)).isFalse();
    bench.advance(Duration.ofSeconds(1));

    assertThat(bench.relays.queries).hasSize(before + 1);
    assertThat(bench.heard(TASK))
        .containsExactly("unauthorized", "Suspended Refused", "Resumed", "running");
  }

  @Test
  void removingEndsItAndForgetsIt() {
    Bench bench = down(Reply.of(401), Duration.ZERO, MINUTE);
    bench.watcher.add(TASK);
    bench.advance(Duration.ofSeconds(5));

    assertThat(bench.watcher.remove(TASK)).isTrue();
    bench.advance(Duration.ofHours(1));

    assertThat(bench.relays.queries).hasSize(1);
    assertThat(bench.heard(TASK)).last().isEqualTo("Ended StillRunning");
    assertThat(bench.store.open()).isEmpty();
    assertThat(bench.time.runNext()).isFalse();
  }

  @Test
  void stoppingHandsItBack() {
    Bench bench = down(Reply.of(401), Duration.ZERO, MINUTE);
    bench.watcher.add(TASK);
    bench.advance(Duration.ofSeconds(5));

    assertThat(bench.watcher.stop()).containsExactly(TASK);

    assertThat(bench.store.open()).containsExactly(TASK);
    assertThat(bench.heard(TASK)).last().isEqualTo("Ended StillRunning");
  }

  @Test
  void afterSevenDaysItIsNotAskedForAnyMoreUntilItIsAddedAgain() {
    Bench bench = new Bench(query -> Reply.of(401));
    bench.watcher.add(TASK);
    bench.advance(Duration.ofDays(8));
    int before = bench.relays.queries.size();

    bench.advance(Duration.ofDays(8));

    assertThat(bench.relays.queries)
        .hasSize(before)
        .last()
        .satisfies(
            query ->
                assertThat(query.at())
                    .isBetween(Duration.ofDays(7).minusMinutes(16), Duration.ofDays(7)));
    assertThat(bench.heard(TASK)).last().isEqualTo("Ended StillRunning");
    assertThat(bench.store.open()).containsExactly(TASK);
    assertThat(bench.watcher.add(TASK)).isTrue();
    bench.advance(Duration.ofSeconds(1));
    assertThat(bench.relays.queries).hasSize(before + 1);
  }

  @Test
  void theSevenDaysCountFromTheSubmission() {
    Bench bench = new Bench(query -> Reply.of(401));
    bench.watcher.add(TASK, bench.time.clock().instant().minus(Duration.ofDays(6)));

    bench.advance(Duration.ofHours(23));
    assertThat(bench.watcher.unfinishedCount()).isOne();
    bench.advance(Duration.ofHours(2));

    assertThat(bench.watcher.unfinishedCount()).isZero();
    assertThat(bench.store.open()).containsExactly(TASK);
  }

  @Test
  void aRetryAfterIsObeyed() {
    Bench bench =
        new Bench(
            query ->
                query.number() < 6
                    ? new Reply(
                        503, java.util.Map.of("Retry-After", List.of("100")), "", Duration.ZERO)
                    : running(query));
    bench.watcher.add(TASK);

    bench.advance(Duration.ofSeconds(501));

    assertThat(bench.relays.times(TASK))
        .extracting(Duration::toSeconds)
        .startsWith(0L, 100L, 200L, 300L, 400L, 500L);
  }

  @Test
  void itSaysWhenTheProviderIsAskedAgain() {
    Bench bench = new Bench(query -> Reply.of(401).after(Duration.ZERO));
    bench.watcher.add(TASK);

    bench.advance(Duration.ZERO);

    assertThat(((WatchEvent.Suspended) bench.last.get(TASK)).nextQueryAt())
        .isEqualTo(Instant.parse("2026-01-01T00:00:30Z"));
  }

  @Test
  void withoutAStoreAWaitEndsAsBefore() {
    Bench bench = new Bench(query -> Reply.of(401), HandleStore.none(), builder -> builder);
    bench.watcher.add(TASK);

    bench.advance(Duration.ofHours(1));

    assertThat(bench.heard(TASK)).containsExactly("unauthorized", "Ended Refused");
    assertThat(bench.relays.queries).hasSize(1);
  }
}
