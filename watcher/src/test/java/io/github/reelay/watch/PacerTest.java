package io.github.reelay.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.policy.Pace;
import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Few tasks are not spread, and a watcher may have a share of a rate. */
class PacerTest {
  private static Bench bench(String word, UnaryOperator<WatcherBuilder> settings) {
    return new Bench(
        query -> {
          String provider = query.handle().provider();
          String id = query.handle().id();
          return Reply.of(
              word.equals("completed")
                  ? Body.completed(provider, id)
                  : Body.running(provider, id, 1));
        },
        HandleStore.none(),
        settings);
  }

  private static void waitForEachAlone(Bench bench, List<TaskHandle> tasks) {
    for (TaskHandle task : tasks) {
      CompletableFuture<Outcome> outcome = bench.watcher.outcome(task);
      while (!outcome.isDone()) {
        assertThat(bench.time.runNext()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"toapis,14", "xingchaoyiqing,14", "22codex,200"})
  void waitsOneAfterTheOtherAreQueriedImmediately(String provider, int count) {
    Bench bench = bench("completed", builder -> builder);

    waitForEachAlone(bench, Bench.tasks(provider, count));

    assertThat(bench.relays.queries).hasSize(count);
    assertThat(bench.now()).isEqualTo(Reply.of("").latency().multipliedBy(count));
  }

  @Test
  void theRateOfTheProviderHoldsForThemToo() {
    Bench bench =
        bench("completed", all -> all.rules(rules -> rules.withPace(new Pace(2, 64, true))));

    waitForEachAlone(bench, Bench.tasks("toapis", 14));

    assertThat(bench.relays.queries.get(13).at()).isEqualTo(Duration.ofMillis(13 * 500));
  }

  @Test
  void manyThatFollowThemAreSpreadAsEver() {
    Bench bench = bench("running", builder -> builder);
    for (TaskHandle task : Bench.tasks("toapis", 500)) {
      CompletableFuture<Outcome> alone = bench.watcher.outcome(task);
      bench.advance(Duration.ofMillis(100));
      alone.cancel(true);
    }
    Duration begin = bench.now();
    bench.watcher.addAll(Bench.tasks("toapis", 200));
    bench.advance(Duration.ofSeconds(10));

    long first = bench.relays.queries.stream().filter(q -> q.at().compareTo(begin) >= 0).count();
    assertThat(first).isBetween(200L, 222L);
    long early =
        bench.relays.queries.stream()
            .filter(query -> query.at().compareTo(begin) >= 0)
            .filter(query -> query.at().compareTo(begin.plusSeconds(1)) < 0)
            .count();
    assertThat(early).isBetween(20L, 33L);
  }

  @ParameterizedTest
  @CsvSource({"1,20", "0.5,40", "0.25,80", "2,20", "0.001,20000"})
  void aShareOfTheRateMakesTheGapLonger(double share, int millis) {
    Bench bench = bench("running", all -> all.rateShare(() -> share));

    bench.watcher.addAll(Bench.tasks("toapis", 2));
    bench.advance(Duration.ofSeconds(30));

    Duration first = bench.relays.queries.get(0).at();
    assertThat(bench.relays.queries.get(1).at().minus(first)).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.NEGATIVE_INFINITY})
  void aShareOfNothingQueriesNobodyUntilItGrows(double nothing) {
    AtomicReference<Double> share = new AtomicReference<>(nothing);
    Bench bench = bench("running", all -> all.rateShare(share::get));
    bench.watcher.addAll(Bench.tasks("toapis", 3));
    bench.advance(Duration.ofMinutes(5));
    assertThat(bench.relays.queries).isEmpty();

    share.set(1.0);
    bench.advance(Duration.ofMillis(250));

    assertThat(bench.relays.queries).hasSize(3);
  }

  @Test
  void aShareThatShrinksCountsFromTheNextQueryOn() {
    AtomicReference<Double> share = new AtomicReference<>(1.0);
    Bench bench = bench("completed", all -> all.rateShare(share::get));
    waitForEachAlone(bench, Bench.tasks("toapis", 1));
    share.set(0.002);

    waitForEachAlone(bench, List.of(TaskHandle.parse("toapis:other")));

    assertThat(bench.relays.queries.get(1).at()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void aShareThatThrowsQueriesNobodyAndHarmsNothing() {
    AtomicReference<Double> share = new AtomicReference<>(null); // unboxing throws
    Bench bench = bench("running", all -> all.rateShare(share::get));
    bench.watcher.add(Bench.TASK);
    bench.advance(Duration.ofMinutes(1));
    assertThat(bench.relays.queries).isEmpty();

    share.set(1.0);
    bench.advance(Duration.ofSeconds(1));

    assertThat(bench.relays.queries).hasSize(1);
  }
}
