package io.github.reelay.download;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** So many downloads run at once; of the others the one that is nearest to its expiry is next. */
final class WaitingRoom {

  /** A download that wants to run. It holds its place until it calls {@link #leave}. */
  interface Guest extends Runnable {

    /** When its URL dies; null if that is not known. Does not change while it waits. */
    @Nullable Instant expiresAt();

    /** Decides between equals: the lower is next. */
    long number();

    /** There is no thread to run on; it has no place any more. */
    void turnAway();
  }

  private final int places;
  private final Executor executor;
  private final PriorityQueue<Guest> waiting =
      new PriorityQueue<>(
          Comparator.comparing(
                  Guest::expiresAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
              .thenComparingLong(Guest::number));
  private int busy;

  WaitingRoom(int places, Executor executor) {
    this.places = places;
    this.executor = executor;
  }

  /** Runs the download, at once or when it is its turn. */
  void enter(Guest guest) {
    Guest next;
    synchronized (waiting) {
      waiting.add(guest);
      next = pick();
    }
    start(next);
  }

  /** Frees the place of a download that runs. */
  void leave() {
    start(vacate());
  }

  /** Takes a download off the queue, if it still waits. */
  void withdraw(Guest guest) {
    synchronized (waiting) {
      waiting.remove(guest);
    }
  }

  private @Nullable Guest pick() {
    Guest next = busy < places ? waiting.poll() : null;
    busy += next == null ? 0 : 1;
    return next;
  }

  private @Nullable Guest vacate() {
    synchronized (waiting) {
      busy--;
      return pick();
    }
  }

  private void start(@Nullable Guest first) {
    Guest guest = first;
    while (guest != null && !isStarted(guest)) {
      guest = vacate();
    }
  }

  private boolean isStarted(Guest guest) {
    try {
      executor.execute(guest);
      return true;
    } catch (RuntimeException | Error noThread) {
      guest.turnAway();
      return false;
    }
  }
}
