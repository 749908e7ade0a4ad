package io.github.reelay.watch;

/** Wakes a lane at its next time, of which there is one. Guarded by its {@link Lane}. */
final class Alarm {
  /** No time at all. */
  static final long NEVER = Long.MAX_VALUE;

  private final Timeline time;
  private final Runnable ring;
  private long at = NEVER;
  private Runnable cancel = () -> {};

  Alarm(Timeline time, Runnable ring) {
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
