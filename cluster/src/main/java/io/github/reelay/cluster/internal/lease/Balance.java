package io.github.reelay.cluster.internal.lease;

import io.github.reelay.cluster.internal.store.Database;
import io.github.reelay.cluster.internal.store.ReplicaTable;
import java.sql.SQLException;
import java.util.List;

/** Shares the partitions out: each living replica holds as many as any other, or one less. */
public final class Balance {
  private final Database database;
  private final Tenures tenures;
  private final LeaseScheduler leases;
  private final String replica;
  private volatile int living = 1;

  /** Does nothing before the first {@link #rebalance}. */
  public Balance(Database database, Tenures tenures, LeaseScheduler leases, String replica) {
    this.database = database;
    this.tenures = tenures;
    this.leases = leases;
    this.replica = replica;
  }

  /** Says that this replica is alive, and gives back what it holds too much of. */
  public void rebalance() throws SQLException {
    List<String> names =
        database.inTransaction(
            connection -> {
              database.dialect().touchReplica(connection, replica);
              return ReplicaTable.living(connection);
            });
    living = Math.max(1, names.size());
    int target = share(database.partitions(), names.indexOf(replica), living);
    List<Tenure> held = tenures.held();
    for (Tenure surplus : held.subList(Math.min(target, held.size()), held.size())) {
      surplus.release();
    }
    leases.acquire(held.size() < target);
  }

  /**
   * How many partitions one of several replicas holds. The first ones hold what is left over.
   *
   * @param rank its place among them, from 0 on
   */
  static int share(int partitions, int rank, int replicas) {
    return partitions / replicas + (rank < partitions % replicas ? 1 : 0);
  }

  /** How many replicas were alive at the last {@link #rebalance}, this one counted; at least 1. */
  public int living() {
    return living;
  }

  /** Takes this replica out, so that the others acquire what it gives back. */
  public void leave() throws SQLException {
    database.inTransaction(
        connection -> {
          ReplicaTable.remove(connection, replica);
          return true;
        });
  }
}
