package io.github.reelay.watch;

import io.github.reelay.internal.poll.WakeUpTimer;
import io.github.reelay.internal.poll.WatchedTask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for the tasks of a provider, and until when at most. Guarded by its {@link
 * ProviderPoller}.
 */
final class Waiters {
  private final Map<WatchedTask, List<CompletableFuture<Outcome>>> waiting = new HashMap<>();
  private final TreeSet<Limit> limits =
      new TreeSet<>(Comparator.comparingLong(Limit::at).thenComparingLong(Limit::number));
  private final Map<CompletableFuture<Outcome>, Limit> limitOf = new HashMap<>();
  private long count;

  /**
   * One wait with a time limit of its own.
   *
   * @param task what is waited for
   * @param waiter who waits
   * @param at when the wait ends, in nanoseconds of the poller's time
   * @param number distinguishes those that end together
   */
  record Limit(WatchedTask task, CompletableFuture<Outcome> waiter, long at, long number) {}

  void add(WatchedTask task, CompletableFuture<Outcome> waiter) {
    waiting.computeIfAbsent(task, fresh -> new ArrayList<>(1)).add(waiter);
  }

  /** Ends a wait when the poller's time reaches {@code at}, in nanoseconds. */
  void limit(WatchedTask task, CompletableFuture<Outcome> waiter, long at) {
    Limit limit = new Limit(task, waiter, at, count++);
    limits.add(limit);
    limitOf.put(waiter, limit);
  }

  boolean isAwaited(WatchedTask task) {
    return waiting.containsKey(task);
  }

  /** Forgets a wait. Returns whether it was the last one for its task. */
  boolean remove(WatchedTask task, CompletableFuture<Outcome> waiter) {
    List<CompletableFuture<Outcome>> all = waiting.get(task);
    boolean wasLast = all != null && all.remove(waiter) && all.isEmpty();
    if (wasLast) {
      waiting.remove(task);
    }
    return wasLast;
  }

  /** Forgets the limit of a wait, if it had one. */
  void unlimit(CompletableFuture<Outcome> waiter) {
    Limit limit = limitOf.remove(waiter);
    if (limit != null) {
      limits.remove(limit);
    }
  }

  /** Takes off all that wait for a task; empty if nobody does. */
  List<CompletableFuture<Outcome>> take(WatchedTask task) {
    List<CompletableFuture<Outcome>> all = waiting.remove(task);
    return all == null ? List.of() : all;
  }

  /** When the next limit is reached; {@link WakeUpTimer#NEVER} if no wait has one. */
  long nextAt() {
    return limits.isEmpty() ? WakeUpTimer.NEVER : limits.first().at();
  }

  /** Takes off a limit that is reached; null if there is none. */
  @Nullable Limit takeEnded(long now) {
    if (nextAt() > now) {
      return null;
    }
    Limit ended = limits.first();
    unlimit(ended.waiter());
    return ended;
  }
}
