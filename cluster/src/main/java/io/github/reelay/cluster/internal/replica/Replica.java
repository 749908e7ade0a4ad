package io.github.reelay.cluster.internal.replica;

import io.github.reelay.cluster.internal.lease.Balance;
import io.github.reelay.cluster.internal.lease.FollowUpScheduler;
import io.github.reelay.cluster.internal.lease.LeaseScheduler;
import io.github.reelay.cluster.internal.lease.Tenures;
import io.github.reelay.cluster.internal.store.Database;
import io.github.reelay.cluster.internal.store.DatabaseHealth;
import io.github.reelay.cluster.internal.store.LeaseTable;
import io.github.reelay.cluster.internal.store.ReplicaTable;
import io.github.reelay.watch.Watcher;
import io.github.reelay.watch.WatcherBuilder;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The parts of a replica, how they are put together, and in which order they begin and end. */
public final class Replica implements AutoCloseable {
  private static final Duration FLUSH = Duration.ofMillis(100);
  private static final Duration INBOX = Duration.ofMillis(300);
  private static final Duration BALANCE = Duration.ofMillis(500);
  private static final Duration CLOCK = Duration.ofSeconds(30);
  private static final Duration CLOSING = Duration.ofMillis(500);

  private final ReplicaSettings settings;
  private final ReplicaParts parts;
  private final Tenures tenures;
  private final Watcher watcher;
  private final ChangeWriter writer;
  private final WatchedTasks watched;
  private final PartitionHolder holder;
  private final LeaseScheduler leases;
  private final Balance balance;
  private final Inbox inbox;
  private final Chores chores;
  private final @Nullable FollowUpRunner runner;
  private final @Nullable FollowUpScheduler followUps;

  /**
   * Begins nothing before {@link #start}. The clock of the database must have looked once.
   *
   * @param builder makes its watcher
   */
  public Replica(ReplicaSettings settings, ReplicaParts parts, WatcherBuilder builder) {
    this.settings = settings;
    this.parts = parts;
    Database database = parts.database();
    this.tenures = new Tenures(database.partitions(), parts.nanoTime());
    this.writer = new ChangeWriter(parts, tenures, settings.followUp() != null);
    this.watcher = build(builder);
    this.watched = new WatchedTasks(parts, watcher, tenures, writer);
    this.holder = new PartitionHolder(parts, tenures, watched, writer);
    this.leases = new LeaseScheduler(database, parts.clock(), settings.leases(), holder::hold);
    this.balance = new Balance(database, tenures, leases, settings.leases().replica());
    this.inbox = new Inbox(parts, tenures, watched);
    this.chores = new Chores(4, database.health());
    this.runner =
        settings.followUp() == null
            ? null
            : new FollowUpRunner(parts, settings.followUp(), settings.followUpTimeout());
    this.followUps =
        runner == null
            ? null
            : new FollowUpScheduler(
                database,
                parts.clock(),
                settings.leases(),
                new FollowUpScheduler.FollowUps(runner, settings.followUpThreads()));
  }

  private Watcher build(WatcherBuilder builder) {
    return builder
        .store(new HandlesInDatabase())
        .rateShare(tenures::share)
        .listener(event -> watched().on(event))
        .build();
  }

  private WatchedTasks watched() {
    return watched;
  }

  /**
   * Begins to acquire partitions.
   *
   * @throws SQLException if the database cannot be reached
   */
  public void start() throws SQLException {
    Database database = parts.database();
    database.inTransaction(
        connection -> {
          if (!database.dialect().isShared()) {
            LeaseTable.reviveOthers(connection, settings.process());
          }
          ReplicaTable.removeOld(connection);
          return true;
        });
    balance.rebalance();
    leases.start();
    if (followUps != null) {
      followUps.start();
    }
    chores.every(FLUSH, writer::flush);
    chores.every(INBOX, inbox::take);
    chores.always(BALANCE, balance::rebalance);
    chores.every(CLOCK, this::lookAtClock);
  }

  private void lookAtClock() throws SQLException {
    parts
        .database()
        .inTransaction(
            connection -> {
              parts.clock().look(connection);
              return true;
            });
  }

  /** What it does now and has done; read from memory, without the database. */
  public ReplicaState state() {
    return new ReplicaState(
        parts.database().health().isUp(),
        balance.living(),
        tenures.count(),
        tenures.share(),
        watched.count(),
        writer.count(),
        Duration.ofNanos(writer.lag()),
        leases.revived(),
        parts.counters());
  }

  /**
   * Gives its partitions back and ends its threads. What is still to be written is, if the database
   * can be reached.
   */
  @Override
  public void close() {
    chores.stop(CLOSING);
    leaveCluster();
    holder.stop();
    DatabaseHealth health = parts.database().health();
    health.close();
    if (runner != null) {
      runner.stop();
    }
    leases.stop();
    if (followUps != null) {
      followUps.stop();
    }
    watched.stop();
    watcher.close();
  }

  private void leaveCluster() {
    if (parts.database().health().isUp()) {
      try {
        balance.leave();
      } catch (SQLException missed) {
        parts.database().health().failed(missed); // the others miss it three seconds later
      }
    }
  }
}
