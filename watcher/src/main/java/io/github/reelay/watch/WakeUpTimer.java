package io.github.reelay.watch;

/** Wakes a lane at its next time, of which there is one. Guarded by its {@link ProviderPoller}. */
final class WakeUpTimer {
  /** No time at all. */
  static final long NEVER = Long.MAX_VALUE;

  private final MonotonicTime time;
  private final Runnable ring;
  private long at = NEVER;
  private Runnable cancel = () -> {};

  WakeUpTimer(MonotonicTime time, Runnable ring) {
    this.time = time;
    this.ring = ring;
  }

  /** Rings at that time, and at no other. */
  void set(long newAt) {
    if (newAt == at) {
      return;
    }
    cancel.run();
    at = newAt;
    cancel = newAt == NEVER ? () -> {} : time.schedule(ring, newAt);
  }

  /** It has rung. */
  void rang() {
    at = NEVER;
  }
}
