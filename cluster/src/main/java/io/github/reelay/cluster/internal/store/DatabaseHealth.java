package io.github.reelay.cluster.internal.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the database can be reached, as those who use it have found. Reports once that it is
 * away, and once that it is back. Safe for use by many threads.
 */
public final class DatabaseHealth {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final LongSupplier nanoTime;
  private final Listener listener;
  private boolean closed;
  private volatile boolean up = true;
  private long since;
  private boolean wasAway;

  /** Hears of outages on the thread that noticed, which holds no lock of this class then. */
  public interface Listener {
    /** The database cannot be reached. */
    void away(Throwable failure);

    /** It can be reached again, after an outage of that length. */
    void back(Duration after);
  }

  /** Begins as if the database could be reached. */
  public DatabaseHealth(LongSupplier nanoTime, Listener listener) {
    this.nanoTime = nanoTime;
    this.listener = listener;
  }

  /** Whether it could be reached at the last attempt. */
  public boolean isUp() {
    return up;
  }

  /** Whether it is away, or is back from an outage for a shorter time than that. */
  public boolean isBackFor(Duration less) {
    lock.lock();
    try {
      return !up || wasAway && nanoTime.getAsLong() - since < less.toNanos();
    } finally {
      lock.unlock();
    }
  }

  /** A transaction has succeeded. */
  public void succeeded() {
    if (up) {
      return;
    }
    Duration away;
    lock.lock();
    try {
      if (up) {
        return;
      }
      long now = nanoTime.getAsLong();
      away = Duration.ofNanos(now - since);
      since = now;
      up = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    listener.back(away);
  }

  /** A transaction has failed; counts only if the connection is what failed. */
  public void failed(Throwable failure) {
    if (!isConnectionFailure(failure)) {
      return;
    }
    lock.lock();
    try {
      if (!up || closed) {
        return;
      }
      up = false;
      wasAway = true;
      since = nanoTime.getAsLong();
    } finally {
      lock.unlock();
    }
    listener.away(failure);
  }

  /** Whether the database was out of reach, and not the statement wrong. */
  public static boolean isConnectionFailure(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLTransientConnectionException
          || each instanceof SQLNonTransientConnectionException
          || each instanceof SQLRecoverableException) {
        return true;
      }
      if (each instanceof SQLException known && isConnectionState(known.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  /** Class 08, a server that shuts down or starts, and an H2 file that was closed. */
  private static boolean isConnectionState(@Nullable String state) {
    return state != null
        && (state.startsWith("08")
            || state.startsWith("57P0")
            || state.startsWith("9009")
            || state.equals("90121"));
  }

  /**
   * Waits until the database can be reached or this is closed, up to the limit.
   *
   * @return whether it can be reached
   */
  public boolean awaitUp(Duration limit) throws InterruptedException {
    if (up) {
      return true;
    }
    long left = limit.toNanos();
    lock.lockInterruptibly();
    try {
      while (!up && !closed && left > 0) {
        left = changed.awaitNanos(left);
      }
      return up;
    } finally {
      lock.unlock();
    }
  }

  /** Releases those that wait; later changes are not reported. */
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
