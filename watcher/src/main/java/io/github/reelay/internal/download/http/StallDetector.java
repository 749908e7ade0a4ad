package io.github.reelay.internal.download.http;

import io.github.reelay.time.Scheduler;

/**
 * Ends an attempt that is too slow: in each window, from the look-up of the name to the last byte,
 * a number of bytes of the body must arrive. It also ends what no time-out of a socket ends, such
 * as a server that sends one byte from time to time.
 */
public final class StallDetector {
  private final Scheduler scheduler;
  private final HttpSettings settings;
  private final Runnable onStall;
  private final long began;

  private volatile long bytes;
  private long bytesBefore;
  private long windows;
  private Runnable timer = () -> {};
  private boolean stopped;
  private volatile boolean slow;

  /**
   * A detector that has not started.
   *
   * @param onStall called at the end of each window in which too few bytes arrived
   */
  public StallDetector(Scheduler scheduler, HttpSettings settings, Runnable onStall) {
    this.scheduler = scheduler;
    this.settings = settings;
    this.onStall = onStall;
    this.began = scheduler.nanoTime();
  }

  /** Starts the first window; to be ended by {@link #stop}. */
  public synchronized void start() {
    await();
  }

  /** Counts bytes; called by one thread only. */
  public void received(long count) {
    bytes = bytes + count;
  }

  /** Whether the attempt was ended because it was too slow. */
  public boolean isSlow() {
    return slow;
  }

  /** Ends the last window without judging it; to be called however the attempt ended. */
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
    if (now - bytesBefore < settings.minBytesPerWindow()) {
      slow = true;
      onStall.run();
    }
    bytesBefore = now;
    await();
  }
}
