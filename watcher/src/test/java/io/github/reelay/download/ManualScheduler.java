package io.github.reelay.download;

import io.github.reelay.time.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Time that stands still until a test moves it. */
final class ManualScheduler implements Scheduler {
  static final Instant START = Instant.parse("2026-11-22T00:00:00Z");
  private static final long PATIENCE_MILLIS = 20_000;

  private record Timer(Runnable task, long at) {}

  private final List<Timer> timers = new ArrayList<>();
  private long now = 1;

  @Override
  public synchronized Clock clock() {
    return Clock.fixed(START.plusNanos(now - 1), ZoneOffset.UTC);
  }

  @Override
  public synchronized long nanoTime() {
    return now;
  }

  @Override
  public synchronized Runnable schedule(Runnable task, long nanoTime) {
    Timer timer = new Timer(task, nanoTime);
    timers.add(timer);
    notifyAll();
    return () -> {
      synchronized (ManualScheduler.this) {
        timers.remove(timer);
      }
    };
  }

  /** Waits until something is to run exactly so long from now, and moves there. */
  void awaitAndAdvance(Duration delay) {
    synchronized (this) {
      long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
      while (timers.stream().noneMatch(timer -> timer.at() == now + delay.toNanos())) {
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
    long end;
    synchronized (this) {
      end = now + delay.toNanos();
    }
    for (Optional<Timer> next = take(end); next.isPresent(); next = take(end)) {
      next.get().task().run();
    }
    synchronized (this) {
      now = end;
    }
  }

  /** How far off what is to run is. */
  synchronized List<Duration> delays() {
    return timers.stream().map(timer -> Duration.ofNanos(timer.at() - now)).sorted().toList();
  }

  private synchronized Optional<Timer> take(long end) {
    Optional<Timer> next =
        timers.stream().filter(timer -> timer.at() <= end).min(Comparator.comparingLong(Timer::at));
    next.ifPresent(
        timer -> {
          timers.remove(timer);
          now = Math.max(now, timer.at());
        });
    return next;
  }

  @Override
  public synchronized void close() {
    timers.clear();
  }
}
