package io.github.reelay.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.failure.Failure;
import io.github.reelay.log.RecordedLog;
import io.github.reelay.task.TaskHandle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of Reactive Streams where the publisher could break them. */
class SubscriptionTest {
  @RegisterExtension final RecordedLog log = RecordedLog.of(Subscription.class);

  private final Later later = new Later();
  private final Events events = new Events(Runnable::run);

  private static WatchEvent end(int number) {
    return new WatchEvent.Ended(
        new Outcome.StillRunning(new TaskHandle("toapis", "t-" + number), null, Instant.EPOCH));
  }

  private static void put(Events events, int count) {
    for (int i = 0; i < count; i++) {
      events.put(end(i));
    }
    events.flush();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void aRequestForNothingIsAnErrorAndTheLastSignal(long demand) {
    Collector collector = new Collector(0);
    events.subscribe(collector);
    put(events, 1);

    collector.subscription.request(demand);
    collector.subscription.request(1);
    put(events, 1);
    events.complete();

    assertThat(collector.errors)
        .singleElement()
        .isInstanceOf(IllegalArgumentException.class)
        .extracting(Throwable::getMessage)
        .isEqualTo(
            "expected a request for at least one event (Reactive Streams 3.9), found " + demand);
    assertThat(collector.events).isEmpty();
    assertThat(collector.completed).isZero();
  }

  @Test
  void noSignalComesBeforeOnSubscribeReturns() {
    List<String> signals = new ArrayList<>();
    Collector collector =
        new Collector(0) {
          @Override
          public void onSubscribe(Flow.Subscription given) {
            given.request(0);
            signals.add("subscribed");
          }

          @Override
          public void onError(Throwable error) {
            signals.add("error");
          }
        };

    events.subscribe(collector);

    assertThat(signals).containsExactly("subscribed", "error");
  }

  @Test
  void demandAddsUpWithoutOverflow() {
    Collector collector = new Collector(Long.MAX_VALUE);
    events.subscribe(collector);

    collector.subscription.request(Long.MAX_VALUE);
    collector.subscription.request(1);
    put(events, 3);

    assertThat(collector.events).hasSize(3);
  }

  @Test
  void neverDeliversMoreThanWasAskedFor() {
    Collector collector = new Collector(0);
    events.subscribe(collector);
    put(events, 10);

    collector.subscription.request(2);
    collector.subscription.request(1);

    assertThat(collector.events).containsExactly(end(0), end(1), end(2));
  }

  @Test
  void cancellingFromOnNextIsTheEnd() {
    Collector collector =
        new Collector(Long.MAX_VALUE) {
          @Override
          public void onNext(WatchEvent event) {
            super.onNext(event);
            subscription.cancel();
            subscription.cancel();
            subscription.request(5);
          }
        };
    events.subscribe(collector);

    put(events, 3);
    events.complete();

    assertThat(collector.events).hasSize(1);
    assertThat(collector.completed).isZero();
  }

  @Test
  void cancellingFromOnSubscribeIsTheEndAndIsForgotten() {
    AtomicReference<Flow.Subscription> first = new AtomicReference<>();
    Collector collector =
        new Collector(0) {
          @Override
          public void onSubscribe(Flow.Subscription given) {
            first.set(given);
            given.request(5);
            given.cancel();
          }
        };

    events.subscribe(collector);
    put(events, 3);
    events.complete();

    assertThat(collector.events).isEmpty();
    assertThat(collector.completed).isZero();
    assertThat(events.subscribers()).isZero();
  }

  @Test
  void whoIsDoneIsForgotten() {
    Collector cancelled = new Collector(0);
    Collector refused = new Collector(0);
    Collector completed = new Collector(Long.MAX_VALUE);
    List.of(cancelled, refused, completed).forEach(events::subscribe);

    cancelled.subscription.cancel();
    refused.subscription.request(0);
    events.complete();

    assertThat(events.subscribers()).isZero();
  }

  @Test
  void requestingFromOnNextDoesNotGrowTheStack() {
    int count = 100_000;
    Collector collector =
        new Collector(1) {
          @Override
          public void onNext(WatchEvent event) {
            super.onNext(event);
            subscription.request(1);
          }
        };
    events.subscribe(collector);

    put(events, count);

    assertThat(collector.events).hasSize(count);
    assertThat(collector.errors).isEmpty();
  }

  @Test
  void aSubscriberThatThrowsIsCancelledAndHarmsNoOther() {
    Collector throwing =
        new Collector(Long.MAX_VALUE) {
          @Override
          public void onNext(WatchEvent event) {
            super.onNext(event);
            throw new IllegalStateException("on purpose");
          }
        };
    Collector other = new Collector(Long.MAX_VALUE);
    events.subscribe(throwing);
    events.subscribe(other);

    put(events, 3);

    assertThat(throwing.events).hasSize(1);
    assertThat(other.events).hasSize(3);
    assertThat(log.lines())
        .containsExactly(
            "WARNING expected a subscriber to return, found an exception (IllegalStateException)");
  }

  @Test
  void everySubscriberHasItsOwnPace() {
    Collector slow = new Collector(1);
    Collector quick = new Collector(Long.MAX_VALUE);
    events.subscribe(slow);
    events.subscribe(quick);

    put(events, 3);

    assertThat(slow.events).containsExactly(end(0));
    assertThat(quick.events).containsExactly(end(0), end(1), end(2));
  }

  @Test
  void deliversOnTheExecutorOnly() {
    Events delayed = new Events(later);
    Collector collector = new Collector(Long.MAX_VALUE);
    delayed.subscribe(collector);

    put(delayed, 2);
    delayed.complete();
    assertThat(collector.events).isEmpty();
    later.runAll();

    assertThat(collector.events).hasSize(2);
    assertThat(collector.completed).isOne();
  }

  @Test
  void othersMaySubscribeWhileSomebodyHearsOfTheEnd() {
    Collector other = new Collector(0);
    Collector first =
        new Collector(0) {
          @Override
          public void onComplete() {
            CompletableFuture.runAsync(() -> SubscriptionTest.this.events.subscribe(other))
                .orTimeout(5, TimeUnit.SECONDS)
                .join();
          }
        };
    events.subscribe(first);

    events.complete();

    assertThat(other.completed).isOne();
  }

  @Test
  void nobodyCannotSubscribe() {
    assertThatThrownBy(() -> events.subscribe(null)).isInstanceOf(NullPointerException.class);
  }

  private static WatchEvent suspended(int number) {
    Outcome refused =
        new Outcome.Refused(
            new TaskHandle("toapis", "t-" + number), Failure.unreachable("on purpose"));
    return new WatchEvent.Suspended(refused, Instant.EPOCH);
  }

  @Test
  void aSuspensionThatWaitsIsReplacedByWhatFollowsIt() {
    WatchEvent resumed = new WatchEvent.Resumed(new TaskHandle("toapis", "t-1"));
    Collector slow = new Collector(0);
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
    WatchEvent resumed = new WatchEvent.Resumed(new TaskHandle("toapis", "t-1"));
    Collector collector = new Collector(1);
    events.subscribe(collector);
    events.put(suspended(1));
    events.flush();
    events.put(resumed);
    events.flush();
    events.complete();

    collector.subscription.request(5);

    assertThat(collector.events).containsExactly(suspended(1), resumed);
    assertThat(collector.completed).isOne();
  }
}
