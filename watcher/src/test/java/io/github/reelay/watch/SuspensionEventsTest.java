package io.github.reelay.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.failure.Failure;
import io.github.reelay.log.RecordedLog;
import io.github.reelay.task.TaskHandle;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a slow subscriber gets of suspensions and resumptions. */
class SuspensionEventsTest {
  @RegisterExtension final RecordedLog log = RecordedLog.of(ConflatingSubscription.class);
  private final EventPublisher events = new EventPublisher(Runnable::run);

  private static TaskEvent end(int number) {
    return new TaskEvent.Ended(
        new Outcome.Unfinished(new TaskHandle("toapis", "t-" + number), null, Instant.EPOCH));
  }

  private static void put(EventPublisher events, int count) {
    for (int i = 0; i < count; i++) {
      events.put(end(i));
    }
    events.flush();
  }

  private static TaskEvent suspended(int number) {
    Outcome refused =
        new Outcome.Refused(
            new TaskHandle("toapis", "t-" + number), Failure.unreachable("on purpose"));
    return new TaskEvent.Suspended(refused, Instant.EPOCH);
  }

  @Test
  void aSuspensionThatWaitsIsReplacedByWhatFollowsIt() {
    TaskEvent resumed = new TaskEvent.Resumed(new TaskHandle("toapis", "t-1"));
    EventCollector slow = new EventCollector(0);
    events.subscribe(slow);
    events.put(suspended(1));
    events.put(suspended(2));
    for (int i = 0; i < 10_000; i++) {
      events.put(resumed);
      events.put(suspended(1));
    }
    events.put(resumed);
    events.put(end(1));
    events.flush();

    slow.subscription.request(Long.MAX_VALUE);

    assertThat(slow.events).containsExactly(suspended(2), resumed, end(1));
  }

  @Test
  void aSuspensionThatWasTakenIsFollowedByItsResumption() {
    TaskEvent resumed = new TaskEvent.Resumed(new TaskHandle("toapis", "t-1"));
    EventCollector eventCollector = new EventCollector(1);
    events.subscribe(eventCollector);
    events.put(suspended(1));
    events.flush();
    events.put(resumed);
    events.flush();
    events.complete();

    eventCollector.subscription.request(5);

    assertThat(eventCollector.events).containsExactly(suspended(1), resumed);
    assertThat(eventCollector.completed).isOne();
  }
}
