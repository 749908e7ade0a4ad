package io.github.reelay.watch;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

/** Hands events to whoever has subscribed, each at the pace that it asks for. */
final class EventPublisher implements Flow.Publisher<TaskEvent> {
  private final Executor executor;
  private final List<ConflatingSubscription> subscriptions = new CopyOnWriteArrayList<>();
  private boolean complete;

  EventPublisher(Executor executor) {
    this.executor = executor;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super TaskEvent> subscriber) {
    ConflatingSubscription subscription =
        new ConflatingSubscription(subscriber, executor, subscriptions::remove);
    subscriber.onSubscribe(subscription); // nothing else is signalled before this returns
    synchronized (this) {
      if (complete) {
        subscription.complete();
      } else {
        subscriptions.add(subscription);
      }
    }
    subscription.begin();
  }

  /** Keeps an event for everybody; quick, and calls nobody. */
  void put(TaskEvent event) {
    for (ConflatingSubscription subscription : subscriptions) {
      subscription.put(event);
    }
  }

  /** Lets what was kept be delivered, as far as it was asked for. */
  void flush() {
    for (ConflatingSubscription subscription : subscriptions) {
      subscription.flush();
    }
  }

  /** How many there are to hand events to. */
  int subscribers() {
    return subscriptions.size();
  }

  /** No event follows. */
  void complete() {
    synchronized (this) {
      complete = true;
      subscriptions.forEach(ConflatingSubscription::complete);
    }
    flush();
  }
}
