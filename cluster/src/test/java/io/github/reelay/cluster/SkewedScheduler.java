package io.github.reelay.cluster;

import io.github.reelay.time.Scheduler;
import java.time.Clock;

/** The system's scheduler on a machine whose clock is wrong. */
final class SkewedScheduler implements Scheduler {
  private final Scheduler system = Scheduler.ofSystem();
  private final Clock clock;

  SkewedScheduler(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public long nanoTime() {
    return system.nanoTime();
  }

  @Override
  public Runnable schedule(Runnable task, long nanoTime) {
    return system.schedule(task, nanoTime);
  }

  @Override
  public void close() {
    system.close();
  }
}
