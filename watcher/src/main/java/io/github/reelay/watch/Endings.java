package io.github.reelay.watch;

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
 * What follows the end of a wait: events, follow-ups, and whoever waits for the outcome. The lanes
 * hand it over at any time, under their locks; it is carried out on the executor.
 */
final class Endings {
  private final Events events;
  private final Executor executor;
  private final FollowUps followUps;
  private final Queue<Ending> queue = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean working = new AtomicBoolean();
  private final ReentrantLock turn = new ReentrantLock();

  Endings(Events events, Executor executor, FollowUps followUps) {
    this.events = events;
    this.executor = executor;
    this.followUps = followUps;
  }

  private record Ending(
      Outcome outcome, List<CompletableFuture<Outcome>> waiters, @Nullable FollowUp followUp) {}

  /** Keeps an event; quick, and calls nobody. */
  void happened(WatchEvent event) {
    events.put(event);
  }

  /** Lets a listener hear of one task; quick, and calls nobody. */
  void listen(TaskHandle task, WatchListener listener) {
    events.listen(task, listener);
  }

  /** Keeps an outcome for those who wait although the task is still watched; calls nobody. */
  void tell(Outcome outcome, List<CompletableFuture<Outcome>> waiters) {
    if (!waiters.isEmpty()) {
      queue.add(new Ending(outcome, waiters, null));
    }
  }

  /** Keeps the outcome of a wait that has ended by itself; quick, and calls nobody. */
  void ended(Outcome outcome, List<CompletableFuture<Outcome>> waiters) {
    events.put(new WatchEvent.Ended(outcome));
    FollowUp followUp = followUps.expect(outcome);
    if (followUp == null) {
      close(outcome.handle());
    }
    if (followUp != null || !waiters.isEmpty()) {
      queue.add(new Ending(outcome, waiters, followUp));
    }
  }

  /**
   * Keeps the outcome of a wait that somebody has ended; quick, and calls nobody.
   *
   * @param silently whether listeners hear nothing of it
   */
  void stopped(Outcome outcome, List<CompletableFuture<Outcome>> waiters, boolean silently) {
    if (!silently) {
      events.put(new WatchEvent.Ended(outcome));
    }
    close(outcome.handle());
    tell(outcome, waiters);
  }

  private void close(TaskHandle task) {
    events.close(task, events.listenersOf(task));
  }

  /** Lets what was kept be carried out, one after another. */
  void flush() {
    events.flush();
    if (!queue.isEmpty() && working.compareAndSet(false, true)) {
      executor.execute(this::work);
    }
    followUps.checkIdle();
  }

  /** Carries out what is left, on this thread, and waits for what is being carried out. */
  void drain() {
    List<Ending> done = new ArrayList<>();
    turn.lock(); // held by this thread already if a follow-up stops the watcher
    try {
      for (Ending ending = queue.poll(); ending != null; ending = queue.poll()) {
        if (ending.followUp() != null) {
          followUps.begin(ending.followUp());
        }
        if (!ending.waiters().isEmpty()) {
          done.add(ending);
        }
      }
    } finally {
      turn.unlock();
    }
    done.forEach(this::tell);
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
  private void tell(Ending ending) {
    ending.waiters().forEach(waiter -> executor.execute(() -> waiter.complete(ending.outcome())));
  }
}
