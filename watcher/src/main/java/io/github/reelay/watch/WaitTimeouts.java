package io.github.reelay.watch;

import java.util.Comparator;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Waits with a time limit of their own, by when that is. Guarded by its {@link ProviderPoller}. */
final class WaitTimeouts {
  private final TreeSet<Timeout> timeouts =
      new TreeSet<>(Comparator.comparingLong(Timeout::at).thenComparingLong(Timeout::number));
  private long count;

  /**
   * One wait with a limit.
   *
   * @param task what is waited for
   * @param waiter who waits
   * @param at when that ends
   * @param number tells those apart that end together
   */
  record Timeout(WatchedTask task, CompletableFuture<Outcome> waiter, long at, long number) {}

  Timeout add(WatchedTask task, CompletableFuture<Outcome> waiter, long at) {
    Timeout timeout = new Timeout(task, waiter, at, count++);
    timeouts.add(timeout);
    return timeout;
  }

  /** Forgets one that has ended otherwise. */
  void remove(Timeout timeout) {
    timeouts.remove(timeout);
  }

  /** When the next ends. */
  long nextAt() {
    return timeouts.isEmpty() ? WakeUpTimer.NEVER : timeouts.first().at();
  }

  /** Takes off one that has ended; null if there is none. */
  @Nullable Timeout takeEnded(long now) {
    return nextAt() <= now ? timeouts.pollFirst() : null;
  }
}
