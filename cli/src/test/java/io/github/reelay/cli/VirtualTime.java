package io.github.reelay.cli;

import io.github.reelay.time.Scheduler;
import io.github.reelay.time.VirtualScheduler;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/**
 * The virtual time of one terminal. It moves on whenever nothing is under way. The scheduler of
 * each run of the command begins where the one before it ended.
 */
public final class VirtualTime implements Supplier<Scheduler> {
  /** When the time of every terminal begins. */
  public static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

  private volatile VirtualScheduler current = new VirtualScheduler(START);

  Clock clock() {
    InstantSource now = () -> current.clock().instant();
    return now.withZone(ZoneOffset.UTC);
  }

  /** The scheduler of the next run. */
  @Override
  public Scheduler get() {
    VirtualScheduler next = new VirtualScheduler(current.clock().instant());
    current = next;
    Thread thread = new Thread(() -> move(next), "moves-the-time");
    thread.setDaemon(true);
    thread.start();
    return next;
  }

  private static void move(VirtualScheduler scheduler) {
    try {
      scheduler.runUntilClosed();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
