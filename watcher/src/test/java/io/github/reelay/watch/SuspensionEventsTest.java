package io.github.reelay.watch;

import static io.github.reelay.watch.SampleEvents.end;
import static io.github.reelay.watch.SampleEvents.suspended;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a slow subscriber gets of suspensions and resumptions. */
class SuspensionEventsTest {
  private final EventPublisher events = new EventPublisher(Runnable::run);
  private final TaskEvent resumed = SampleEvents.resumed(1);

  @Test
  void aSuspensionThatWaitsIsReplacedByWhatFollowsIt() {
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
