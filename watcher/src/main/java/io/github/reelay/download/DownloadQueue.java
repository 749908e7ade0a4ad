package io.github.reelay.download;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Limits how many downloads run at the same time; of the others the one whose URL expires first is
 * next.
 */
final class DownloadQueue {

  /** A download that wants to run. It keeps its slot until it calls {@link #leave}. */
  interface Entry extends Runnable {

    /** When its URL expires; null if that is not known. Does not change while it is queued. */
    @Nullable Instant expiresAt();

    /** Decides between equals: the lower number is next. */
    long number();

    /**
     * Called in place of running when the executor takes no work; the download has no slot then.
     */
    void reject();
  }

  private final int permits;
  private final Executor executor;
  private final PriorityQueue<Entry> waiting =
      new PriorityQueue<>(
          Comparator.comparing(
                  Entry::expiresAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
              .thenComparingLong(Entry::number));
  private int busy;

  DownloadQueue(int places, Executor executor) {
    this.permits = places;
    this.executor = executor;
  }

  /** Runs the download, immediately or when a slot is free. */
  void enter(Entry entry) {
    Entry next;
    synchronized (waiting) {
      waiting.add(entry);
      next = pick();
    }
    start(next);
  }

  /** Releases the slot of a download that runs. */
  void leave() {
    start(releasePermit());
  }

  /** Removes a download from the queue, if it is still there. */
  void remove(Entry entry) {
    synchronized (waiting) {
      waiting.remove(entry);
    }
  }

  private @Nullable Entry pick() {
    Entry next = busy < permits ? waiting.poll() : null;
    busy += next == null ? 0 : 1;
    return next;
  }

  private @Nullable Entry releasePermit() {
    synchronized (waiting) {
      busy--;
      return pick();
    }
  }

  private void start(@Nullable Entry first) {
    Entry entry = first;
    while (entry != null && !isStarted(entry)) {
      entry = releasePermit();
    }
  }

  private boolean isStarted(Entry entry) {
    try {
      executor.execute(entry);
      return true;
    } catch (RuntimeException | Error noThread) {
      entry.reject();
      return false;
    }
  }
}
