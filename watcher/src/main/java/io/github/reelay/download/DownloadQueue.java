package io.github.reelay.download;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** So many downloads run at once; of the others the one that is nearest to its expiry is next. */
final class DownloadQueue {

  /** A download that wants to run. It holds its place until it calls {@link #leave}. */
  interface Entry extends Runnable {

    /** When its URL dies; null if that is not known. Does not change while it waits. */
    @Nullable Instant expiresAt();

    /** Decides between equals: the lower is next. */
    long number();

    /** There is no thread to run on; it has no place any more. */
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

  /** Runs the download, at once or when it is its turn. */
  void enter(Entry entry) {
    Entry next;
    synchronized (waiting) {
      waiting.add(entry);
      next = pick();
    }
    start(next);
  }

  /** Frees the place of a download that runs. */
  void leave() {
    start(releasePermit());
  }

  /** Takes a download off the queue, if it still waits. */
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
