package io.github.reelay.watch;

import io.github.reelay.task.TaskHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

/** Delivers events to the subscribers, to each as far as it has requested. */
final class EventPublisher implements Flow.Publisher<TaskEvent> {
  private final Executor executor;
  private final List<ConflatingSubscription> subscriptions = new CopyOnWriteArrayList<>();

  /** Those who listen to one task; each list is unchangeable and is replaced whole. */
  private final Map<TaskHandle, List<ConflatingSubscription>> ofOneTask = new ConcurrentHashMap<>();

  /** Those of them who may have something to take. */
  private final Queue<ConflatingSubscription> touched = new ConcurrentLinkedQueue<>();

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

  /** Lets a listener hear of one task until it is {@link #close closed}; calls nobody. */
  void listen(TaskHandle task, TaskListener listener) {
    ConflatingSubscription subscription = silent(listener);
    ofOneTask.merge(task, List.of(subscription), EventPublisher::union);
    subscription.begin();
  }

  /** Reports to a listener the end of a task that was over before; on the executor. */
  void publishEnd(Outcome outcome, TaskListener listener) {
    ConflatingSubscription subscription = silent(listener);
    subscription.put(new TaskEvent.Ended(outcome));
    subscription.complete();
    subscription.begin();
  }

  private ConflatingSubscription silent(TaskListener listener) {
    ListenerSubscriber subscriber = new ListenerSubscriber(listener);
    ConflatingSubscription subscription =
        new ConflatingSubscription(subscriber, executor, over -> {});
    subscriber.onSubscribe(subscription);
    return subscription;
  }

  private static List<ConflatingSubscription> union(
      List<ConflatingSubscription> some, List<ConflatingSubscription> others) {
    List<ConflatingSubscription> all = new ArrayList<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }

  /** Those who listen to that task alone; empty if nobody does. */
  List<ConflatingSubscription> listenersOf(TaskHandle task) {
    return ofOneTask.getOrDefault(task, List.of());
  }

  /** No event of the task follows for these; calls nobody. */
  void close(TaskHandle task, List<ConflatingSubscription> listeners) {
    if (listeners.isEmpty()) {
      return;
    }
    ofOneTask.computeIfPresent(
        task,
        (same, all) -> {
          List<ConflatingSubscription> left =
              all.stream().filter(each -> !listeners.contains(each)).toList();
          return left.isEmpty() ? null : left;
        });
    listeners.forEach(ConflatingSubscription::complete);
    touched.addAll(listeners);
  }

  /** Keeps an event for everybody; quick, and calls nobody. */
  void put(TaskEvent event) {
    for (ConflatingSubscription subscription : subscriptions) {
      subscription.put(event);
    }
    for (ConflatingSubscription subscription : listenersOf(event.handle())) {
      subscription.put(event);
      touched.add(subscription);
    }
  }

  /** Lets what was kept be delivered, as far as it was requested. */
  void flush() {
    for (ConflatingSubscription subscription : subscriptions) {
      subscription.flush();
    }
    for (var next = touched.poll(); next != null; next = touched.poll()) {
      next.flush();
    }
  }

  /** Runs what belongs where subscribers are called: nothing of theirs runs under a lock. */
  void execute(Runnable command) {
    executor.execute(command);
  }

  /**
   * How many subscribers to all tasks there are; listeners of one task are not counted. For tests.
   */
  int subscribers() {
    return subscriptions.size();
  }

  /**
   * Called last when the watcher stops: each subscriber completes when it has taken what is left.
   */
  void complete() {
    synchronized (this) {
      complete = true;
      subscriptions.forEach(ConflatingSubscription::complete);
    }
    ofOneTask.forEach(this::close);
    flush();
  }
}
