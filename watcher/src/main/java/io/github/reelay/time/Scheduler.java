package io.github.reelay.time;

import java.time.Clock;

/**
 * Time as waiting needs it. Everything that waits in this library does so through one of these, so
 * that hours of waiting can be tested in milliseconds. Safe for use by many threads.
 */
public interface Scheduler extends AutoCloseable {

  /** The time of day, to compare with what providers write. */
  Clock clock();

  /**
   * A time in nanoseconds that only moves forward, whatever happens to the time of day; its origin
   * is arbitrary. See {@link System#nanoTime()}, whose rules for comparing apply.
   */
  long nanoTime();

  /**
   * Runs a task once, as soon as {@link #nanoTime()} has reached a time, never before; immediately
   * if it has. One task runs at a time; those of different times run in the order of their times. A
   * task must neither block nor throw.
   *
   * @return takes the task back if it has not begun; does nothing otherwise
   */
  Runnable schedule(Runnable task, long nanoTime);

  /**
   * Says that work is under way whose end is not scheduled here, such as a query. Watchers and
   * downloaders call this for each query, each step of a download, and all that they run on their
   * executors; a program may for work of its own. The time of a {@link VirtualScheduler} stands
   * still until the work has ended. Real time does not, so this does nothing by default.
   *
   * @return ends the work; does nothing when it is called again
   */
  default Runnable beginWork() {
    return SystemScheduler.NO_WORK;
  }

  /** Drops what has not begun, and ends the thread. What is scheduled afterwards never runs. */
  @Override
  void close();

  /** A scheduler on a daemon thread of its own, with the system's clocks; the caller closes it. */
  static Scheduler ofSystem() {
    return new SystemScheduler();
  }
}
