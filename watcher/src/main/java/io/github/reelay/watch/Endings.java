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
final class Endings {
  private static final System.Logger LOG = System.getLogger(Watcher.class.getName());

  private final Events events;
  private final Executor executor;
  private final Function<VideoTask, ? extends CompletionStage<?>> whenFinished;
  private final Keeper keeper;
  private final Queue<Ending> queue = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean working = new AtomicBoolean();
  private final ReentrantLock turn = new ReentrantLock();

  Endings(
      Events events,
      Executor executor,
      Function<VideoTask, ? extends CompletionStage<?>> whenFinished,
      Keeper keeper) {
    this.events = events;
    this.executor = executor;
    this.whenFinished = whenFinished;
    this.keeper = keeper;
  }

  private record Ending(Outcome outcome, List<CompletableFuture<Outcome>> waiters) {}

  /** Keeps an event; quick, and calls nobody. */
  void happened(WatchEvent event) {
    events.put(event);
  }

  /** Keeps an outcome for those who wait although the task is still watched; calls nobody. */
  void tell(Outcome outcome, List<CompletableFuture<Outcome>> waiters) {
    if (!waiters.isEmpty()) {
      queue.add(new Ending(outcome, waiters));
    }
  }

  /** Keeps an ending; quick, and calls nobody. */
  void ended(Outcome outcome, List<CompletableFuture<Outcome>> waiters) {
    events.put(new WatchEvent.Ended(outcome));
    if (!waiters.isEmpty() || !(outcome instanceof Outcome.StillRunning)) {
      queue.add(new Ending(outcome, waiters));
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
    List<Ending> done = new ArrayList<>();
    turn.lock(); // held by this thread already if a follow-up stops the watcher
    try {
      for (Ending ending = queue.poll(); ending != null; ending = queue.poll()) {
        follow(ending.outcome());
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

  private void follow(Outcome outcome) {
    if (outcome instanceof Outcome.Finished finished) {
      finish(finished);
    } else if (outcome.isFinal()) {
      keeper.close(outcome.handle());
    }
  }

  /** What is chained to a future may block, and others wait behind this ending. */
  private void tell(Ending ending) {
    ending.waiters().forEach(waiter -> executor.execute(() -> waiter.complete(ending.outcome())));
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
      keeper.close(finished.handle());
    } else if (failed != null) {
      LOG.log(Level.WARNING, finished.handle() + " stays open: its follow-up failed", failed);
    }
  }
}
