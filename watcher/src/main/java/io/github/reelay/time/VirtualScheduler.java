package io.github.reelay.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A scheduler whose time stands still until it is told to go on: hours pass in milliseconds, and
 * always in the same order. For tests; what is scheduled runs on the thread that moves the time.
 */
public final class VirtualScheduler implements Scheduler {
  private final Instant start;
  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(
          Comparator.comparingLong((Entry entry) -> entry.at)
              .thenComparingLong(entry -> entry.number));
  private long now;
  private long count;
  private boolean closed;

  /** One that begins at that time of day. */
  public VirtualScheduler(Instant start) {
    this.start = start;
  }

  private static final class Entry {
    private final long at;
    private final long number;
    private final Runnable task;

    Entry(long at, long number, Runnable task) {
      this.at = at;
      this.number = number;
      this.task = task;
    }
  }

  /** {@inheritDoc} Moves together with {@link #nanoTime()}. */
  @Override
  public Clock clock() {
    return new VirtualClock(ZoneOffset.UTC);
  }

  /** {@inheritDoc} Zero at the beginning. */
  @Override
  public synchronized long nanoTime() {
    return now;
  }

  @Override
  public synchronized Runnable schedule(Runnable task, long nanoTime) {
    Entry entry = new Entry(Math.max(nanoTime, now), count++, task);
    if (!closed) {
      entries.add(entry);
    }
    return () -> cancel(entry);
  }

  private synchronized void cancel(Entry entry) {
    entries.remove(entry);
  }

  /** Moves the time on, and runs meanwhile what falls due, each at its own time. */
  public void advance(Duration by) {
    long end = nanoTime() + by.toNanos();
    while (runNext(end)) {
      // Each run may have scheduled what falls due before the end.
    }
    synchronized (this) {
      now = Math.max(now, end);
    }
  }

  /**
   * Moves the time to the next task and runs it.
   *
   * @return whether there was one
   */
  public boolean runNext() {
    return runNext(Long.MAX_VALUE);
  }

  private boolean runNext(long end) {
    Entry next;
    synchronized (this) {
      next = entries.peek();
      if (next == null || next.at > end) {
        return false;
      }
      entries.remove();
      now = Math.max(now, next.at); // another thread may have moved on meanwhile
    }
    next.task.run();
    return true;
  }

  /** Drops what has not run. What is scheduled afterwards never runs. */
  @Override
  public synchronized void close() {
    closed = true;
    entries.clear();
  }

  /** The time of day. */
  private final class VirtualClock extends Clock {
    private final ZoneId zone;

    VirtualClock(ZoneId zone) {
      this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new VirtualClock(other);
    }

    @Override
    public Instant instant() {
      return start.plusNanos(nanoTime());
    }
  }
}
