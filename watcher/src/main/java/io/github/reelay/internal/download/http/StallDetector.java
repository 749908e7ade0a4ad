package io.github.reelay.internal.download.http;

import io.github.reelay.time.Scheduler;

/**
 * Breaks an attempt that receives too little: in each window, from the look-up of the name to the
 * last byte, so many bytes of the body must arrive. This also ends what no time-out of a socket
 * ends, such as a server that sends a byte now and then.
 */
public final class StallDetector {
  private final Scheduler scheduler;
  private final HttpSettings settings;
  private final Runnable breaking;
  private final long began;

  private volatile long bytes;
  private long bytesBefore;
  private long windows;
  private Runnable timer = () -> {};
  private boolean stopped;
  private volatile boolean slow;

  /**
   * Begins the first window.
   *
   * @param breaking called at the end of each window in which too little arrived
   */
  public StallDetector(Scheduler scheduler, HttpSettings settings, Runnable breaking) {
    this.scheduler = scheduler;
    this.settings = settings;
    this.breaking = breaking;
    this.began = scheduler.nanoTime();
  }

  /** Begins; to be ended by {@link #stop}. */
  public synchronized void start() {
    await();
  }

  /** Counts; called by one thread only. */
  public void received(long count) {
    bytes = bytes + count;
  }

  /** Whether the attempt was broken for its pace. */
  public boolean isSlow() {
    return slow;
  }

  /** Ends it. */
  public synchronized void stop() {
    stopped = true;
    timer.run();
  }

  private void await() {
    windows++;
    timer = scheduler.schedule(this::check, began + windows * settings.stallTimeout().toNanos());
  }

  private synchronized void check() {
    if (stopped) {
      return;
    }
    long now = bytes;
    if (now - bytesBefore < settings.floor()) {
      slow = true;
      breaking.run();
    }
    bytesBefore = now;
    await();
  }
}
