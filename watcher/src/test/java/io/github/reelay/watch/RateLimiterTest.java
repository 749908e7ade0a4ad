package io.github.reelay.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.log.RecordedLog;
import io.github.reelay.policy.RateLimit;
import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Few tasks are not spread, and a watcher may have a share of a rate. */
class RateLimiterTest {
  @RegisterExtension final RecordedLog log = RecordedLog.of(Watcher.class);

  private static WatcherFixture fixture(String word, UnaryOperator<WatcherBuilder> settings) {
    return new WatcherFixture(
        query -> {
          String provider = query.handle().provider();
          String id = query.handle().id();
          return SimulatedResponse.of(
              word.equals("completed")
                  ? StatusBodies.completed(provider, id)
                  : StatusBodies.running(provider, id, 1));
        },
        HandleStore.none(),
        settings);
  }

  private static void waitForEachAlone(WatcherFixture fixture, List<TaskHandle> tasks) {
    for (TaskHandle task : tasks) {
      CompletableFuture<Outcome> outcome = fixture.watcher.watch(task);
      while (!outcome.isDone()) {
        assertThat(fixture.time.runNext()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("counts")
  void waitsOneAfterTheOtherAreQueriedImmediately(String provider, int count) {
    WatcherFixture fixture = fixture("completed", builder -> builder);

    waitForEachAlone(fixture, WatcherFixture.tasks(provider, count));

    assertThat(fixture.providers.queries).hasSize(count);
    assertThat(fixture.now()).isEqualTo(SimulatedResponse.of("").latency().multipliedBy(count));
  }

  static Stream<Arguments> counts() {
    return ScriptedProviders.names().stream()
        .flatMap(name -> Stream.of(Arguments.of(name, 14), Arguments.of(name, 200)));
  }

  @Test
  void theRateOfTheProviderHoldsForThemToo() {
    WatcherFixture fixture =
        fixture(
            "completed",
            all -> all.rules(rules -> rules.withRateLimit(new RateLimit(2, 64, true))));

    waitForEachAlone(fixture, WatcherFixture.tasks("toapis", 14));

    assertThat(fixture.providers.queries.get(13).at()).isEqualTo(Duration.ofMillis(13 * 500));
  }

  @Test
  void manyThatFollowThemAreSpreadAsEver() {
    WatcherFixture fixture = fixture("running", builder -> builder);
    for (TaskHandle task : WatcherFixture.tasks("toapis", 500)) {
      CompletableFuture<Outcome> alone = fixture.watcher.watch(task);
      fixture.advance(Duration.ofMillis(100));
      alone.cancel(true);
    }
    Duration begin = fixture.now();
    fixture.watcher.addAll(WatcherFixture.tasks("toapis", 200));
    fixture.advance(Duration.ofSeconds(10));

    long first =
        fixture.providers.queries.stream().filter(q -> q.at().compareTo(begin) >= 0).count();
    assertThat(first).isBetween(200L, 222L);
    long early =
        fixture.providers.queries.stream()
            .filter(query -> query.at().compareTo(begin) >= 0)
            .filter(query -> query.at().compareTo(begin.plusSeconds(1)) < 0)
            .count();
    assertThat(early).isBetween(20L, 33L);
  }

  @ParameterizedTest
  @CsvSource({"1,20", "0.5,40", "0.25,80", "2,20", "0.001,20000"})
  void aShareOfTheRateMakesTheGapLonger(double share, int millis) {
    WatcherFixture fixture = fixture("running", all -> all.rateShare(() -> share));

    fixture.watcher.addAll(WatcherFixture.tasks("toapis", 2));
    fixture.advance(Duration.ofSeconds(30));

    Duration first = fixture.providers.queries.get(0).at();
    assertThat(fixture.providers.queries.get(1).at().minus(first))
        .isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.NEGATIVE_INFINITY})
  void aShareOfNothingQueriesNobodyUntilItGrows(double nothing) {
    AtomicReference<Double> share = new AtomicReference<>(nothing);
    WatcherFixture fixture = fixture("running", all -> all.rateShare(share::get));
    fixture.watcher.addAll(WatcherFixture.tasks("toapis", 3));
    fixture.advance(Duration.ofMinutes(5));
    assertThat(fixture.providers.queries).isEmpty();

    share.set(1.0);
    fixture.advance(Duration.ofMillis(250));

    assertThat(fixture.providers.queries).hasSize(3);
  }

  @Test
  void aShareThatShrinksCountsFromTheNextQueryOn() {
    AtomicReference<Double> share = new AtomicReference<>(1.0);
    WatcherFixture fixture = fixture("completed", all -> all.rateShare(share::get));
    waitForEachAlone(fixture, WatcherFixture.tasks("toapis", 1));
    share.set(0.002);

    waitForEachAlone(fixture, List.of(TaskHandle.parse("toapis:other")));

    assertThat(fixture.providers.queries.get(1).at()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void aShareThatThrowsQueriesNobodyAndHarmsNothing() {
    AtomicReference<Double> share = new AtomicReference<>(null); // unboxing throws
    WatcherFixture fixture = fixture("running", all -> all.rateShare(share::get));
    fixture.watcher.add(WatcherFixture.TASK);
    fixture.advance(Duration.ofMinutes(1));
    assertThat(fixture.providers.queries).isEmpty();

    share.set(1.0);
    fixture.advance(Duration.ofSeconds(1));

    assertThat(fixture.providers.queries).hasSize(1);
    assertThat(log.lines())
        .containsExactly(
            "WARNING expected rateShare to return a share of the rate of toapis, found an"
                + " exception; toapis is not queried until it returns one (NullPointerException)");
  }
}
