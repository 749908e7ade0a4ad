package io.github.reelay.cluster.internal.lease;

import io.github.reelay.cluster.internal.store.DatabaseHealth;
import io.github.reelay.internal.DaemonThreads;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs the heartbeats of db-scheduler and its search for the dead, on daemon threads and only while
 * the database can be reached: all heartbeats of a round write the time at which the round began,
 * so a round that begins in an outage and ends after it makes its leases look dead.
 */
final class HousekeepingExecutor extends ScheduledThreadPoolExecutor {
  private final DatabaseHealth health;

  HousekeepingExecutor(String name, DatabaseHealth health) {
    super(3, DaemonThreads.named(name));
    this.health = health;
    setRemoveOnCancelPolicy(true);
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable command, long initialDelay, long delay, TimeUnit unit) {
    return super.scheduleWithFixedDelay(() -> run(command), initialDelay, delay, unit);
  }

  private void run(Runnable command) {
    if (health.isUp()) {
      command.run();
    }
  }
}
