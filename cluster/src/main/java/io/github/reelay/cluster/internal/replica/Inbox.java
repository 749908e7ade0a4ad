package io.github.reelay.cluster.internal.replica;

import io.github.reelay.cluster.internal.lease.Tenure;
import io.github.reelay.cluster.internal.lease.Tenures;
import io.github.reelay.cluster.internal.store.Database;
import io.github.reelay.cluster.internal.store.InboxTable;
import io.github.reelay.cluster.internal.store.LeaseTable;
import io.github.reelay.cluster.internal.store.Submission;
import io.github.reelay.task.TaskHandle;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Takes what was submitted to the partitions of this replica since they were acquired. It is taken
 * and deleted in one transaction with the fence, so that a replica that lost a partition without
 * knowing takes nothing of it. It is watched before the commit, because a commit whose response is
 * lost may have deleted it. What is not deleted is taken again, which changes nothing.
 */
final class Inbox {
  private static final int MOST = 5_000;

  private final Database database;
  private final Tenures tenures;
  private final WatchedTasks watched;

  Inbox(ReplicaParts parts, Tenures tenures, WatchedTasks watched) {
    this.database = parts.database();
    this.tenures = tenures;
    this.watched = watched;
  }

  /** Revokes the tenures whose leases are lost, and watches what is new in the others. */
  void take() throws SQLException {
    revokeLost();
    int taken = MOST;
    while (taken == MOST) {
      Map<Integer, Tenure> usable = tenures.usable();
      if (usable.isEmpty()) {
        return;
      }
      taken = database.inTransaction(connection -> take(connection, usable));
    }
  }

  /**
   * A tenure whose heartbeats fail is not usable, and may be over: after a pause its lease is
   * another's or nobody's. Unless it ends here it would keep this replica from acquiring others.
   */
  private void revokeLost() throws SQLException {
    Map<Integer, Tenure> doubtful = new TreeMap<>();
    tenures.held().forEach(tenure -> doubtful.put(tenure.partition(), tenure));
    doubtful.keySet().removeAll(tenures.usable().keySet());
    if (doubtful.isEmpty()) {
      return;
    }
    Map<Integer, Long> versions =
        database.inTransaction(connection -> LeaseTable.versions(connection, doubtful.keySet()));
    doubtful.forEach(
        (partition, tenure) -> {
          if (versions.getOrDefault(partition, -1L) != tenure.version()) {
            tenure.revoke();
          }
        });
  }

  /** The leases are locked only if there is something to take. */
  private int take(Connection connection, Map<Integer, Tenure> usable) throws SQLException {
    Set<Integer> partitions = new TreeSet<>(usable.keySet());
    boolean isEmpty = InboxTable.isEmpty(connection);
    Map<Integer, Long> versions =
        isEmpty
            ? LeaseTable.versions(connection, partitions)
            : database.dialect().lockVersions(connection, partitions);
    for (int partition : partitions) {
      Tenure tenure = usable.get(partition);
      if (versions.getOrDefault(partition, -1L) != tenure.version()) {
        tenure.revoke();
        usable.remove(partition);
      }
    }
    if (isEmpty || usable.isEmpty()) {
      return 0;
    }
    List<Submission> fresh =
        database.dialect().takeInbox(connection, new TreeSet<>(usable.keySet()), MOST);
    watch(usable, fresh);
    return fresh.size();
  }

  private void watch(Map<Integer, Tenure> usable, List<Submission> fresh) {
    Map<Tenure, Map<TaskHandle, Instant>> byTenure = new LinkedHashMap<>();
    for (Submission each : fresh) {
      if (each.isOpen()) {
        byTenure
            .computeIfAbsent(usable.get(each.partition()), none -> new LinkedHashMap<>())
            .put(each.handle(), each.submittedAt());
      }
    }
    byTenure.forEach(watched::watch);
  }
}
