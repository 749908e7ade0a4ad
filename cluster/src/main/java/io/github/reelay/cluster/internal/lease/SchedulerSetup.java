package io.github.reelay.cluster.internal.lease;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import io.github.reelay.cluster.internal.store.Database;
import io.github.reelay.cluster.internal.store.DatabaseClock;
import io.github.reelay.internal.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.Executors;

/**
 * What leases and follow-ups have in common.
 *
 * @param threads what the names of its threads begin with
 * @param database where its table is
 * @param clock the time of the database
 * @param settings how the dead are recognized
 */
record SchedulerSetup(
    String threads, Database database, DatabaseClock clock, LeaseSettings settings) {
  /** The library waits twice that long when it stops. */
  private static final Duration STOPPING = Duration.ofSeconds(5);

  /** A scheduler that has this set. */
  Scheduler build(SchedulerBuilder builder) {
    return builder
        .schedulerName(new SchedulerName.Fixed(settings.replica()))
        .dueExecutor(Executors.newSingleThreadExecutor(DaemonThreads.named(threads + "-due")))
        .housekeeperExecutor(new HousekeepingExecutor(threads + "-alive", database.health()))
        .heartbeatInterval(settings.heartbeat())
        .missedHeartbeatsLimit(settings.missed())
        .shutdownMaxWait(STOPPING)
        .jdbcCustomization(customization())
        .clock(clock::now)
        .build();
  }

  /** Named here, so that none is looked for while the database is away. */
  private JdbcCustomization customization() {
    return database.dialect().isShared()
        ? new PostgreSqlJdbcCustomization(false, false)
        : new DefaultJdbcCustomization(false);
  }
}
