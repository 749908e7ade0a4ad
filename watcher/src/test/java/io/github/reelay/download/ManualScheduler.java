package io.github.reelay.download;

import io.github.reelay.time.Scheduler;
import io.github.reelay.time.VirtualScheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Virtual time for downloads on their own threads: a test waits until one of them waits. */
final class ManualScheduler implements Scheduler {
  static final Instant START = Instant.parse("2026-11-22T00:00:00Z");
  private static final long PATIENCE_MILLIS = 30_000;

  private final VirtualScheduler time = new VirtualScheduler(START);
  private final List<At> scheduled = new ArrayList<>();

  /** One time at which something is to run; another for the same time is another. */
  private static final class At {
    private final long nanos;

    At(long nanos) {
      this.nanos = nanos;
    }
  }

  @Override
  public Clock clock() {
    return time.clock();
  }

  @Override
  public long nanoTime() {
    return time.nanoTime();
  }

  @Override
  public synchronized Runnable schedule(Runnable task, long nanoTime) {
    At at = new At(nanoTime);
    scheduled.add(at);
    notifyAll();
    Runnable cancel =
        time.schedule(
            () -> {
              forget(at);
              task.run();
            },
            nanoTime);
    return () -> {
      forget(at);
      cancel.run();
    };
  }

  private synchronized void forget(At at) {
    scheduled.remove(at);
  }

  /** Waits until something is to run exactly so long from now, and moves there. */
  void awaitAndAdvance(Duration delay) {
    synchronized (this) {
      long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
      while (!delays().contains(delay)) {
        if (System.nanoTime() > end) {
          throw new AssertionError(
              "expected an alarm in " + delay + ", found " + delays() + " in time");
        }
        try {
          wait(100);
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    }
    advance(delay);
  }

  /** Moves on and runs what falls due. */
  void advance(Duration delay) {
    time.advance(delay);
  }

  /** How far off what is to run is. */
  synchronized List<Duration> delays() {
    return scheduled.stream().map(at -> Duration.ofNanos(at.nanos - nanoTime())).sorted().toList();
  }

  @Override
  public synchronized void close() {
    scheduled.clear();
    time.close();
  }
}
