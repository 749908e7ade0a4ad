package io.github.reelay.cluster;

import io.github.reelay.time.Scheduler;
import java.time.Clock;
import java.time.Duration;

/** The system's scheduler on a machine whose clock is wrong. */
final class SkewedScheduler implements Scheduler {
  private final Scheduler system = Scheduler.ofSystem();
  private final Clock clock;
  private volatile long pause;

  SkewedScheduler(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public long nanoTime() {
    return system.nanoTime() + pause;
  }

  /** Lets so much time have passed as after a pause of the whole process. */
  void pause(Duration time) {
    pause = time.toNanos();
  }

  @Override
  public Runnable schedule(Runnable task, long nanoTime) {
    return system.schedule(task, nanoTime - pause);
  }

  @Override
  public void close() {
    system.close();
  }
}
