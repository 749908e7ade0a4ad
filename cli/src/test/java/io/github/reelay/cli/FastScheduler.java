package io.github.reelay.cli;

import io.github.reelay.time.Scheduler;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** Real time, but ten times as fast; the same for all of them. */
final class FastScheduler implements Scheduler {
  private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
  private static final long ORIGIN;

  static {
    try (Scheduler real = Scheduler.ofSystem()) {
      ORIGIN = real.nanoTime();
    }
  }

  private final Scheduler real = Scheduler.ofSystem();
  private final long factor;

  FastScheduler() {
    this(10);
  }

  /** So many times as fast as real time. */
  FastScheduler(long factor) {
    this.factor = factor;
  }

  @Override
  public Clock clock() {
    InstantSource now = () -> START.plusNanos(nanoTime());
    return now.withZone(ZoneOffset.UTC);
  }

  @Override
  public long nanoTime() {
    return (real.nanoTime() - ORIGIN) * factor;
  }

  @Override
  public Runnable schedule(Runnable task, long nanoTime) {
    return real.schedule(task, ORIGIN + -Math.floorDiv(-nanoTime, factor));
  }

  @Override
  public void close() {
    real.close();
  }
}
