package io.github.reelay.benchmarks.cluster.process;

import io.github.reelay.time.Scheduler;
import java.time.Clock;
import java.time.Duration;

/** The time of a machine whose clock is ahead by the skew, or behind if that is negative. */
record SkewedScheduler(Scheduler machine, Duration skew) implements Scheduler {
  @Override
  public Clock clock() {
    return Clock.offset(machine.clock(), skew);
  }

  @Override
  public long nanoTime() {
    return machine.nanoTime();
  }

  @Override
  public Runnable schedule(Runnable task, long nanoTime) {
    return machine.schedule(task, nanoTime);
  }

  @Override
  public void close() {
    machine.close();
  }
}
