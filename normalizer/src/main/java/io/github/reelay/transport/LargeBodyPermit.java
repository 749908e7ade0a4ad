package io.github.reelay.transport;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A permit that one query at a time has to hold a large body; the others wait in order. So each
 * query holds a small body at most, and one of them a large body.
 */
final class LargeBodyPermit {

  private final int small;

  /** The first query has the permit, the others wait; guarded by this. */
  private final Set<Call> queue = new LinkedHashSet<>();

  /** Its size, readable without the lock by queries with small bodies. */
  private volatile int size;

  /** For bodies of more than {@code small} bytes. */
  LargeBodyPermit(int small) {
    this.small = small;
  }

  /** The most bytes of a body that need no permit. */
  int small() {
    return small;
  }

  /**
   * Waits until no other query holds a large body.
   *
   * @throws IOException if the query ended meanwhile
   */
  synchronized void acquire(Call call) throws IOException {
    queue.add(call);
    size = queue.size();
    try {
      while (queue.iterator().next() != call && !call.hasEnded()) {
        wait();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(
          "expected to wait until no other large response is read, found an interrupt",
          interrupted);
    }
    if (call.hasEnded()) {
      throw new IOException("expected a query in flight, found that it has ended");
    }
  }

  /** Releases the permit of a query, or ends its wait for it. */
  void release(Call call) {
    if (size > 0) {
      synchronized (this) {
        queue.remove(call);
        size = queue.size();
        notifyAll();
      }
    }
  }

  /** Wakes the queries that wait, because one of them has ended. */
  void wake() {
    if (size > 0) {
      synchronized (this) {
        notifyAll();
      }
    }
  }
}
