package io.github.reelay.download;

import io.github.reelay.time.Scheduler;

/**
 * Breaks an attempt that receives too little: in each window, from the look-up of the name to the
 * last byte, so many bytes of the body must arrive. This also ends what no time-out of a socket
 * ends, such as a server that sends a byte now and then.
 */
final class Pulse {
  private final Scheduler scheduler;
  private final Limits limits;
  private final Runnable breaking;
  private final long began;

  private volatile long bytes;
  private long bytesBefore;
  private long windows;
  private Runnable alarm = () -> {};
  private boolean stopped;
  private volatile boolean slow;

  /**
   * Begins the first window.
   *
   * @param breaking called at the end of each window in which too little arrived
   */
  Pulse(Scheduler scheduler, Limits limits, Runnable breaking) {
    this.scheduler = scheduler;
    this.limits = limits;
    this.breaking = breaking;
    this.began = scheduler.nanoTime();
  }

  /** Begins; to be ended by {@link #stop}. */
  synchronized void start() {
    await();
  }

  /** Counts; called by one thread only. */
  void beat(long count) {
    bytes = bytes + count;
  }

  /** Whether the attempt was broken for its pace. */
  boolean isSlow() {
    return slow;
  }

  synchronized void stop() {
    stopped = true;
    alarm.run();
  }

  private void await() {
    windows++;
    alarm = scheduler.schedule(this::look, began + windows * limits.stallTimeout().toNanos());
  }

  private synchronized void look() {
    if (stopped) {
      return;
    }
    long now = bytes;
    if (now - bytesBefore < limits.floor()) {
      slow = true;
      breaking.run();
    }
    bytesBefore = now;
    await();
  }
}
