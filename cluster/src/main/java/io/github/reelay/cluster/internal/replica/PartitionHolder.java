package io.github.reelay.cluster.internal.replica;

import io.github.reelay.cluster.internal.lease.Tenure;
import io.github.reelay.cluster.internal.lease.Tenures;
import io.github.reelay.cluster.internal.store.DatabaseHealth;
import io.github.reelay.cluster.internal.store.TaskTable;
import java.lang.System.Logger.Level;
import java.sql.SQLException;

/** What a replica does with a partition from the beginning of a tenure to its end. */
final class PartitionHolder {
  private static final System.Logger LOG =
      System.getLogger("io.github.reelay.cluster.ClusterWatcher");

  private static final long LOOK_MILLIS = 1_000;

  private final ReplicaParts parts;
  private final Tenures tenures;
  private final WatchedTasks watched;
  private final ChangeWriter writer;
  private volatile boolean stopped;

  PartitionHolder(ReplicaParts parts, Tenures tenures, WatchedTasks watched, ChangeWriter writer) {
    this.parts = parts;
    this.tenures = tenures;
    this.watched = watched;
    this.writer = writer;
  }

  /**
   * Watches the open tasks of a partition until the tenure is over; blocks as long.
   *
   * @throws IllegalStateException if they cannot be loaded although the database can be reached
   */
  void hold(Tenure tenure) {
    tenures.begin(tenure);
    parts.counters().acquired.increment();
    try {
      int count = load(tenure);
      parts.listener().acquired(tenure.partition(), count);
      while (!stopped && !tenure.awaitOver(LOOK_MILLIS)) {
        continue; // looks again whether the replica stops
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (SQLException failed) {
      if (!DatabaseHealth.isConnectionFailure(failed)) {
        throw new IllegalStateException("expected to load " + tenure + ", found it fail", failed);
      }
    } finally {
      leave(tenure);
    }
  }

  private int load(Tenure tenure) throws SQLException {
    return parts
        .database()
        .inTransaction(
            connection ->
                TaskTable.open(
                    connection, tenure.partition(), some -> watched.watch(tenure, some)));
  }

  /** Watches no longer, and writes what is left under the old token. */
  private void leave(Tenure tenure) {
    tenures.leave(tenure);
    watched.leave(tenure);
    try {
      if (!tenure.isRevoked() && parts.database().health().isUp()) {
        writer.flush();
      }
    } catch (SQLException | RuntimeException failed) {
      if (!DatabaseHealth.isConnectionFailure(failed)) {
        LOG.log(Level.WARNING, "expected to write what is left of " + tenure, failed);
      }
    } finally {
      tenures.end(tenure);
    }
    tenure.release();
    if (tenure.isRevoked()) {
      parts.counters().lost.increment();
    }
    parts.listener().released(tenure.partition(), tenure.isRevoked());
  }

  /** Ends all tenures, and begins none. */
  void stop() {
    stopped = true;
    tenures.held().forEach(Tenure::release);
  }
}
