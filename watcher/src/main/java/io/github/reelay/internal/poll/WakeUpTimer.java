package io.github.reelay.internal.poll;

/** Wakes a poller at its next time, of which there is one. Guarded by its poller. */
public final class WakeUpTimer {
  /** No time at all. */
  public static final long NEVER = Long.MAX_VALUE;

  private final MonotonicTime time;
  private final Runnable ring;
  private long at = NEVER;
  private Runnable cancel = () -> {};

  /** A wake-up that is not set; it runs that when its time has come. */
  public WakeUpTimer(MonotonicTime time, Runnable ring) {
    this.time = time;
    this.ring = ring;
  }

  /** Rings at that time, and at no other. */
  public void set(long newAt) {
    if (newAt == at) {
      return;
    }
    cancel.run();
    at = newAt;
    cancel = newAt == NEVER ? () -> {} : time.schedule(ring, newAt);
  }

  /** It has rung. */
  public void rang() {
    at = NEVER;
  }
}
