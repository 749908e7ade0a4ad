package io.github.reelay.watch;

import io.github.reelay.internal.poll.TelemetryQueue;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.FollowUps.FollowUp;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What follows the end of a wait: events, follow-ups, and the futures of the outcome. The pollers
 * hand it over at any time, under their locks; it is carried out on the executor.
 */
final class OutcomeDispatcher {
  private final EventPublisher events;
  private final Executor executor;
  private final FollowUps followUps;
  private final @Nullable TelemetryQueue telemetry;
  private final Queue<Delivery> queue = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean working = new AtomicBoolean();
  private final ReentrantLock turn = new ReentrantLock();

  OutcomeDispatcher(
      EventPublisher events,
      Executor executor,
      FollowUps followUps,
      @Nullable TelemetryQueue telemetry) {
    this.events = events;
    this.executor = executor;
    this.followUps = followUps;
    this.telemetry = telemetry;
  }

  private record Delivery(
      Outcome outcome, List<CompletableFuture<Outcome>> waiters, @Nullable FollowUp followUp) {}

  /** Keeps an event; quick, and calls nobody. */
  void happened(TaskEvent event) {
    events.put(event);
  }

  /** Lets a listener hear of one task; quick, and calls nobody. */
  void listen(TaskHandle task, TaskListener listener) {
    events.listen(task, listener);
  }

  /** Keeps an outcome for those who wait although the task is still watched; calls nobody. */
  void deliver(Outcome outcome, List<CompletableFuture<Outcome>> waiters) {
    if (!waiters.isEmpty()) {
      queue.add(new Delivery(outcome, waiters, null));
    }
  }

  /** Keeps the outcome of a wait that has ended by itself; quick, and calls nobody. */
  void ended(Outcome outcome, List<CompletableFuture<Outcome>> waiters) {
    events.put(new TaskEvent.Ended(outcome));
    FollowUp followUp = followUps.expect(outcome);
    if (followUp == null) {
      close(outcome.handle());
    }
    if (followUp != null || !waiters.isEmpty()) {
      queue.add(new Delivery(outcome, waiters, followUp));
    }
  }

  /**
   * Keeps the outcome of a wait that was ended from outside; quick, and calls no user code.
   *
   * @param silently whether listeners hear nothing of it
   */
  void stopped(Outcome outcome, List<CompletableFuture<Outcome>> waiters, boolean silently) {
    if (!silently) {
      events.put(new TaskEvent.Ended(outcome));
    }
    close(outcome.handle());
    deliver(outcome, waiters);
  }

  private void close(TaskHandle task) {
    events.close(task, events.listenersOf(task));
  }

  /** Lets what was kept be carried out, one after another. */
  void flush() {
    events.flush();
    if (telemetry != null) {
      telemetry.flush();
    }
    if (!queue.isEmpty() && working.compareAndSet(false, true)) {
      executor.execute(this::work);
    }
    followUps.checkIdle();
  }

  /** Carries out what is left, on this thread, and waits for what is being carried out. */
  void drain() {
    List<Delivery> done = new ArrayList<>();
    turn.lock(); // held by this thread already if a follow-up stops the watcher
    try {
      for (Delivery delivery = queue.poll(); delivery != null; delivery = queue.poll()) {
        if (delivery.followUp() != null) {
          followUps.begin(delivery.followUp());
        }
        if (!delivery.waiters().isEmpty()) {
          done.add(delivery);
        }
      }
    } finally {
      turn.unlock();
    }
    done.forEach(this::deliver);
  }

  private void work() {
    try {
      drain();
    } finally {
      working.set(false);
    }
    flush(); // what came in between the last look and now
  }

  /** What is chained to a future may block, and others wait behind this ending. */
  private void deliver(Delivery delivery) {
    delivery
        .waiters()
        .forEach(waiter -> executor.execute(() -> waiter.complete(delivery.outcome())));
  }
}
