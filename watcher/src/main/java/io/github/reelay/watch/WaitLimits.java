package io.github.reelay.watch;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Waits with a time limit of their own, by when that is. Guarded by its {@link Lane}. */
final class WaitLimits {
  private final TreeSet<Limit> limits =
      new TreeSet<>(Comparator.comparingLong(Limit::at).thenComparingLong(Limit::number));
  private final Map<CompletableFuture<Outcome>, Limit> byWaiter = new HashMap<>();
  private long count;

  /**
   * One wait with a limit.
   *
   * @param task what is waited for
   * @param waiter who waits
   * @param at when that ends
   * @param number tells those apart that end together
   */
  record Limit(Watched task, CompletableFuture<Outcome> waiter, long at, long number) {}

  void add(Watched task, CompletableFuture<Outcome> waiter, long at) {
    Limit limit = new Limit(task, waiter, at, count++);
    limits.add(limit);
    byWaiter.put(waiter, limit);
  }

  /** Forgets a wait that has ended otherwise. */
  void remove(CompletableFuture<Outcome> waiter) {
    Limit limit = byWaiter.remove(waiter);
    if (limit != null) {
      limits.remove(limit);
    }
  }

  /** When the next ends. */
  long nextAt() {
    return limits.isEmpty() ? Alarm.NEVER : limits.first().at();
  }

  /** Takes off one that has ended; null if there is none. */
  @Nullable Limit takeEnded(long now) {
    if (nextAt() > now) {
      return null;
    }
    Limit ended = limits.first();
    remove(ended.waiter());
    return ended;
  }
}
