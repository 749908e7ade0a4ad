package io.github.reelay.watch;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

/** Hands events to whoever has subscribed, each at the pace that it asks for. */
final class Events implements Flow.Publisher<WatchEvent> {
  private final Executor executor;
  private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
  private boolean complete;

  Events(Executor executor) {
    this.executor = executor;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super WatchEvent> subscriber) {
    Subscription subscription = new Subscription(subscriber, executor, subscriptions::remove);
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
  void put(WatchEvent event) {
    for (Subscription subscription : subscriptions) {
      subscription.put(event);
    }
  }

  /** Lets what was kept be delivered, as far as it was asked for. */
  void flush() {
    for (Subscription subscription : subscriptions) {
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
      subscriptions.forEach(Subscription::complete);
    }
    flush();
  }
}
