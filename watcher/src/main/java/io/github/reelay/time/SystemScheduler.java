package io.github.reelay.time;

import io.github.reelay.internal.DaemonThreads;
import java.time.Clock;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The scheduler outside tests: one daemon thread and the system's clocks. */
final class SystemScheduler implements Scheduler {
  /** Does nothing: real time does not stand still for work, so it is not counted. */
  static final Runnable NO_WORK = () -> {};

  private final Clock clock = Clock.systemUTC();
  private final ScheduledThreadPoolExecutor thread;

  SystemScheduler() {
    thread =
        new ScheduledThreadPoolExecutor(
            1, DaemonThreads.named("reelay-scheduler"), new ThreadPoolExecutor.DiscardPolicy());
    thread.setRemoveOnCancelPolicy(true);
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public Runnable schedule(Runnable task, long nanoTime) {
    Future<?> scheduled = thread.schedule(task, nanoTime - nanoTime(), TimeUnit.NANOSECONDS);
    return () -> scheduled.cancel(false);
  }

  @Override
  public void close() {
    thread.getQueue().clear(); // what is due already would still run
    thread.shutdown(); // without an interrupt, which could close a file under its writer
  }
}
