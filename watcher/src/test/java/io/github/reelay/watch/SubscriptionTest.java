package io.github.reelay.watch;

import static io.github.reelay.watch.SampleEvents.end;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.log.RecordedLog;
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
  @RegisterExtension final RecordedLog log = RecordedLog.of(ConflatingSubscription.class);

  private final DeferredExecutor deferredExecutor = new DeferredExecutor();
  private final EventPublisher events = new EventPublisher(Runnable::run);

  private static void put(EventPublisher events, int count) {
    for (int i = 0; i < count; i++) {
      events.put(end(i));
    }
    events.flush();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void aRequestForNothingIsAnErrorAndTheLastSignal(long demand) {
    EventCollector eventCollector = new EventCollector(0);
    events.subscribe(eventCollector);
    put(events, 1);

    eventCollector.subscription.request(demand);
    eventCollector.subscription.request(1);
    put(events, 1);
    events.complete();

    assertThat(eventCollector.errors)
        .singleElement()
        .isInstanceOf(IllegalArgumentException.class)
        .extracting(Throwable::getMessage)
        .isEqualTo(
            "expected a request for at least one event (Reactive Streams 3.9), found " + demand);
    assertThat(eventCollector.events).isEmpty();
    assertThat(eventCollector.completed).isZero();
  }

  @Test
  void noSignalComesBeforeOnSubscribeReturns() {
    List<String> signals = new ArrayList<>();
    EventCollector eventCollector =
        new EventCollector(0) {
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

    events.subscribe(eventCollector);

    assertThat(signals).containsExactly("subscribed", "error");
  }

  @Test
  void demandAddsUpWithoutOverflow() {
    EventCollector eventCollector = new EventCollector(Long.MAX_VALUE);
    events.subscribe(eventCollector);

    eventCollector.subscription.request(Long.MAX_VALUE);
    eventCollector.subscription.request(1);
    put(events, 3);

    assertThat(eventCollector.events).hasSize(3);
  }

  @Test
  void neverDeliversMoreThanWasRequested() {
    EventCollector eventCollector = new EventCollector(0);
    events.subscribe(eventCollector);
    put(events, 10);

    eventCollector.subscription.request(2);
    eventCollector.subscription.request(1);

    assertThat(eventCollector.events).containsExactly(end(0), end(1), end(2));
  }

  @Test
  void cancellingFromOnNextIsTheEnd() {
    EventCollector eventCollector =
        new EventCollector(Long.MAX_VALUE) {
          @Override
          public void onNext(TaskEvent event) {
            super.onNext(event);
            subscription.cancel();
            subscription.cancel();
            subscription.request(5);
          }
        };
    events.subscribe(eventCollector);

    put(events, 3);
    events.complete();

    assertThat(eventCollector.events).hasSize(1);
    assertThat(eventCollector.completed).isZero();
  }

  @Test
  void cancellingFromOnSubscribeIsTheEndAndIsForgotten() {
    AtomicReference<Flow.Subscription> first = new AtomicReference<>();
    EventCollector eventCollector =
        new EventCollector(0) {
          @Override
          public void onSubscribe(Flow.Subscription given) {
            first.set(given);
            given.request(5);
            given.cancel();
          }
        };

    events.subscribe(eventCollector);
    put(events, 3);
    events.complete();

    assertThat(eventCollector.events).isEmpty();
    assertThat(eventCollector.completed).isZero();
    assertThat(events.subscribers()).isZero();
  }

  @Test
  void whoIsDoneIsForgotten() {
    EventCollector cancelled = new EventCollector(0);
    EventCollector refused = new EventCollector(0);
    EventCollector completed = new EventCollector(Long.MAX_VALUE);
    List.of(cancelled, refused, completed).forEach(events::subscribe);

    cancelled.subscription.cancel();
    refused.subscription.request(0);
    events.complete();

    assertThat(events.subscribers()).isZero();
  }

  @Test
  void requestingFromOnNextDoesNotGrowTheStack() {
    int count = 100_000;
    EventCollector eventCollector =
        new EventCollector(1) {
          @Override
          public void onNext(TaskEvent event) {
            super.onNext(event);
            subscription.request(1);
          }
        };
    events.subscribe(eventCollector);

    put(events, count);

    assertThat(eventCollector.events).hasSize(count);
    assertThat(eventCollector.errors).isEmpty();
  }

  @Test
  void aSubscriberThatThrowsIsCancelledAndHarmsNoOther() {
    EventCollector throwing =
        new EventCollector(Long.MAX_VALUE) {
          @Override
          public void onNext(TaskEvent event) {
            super.onNext(event);
            throw new IllegalStateException("on purpose");
          }
        };
    EventCollector other = new EventCollector(Long.MAX_VALUE);
    events.subscribe(throwing);
    events.subscribe(other);

    put(events, 3);

    assertThat(throwing.events).hasSize(1);
    assertThat(other.events).hasSize(3);
    assertThat(log.lines())
        .containsExactly(
            "WARNING expected a subscriber to return, found an exception; its subscription is"
                + " cancelled (IllegalStateException)");
  }

  @Test
  void everySubscriberHasItsOwnPace() {
    EventCollector slow = new EventCollector(1);
    EventCollector quick = new EventCollector(Long.MAX_VALUE);
    events.subscribe(slow);
    events.subscribe(quick);

    put(events, 3);

    assertThat(slow.events).containsExactly(end(0));
    assertThat(quick.events).containsExactly(end(0), end(1), end(2));
  }

  @Test
  void deliversOnTheExecutorOnly() {
    EventPublisher delayed = new EventPublisher(deferredExecutor);
    EventCollector eventCollector = new EventCollector(Long.MAX_VALUE);
    delayed.subscribe(eventCollector);

    put(delayed, 2);
    delayed.complete();
    assertThat(eventCollector.events).isEmpty();
    deferredExecutor.runAll();

    assertThat(eventCollector.events).hasSize(2);
    assertThat(eventCollector.completed).isOne();
  }

  @Test
  void othersMaySubscribeWhileSomebodyHearsOfTheEnd() {
    EventCollector other = new EventCollector(0);
    EventCollector first =
        new EventCollector(0) {
          @Override
          public void onComplete() {
            CompletableFuture.runAsync(() -> SubscriptionTest.this.events.subscribe(other))
                .orTimeout(30, TimeUnit.SECONDS)
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
}
