package io.github.reelay.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.log.RecordedLog;
import io.github.reelay.task.TaskHandle;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A provider that denies everything is more likely queried with the key of another account. */
class DoubtTest {
  private static final String WARNING =
      "WARNING toapis: expected the provider to know at least one of several tasks, found that it"
          + " denies them all or one that it has shown; the API key or the base URL is likely that"
          + " of another account or host, so no task is forgotten";

  @RegisterExtension final RecordedLog log = RecordedLog.of(Watcher.class);

  private static SimulatedResponse denial() {
    return SimulatedResponse.denial("toapis");
  }

  private static SimulatedResponse running(ScriptedProviders.Query query) {
    return SimulatedResponse.of(StatusBodies.running("toapis", query.handle().id(), 50));
  }

  @ParameterizedTest
  @CsvSource({"3,0", "3,7000", "1000,0", "4,60000"})
  void aSwappedKeyForgetsNoneAndIsSaidOnce(int count, long apartMillis) {
    WatcherFixture fixture = new WatcherFixture(query -> denial());
    for (TaskHandle task : WatcherFixture.tasks("toapis", count)) {
      fixture.watcher.add(task);
      fixture.advance(Duration.ofMillis(apartMillis));
    }

    fixture.advance(Duration.ofHours(1));

    assertThat(fixture.store.handles()).hasSize(count);
    assertThat(fixture.watcher.unfinishedCount()).isEqualTo(count);
    assertThat(log.lines()).containsExactly(WARNING);
  }

  /** Old tasks are denied only three times, within 20 seconds. */
  @ParameterizedTest
  @ValueSource(longs = {0, 3000, 9000})
  void alsoForOldTasksAddedOneAfterAnother(long apartMillis) {
    WatcherFixture fixture = new WatcherFixture(query -> denial());
    Instant old = fixture.time.clock().instant().minus(Duration.ofMinutes(5));
    for (TaskHandle task : WatcherFixture.tasks("toapis", 3)) {
      fixture.watcher.add(task, old);
      fixture.advance(Duration.ofMillis(apartMillis));
    }

    fixture.advance(Duration.ofHours(1));

    assertThat(fixture.store.handles()).hasSize(3);
    assertThat(log.lines()).containsExactly(WARNING);
  }

  @Test
  void alsoWithAnIntervalThatIsLongerThanTheGracePeriod() {
    WatcherFixture fixture =
        new WatcherFixture(
            query -> denial(),
            io.github.reelay.store.HandleStore.inMemory(),
            builder ->
                builder.rules(
                    rules ->
                        rules
                            .withInterval(Duration.ofMinutes(10))
                            .withTimeout(Duration.ofDays(1))));
    fixture.watcher.addAll(WatcherFixture.tasks("toapis", 3));

    fixture.advance(Duration.ofHours(5));

    assertThat(fixture.store.handles()).hasSize(3);
  }

  @Test
  void twoTasksAreNoReasonForADoubt() {
    WatcherFixture fixture = new WatcherFixture(query -> denial());
    fixture.watcher.addAll(WatcherFixture.tasks("toapis", 2));

    fixture.advance(Duration.ofHours(1));

    assertThat(fixture.store.handles()).isEmpty();
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void norAreManyIfTheProviderShowsAnother() {
    TaskHandle shown = TaskHandle.parse("toapis:shown");
    WatcherFixture fixture =
        new WatcherFixture(query -> query.handle().equals(shown) ? running(query) : denial());
    Instant old = fixture.time.clock().instant().minus(Duration.ofMinutes(5));
    WatcherFixture.tasks("toapis", 5).forEach(task -> fixture.watcher.add(task, old));
    fixture.watcher.add(shown);

    fixture.advance(Duration.ofSeconds(25));

    assertThat(fixture.store.handles()).containsExactly(shown);
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void threeNewTasksThatAreNotKnownYetAreNoReasonForAWarning() {
    WatcherFixture fixture =
        new WatcherFixture(query -> query.number() <= 4 ? denial() : running(query));
    fixture.watcher.addAll(WatcherFixture.tasks("toapis", 3));

    fixture.advance(Duration.ofMinutes(5));

    assertThat(log.lines()).isEmpty();
    assertThat(fixture.store.handles()).hasSize(3);
  }

  @Test
  void aProviderThatDeniesATaskThatItHasShownIsNotBelievedAboutAnother() {
    TaskHandle shown = TaskHandle.parse("toapis:shown");
    TaskHandle other = TaskHandle.parse("toapis:other");
    WatcherFixture fixture =
        new WatcherFixture(
            query ->
                query.handle().equals(shown) && query.number() % 2 == 1
                    ? running(query)
                    : denial());
    fixture.watcher.add(shown);
    fixture.watcher.add(other);

    fixture.advance(Duration.ofMinutes(9));

    assertThat(fixture.store.handles()).containsExactlyInAnyOrder(shown, other);
    assertThat(log.lines()).containsExactly(WARNING);
  }

  /** The right key comes back; denials from before do not count, and fresh ones do. */
  @Test
  void afterADoubtDenialsCountFromTheStart() {
    TaskHandle gone = TaskHandle.parse("toapis:gone");
    Duration fixed = Duration.ofSeconds(115);
    WatcherFixture fixture =
        new WatcherFixture(
            query ->
                query.handle().equals(gone) || query.at().compareTo(fixed) < 0
                    ? denial()
                    : running(query));
    fixture.watcher.add(gone);
    fixture.watcher.addAll(WatcherFixture.tasks("toapis", 5));

    fixture.advance(Duration.ofMinutes(4).minusSeconds(10));
    assertThat(fixture.store.handles()).contains(gone);
    fixture.advance(Duration.ofHours(2));

    assertThat(fixture.store.handles()).doesNotContain(gone).hasSize(5);
  }

  /** Found by the simulation: a doubt that ended let every streak of bad responses begin again. */
  @Test
  void aDoubtThatEndsBeginsNoStreakOfBadResponsesAgain() {
    TaskHandle bad = TaskHandle.parse("toapis:bad");
    TaskHandle lost = TaskHandle.parse("toapis:lost");
    WatcherFixture fixture =
        new WatcherFixture(
            query ->
                query.number() == 1
                    ? running(query)
                    : query.handle().equals(bad)
                        ? SimulatedResponse.of(500)
                        : query.handle().equals(lost) ? denial() : running(query));
    fixture.watcher.addAll(WatcherFixture.tasks("toapis", 300));
    fixture.watcher.add(bad);
    fixture.watcher.add(lost);

    fixture.advance(Duration.ofMinutes(9));

    assertThat(fixture.heard(bad)).last().isEqualTo("Suspended Unreachable");
  }
}
