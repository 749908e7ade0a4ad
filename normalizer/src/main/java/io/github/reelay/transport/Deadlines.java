package io.github.reelay.transport;

import io.github.reelay.internal.DaemonThreads;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Ends queries at their deadlines. One thread sleeps until the earliest of them; a query whose
 * deadline is later, which is nearly every one, neither wakes it nor enters a queue. The thread
 * never runs dependent stages of callers, because one that blocks would delay the deadlines of the
 * others.
 */
final class Deadlines implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofDays(365);
  private static final ThreadFactory THREADS = DaemonThreads.named("reelay-deadline");

  private final Consumer<Call> expire;
  private final ConnectionPool pool;
  private final Set<Call> inFlight = ConcurrentHashMap.newKeySet();
  private volatile long wakesAt;

  /** A permit of unpark alone would not do: a lock that the thread waits for uses it up. */
  private volatile boolean woken;

  private volatile @Nullable Thread thread;
  private boolean closed;

  /**
   * Watches no query yet, and starts no thread.
   *
   * @param expire ends a query; neither blocks nor throws
   * @param pool its idle connections are closed after a while
   */
  Deadlines(Consumer<Call> expire, ConnectionPool pool) {
    this.expire = expire;
    this.pool = pool;
  }

  /** Nanoseconds of {@link System#nanoTime}: only the difference of two has a meaning. */
  static long now() {
    return System.nanoTime();
  }

  /** A duration in nanoseconds, a year at most. */
  static long nanos(Duration duration) {
    return duration.compareTo(LONGEST) < 0 ? duration.toNanos() : LONGEST.toNanos();
  }

  /** Watches a query until it is removed. */
  void add(Call call) {
    inFlight.add(call);
    Thread running = thread;
    if (running == null) {
      start();
    } else if (call.endsAt() - wakesAt < 0) {
      wake(running);
    }
  }

  private void wake(@Nullable Thread running) {
    woken = true;
    LockSupport.unpark(running);
  }

  void remove(Call call) {
    inFlight.remove(call);
  }

  /** The queries that have not ended. */
  Set<Call> inFlight() {
    return inFlight;
  }

  private synchronized void start() {
    if (thread == null && !closed) {
      Thread started = THREADS.newThread(this::run);
      wakesAt = now() + LONGEST.toNanos();
      thread = started;
      started.start();
    }
  }

  private void run() {
    long sweepAt = now() + pool.everyNanos();
    boolean keeps = true;
    while (!endsIfUnneeded(keeps)) {
      long now = now();
      if (sweepAt - now <= 0) {
        keeps = pool.sweep();
        sweepAt = now + pool.everyNanos();
      }
      keeps |= !inFlight.isEmpty();
      wakesAt = now + LONGEST.toNanos(); // a query that is added meanwhile wakes this thread
      long next = earliest(now, sweepAt);
      wakesAt = next;
      if (!woken) {
        LockSupport.parkNanos(this, next - now());
      }
      woken = false;
    }
  }

  /** The earliest deadline after those that are over now. */
  private long earliest(long now, long sweepAt) {
    long next = sweepAt;
    for (Call call : inFlight) {
      if (call.endsAt() - now <= 0) {
        inFlight.remove(call);
        expire.accept(call);
      } else if (call.endsAt() - next < 0) {
        next = call.endsAt();
      }
    }
    return next;
  }

  /** The thread ends when no query is in flight and no connection is idle. */
  private synchronized boolean endsIfUnneeded(boolean keeps) {
    Thread self = thread;
    thread = null; // the next query that is added starts another thread, unless it is found here
    if (closed || !keeps && inFlight.isEmpty()) {
      return true;
    }
    thread = self;
    return false;
  }

  /** Stops watching, and ends the thread. */
  @Override
  public void close() {
    Thread running;
    synchronized (this) {
      closed = true;
      running = thread;
    }
    wake(running);
  }
}
