package io.github.reelay.watch;

import io.github.reelay.task.VideoTask;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What follows the end of a wait: events, whoever waits for the outcome, what is to be done with a
 * finished task, and at last the store. Endings are taken in at any time and carried out on the
 * executor.
 */
final class OutcomeDispatcher {
  private static final System.Logger LOG = System.getLogger(Watcher.class.getName());

  private final EventPublisher events;
  private final Executor executor;
  private final Function<VideoTask, ? extends CompletionStage<?>> whenFinished;
  private final HandleStoreWriter storeWriter;
  private final Queue<Delivery> queue = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean working = new AtomicBoolean();
  private final ReentrantLock turn = new ReentrantLock();

  OutcomeDispatcher(
      EventPublisher events,
      Executor executor,
      Function<VideoTask, ? extends CompletionStage<?>> whenFinished,
      HandleStoreWriter storeWriter) {
    this.events = events;
    this.executor = executor;
    this.whenFinished = whenFinished;
    this.storeWriter = storeWriter;
  }

  private record Delivery(Outcome outcome, List<CompletableFuture<Outcome>> waiters) {}

  /** Keeps an event; quick, and calls nobody. */
  void happened(TaskEvent event) {
    events.put(event);
  }

  /** Keeps an outcome for those who wait although the task is still watched; calls nobody. */
  void tell(Outcome outcome, List<CompletableFuture<Outcome>> waiters) {
    if (!waiters.isEmpty()) {
      queue.add(new Delivery(outcome, waiters));
    }
  }

  /** Keeps an ending; quick, and calls nobody. */
  void ended(Outcome outcome, List<CompletableFuture<Outcome>> waiters) {
    events.put(new TaskEvent.Ended(outcome));
    if (!waiters.isEmpty() || !(outcome instanceof Outcome.Unfinished)) {
      queue.add(new Delivery(outcome, waiters));
    }
  }

  /** Lets what was kept be carried out, one after another. */
  void flush() {
    events.flush();
    if (!queue.isEmpty() && working.compareAndSet(false, true)) {
      executor.execute(this::work);
    }
  }

  /** Carries out what is left, on this thread, and waits for what is being carried out. */
  void drain() {
    List<Delivery> done = new ArrayList<>();
    turn.lock(); // held by this thread already if a follow-up stops the watcher
    try {
      for (Delivery delivery = queue.poll(); delivery != null; delivery = queue.poll()) {
        follow(delivery.outcome());
        if (!delivery.waiters().isEmpty()) {
          done.add(delivery);
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

  private void follow(Outcome outcome) {
    if (outcome instanceof Outcome.Finished finished) {
      finish(finished);
    } else if (outcome.isFinal()) {
      storeWriter.close(outcome.handle());
    }
  }

  /** What is chained to a future may block, and others wait behind this ending. */
  private void tell(Delivery delivery) {
    delivery
        .waiters()
        .forEach(waiter -> executor.execute(() -> waiter.complete(delivery.outcome())));
  }

  private void finish(Outcome.Finished finished) {
    try {
      whenFinished
          .apply(finished.task())
          .whenComplete((done, failed) -> followed(finished, failed));
    } catch (RuntimeException | Error thrown) { // no stage at all, too
      followed(finished, thrown);
    }
  }

  private void followed(Outcome.Finished finished, @Nullable Throwable failed) {
    if (failed == null && finished.isFinal()) {
      storeWriter.close(finished.handle());
    } else if (failed != null) {
      LOG.log(Level.WARNING, finished.handle() + " stays open: its follow-up failed", failed);
    }
  }
}
