package io.github.reelay.internal.poll;

/** Wakes a poller at its next time, of which there is one. Guarded by its poller. */
public final class WakeUpTimer {
  /** Later than any time: nothing is waited for. */
  public static final long NEVER = Long.MAX_VALUE;

  private final MonotonicTime time;
  private final Runnable ring;
  private long at = NEVER;
  private Runnable cancel = () -> {};

  /**
   * Starts without a time.
   *
   * @param ring runs on the scheduler thread when the time has come; must not block
   */
  public WakeUpTimer(MonotonicTime time, Runnable ring) {
    this.time = time;
    this.ring = ring;
  }

  /**
   * Rings at that time or before. A time that is put off stays: it would have to be moved with each
   * query that ends.
   */
  public void set(long newAt) {
    boolean putOff = newAt > at && newAt != NEVER;
    if (newAt == at || putOff) {
      return;
    }
    cancel.run();
    at = newAt;
    cancel = newAt == NEVER ? () -> {} : time.schedule(ring, newAt);
  }

  /** To be called when it has rung, so that the same time can be set once more. */
  public void rang() {
    at = NEVER;
  }
}
