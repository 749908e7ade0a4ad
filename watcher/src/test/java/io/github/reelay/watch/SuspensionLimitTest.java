package io.github.reelay.watch;

import static io.github.reelay.watch.WatcherFixture.TASK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.log.RecordedLog;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long a suspended wait is kept. */
class SuspensionLimitTest {
  @RegisterExtension final RecordedLog log = RecordedLog.of(Watcher.class);

  private static boolean isBetween(ScriptedProviders.Query query, Duration from, Duration to) {
    return query.at().compareTo(from) >= 0 && query.at().compareTo(to) < 0;
  }

  private static long queries(WatcherFixture fixture, Predicate<ScriptedProviders.Query> those) {
    return fixture.providers.queries.stream().filter(those).count();
  }

  private static final String WARNING =
      "WARNING toapis:t-1: expected to see its end, found the wait suspended too long after its"
          + " submission; it stays in the store and is not queried any more until it is added"
          + " again";

  @Test
  void afterSevenDaysItIsNotQueriedAnyMoreUntilItIsAddedAgain() {
    WatcherFixture fixture = new WatcherFixture(query -> SimulatedResponse.of(401));
    fixture.watcher.add(TASK);
    fixture.advance(Duration.ofDays(8));
    int before = fixture.providers.queries.size();

    fixture.advance(Duration.ofDays(8));

    assertThat(fixture.providers.queries)
        .hasSize(before)
        .last()
        .satisfies(
            query ->
                assertThat(query.at())
                    .isBetween(Duration.ofDays(7).minusMinutes(16), Duration.ofDays(7)));
    assertThat(fixture.heard(TASK)).last().isEqualTo("Ended Unfinished");
    assertThat(fixture.store.handles()).containsExactly(TASK);
    assertThat(fixture.watcher.add(TASK)).isTrue();
    fixture.advance(Duration.ofSeconds(1));
    assertThat(fixture.providers.queries).hasSize(before + 1);
    assertThat(log.lines()).containsExactly(WARNING);
  }

  @Test
  void theSevenDaysCountFromTheSubmission() {
    WatcherFixture fixture = new WatcherFixture(query -> SimulatedResponse.of(401));
    fixture.watcher.add(TASK, fixture.time.clock().instant().minus(Duration.ofDays(6)));

    fixture.advance(Duration.ofHours(23));
    assertThat(fixture.watcher.unfinishedCount()).isOne();
    fixture.advance(Duration.ofHours(2));

    assertThat(fixture.watcher.unfinishedCount()).isZero();
    assertThat(fixture.store.handles()).containsExactly(TASK);
    assertThat(log.lines()).containsExactly(WARNING);
  }
}
