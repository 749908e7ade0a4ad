package io.github.reelay.transport;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Lets one query at a time hold a large body, in the order in which they need it. So many queries
 * hold at most a small body each, and one large body between them.
 */
final class LargeBodies {

  private final int small;

  /** The first one holds a large body; guarded by this. */
  private final Set<Call> queue = new LinkedHashSet<>();

  /** Its size, for those who have nothing to do with large bodies. */
  private volatile int size;

  /** For bodies of more than {@code small} bytes. */
  LargeBodies(int small) {
    this.small = small;
  }

  /** The bytes of a body that need no turn. */
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
      throw new IOException("expected the turn of a large body, found an interrupt", interrupted);
    }
    if (call.hasEnded()) {
      throw new IOException("expected a query in flight, found that it has ended");
    }
  }

  /** Ends the turn of a query, or its waiting. */
  void release(Call call) {
    if (size > 0) {
      synchronized (this) {
        queue.remove(call);
        size = queue.size();
        notifyAll();
      }
    }
  }

  /** Lets queries that have ended stop waiting. */
  void wake() {
    if (size > 0) {
      synchronized (this) {
        notifyAll();
      }
    }
  }
}
