package io.github.reelay.cluster.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The leases, one row for each partition. The scheduler writes them; its version goes up with each
 * change of hands, so that partition and version name one tenure.
 */
public final class LeaseTable {
  /** The name of the scheduler's task that is the lease of a partition. */
  public static final String TASK = "partition";

  static final String VERSIONS =
      "select task_instance, version from reelay_lease where task_name = 'partition' and picked"
          + " and task_instance in ";

  private LeaseTable() {}

  /** The versions of leases that are held, not locked. */
  public static Map<Integer, Long> versions(Connection connection, Set<Integer> partitions)
      throws SQLException {
    if (partitions.isEmpty()) {
      return Map.of();
    }
    String sql = VERSIONS + Statements.marks(partitions.size());
    try (PreparedStatement look = connection.prepareStatement(sql)) {
      set(look, partitions);
      return versions(look);
    }
  }

  static void set(PreparedStatement statement, Set<Integer> partitions) throws SQLException {
    int position = 1;
    for (int partition : partitions) {
      statement.setString(position++, Integer.toString(partition));
    }
  }

  static Map<Integer, Long> versions(PreparedStatement statement) throws SQLException {
    Map<Integer, Long> versions = new HashMap<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        versions.put(Integer.valueOf(rows.getString(1)), rows.getLong(2));
      }
    }
    return versions;
  }

  /**
   * Makes all leases and follow-ups free that a process before this one had, in a database that
   * only one process can open.
   *
   * @param process how the names of the replicas of this process end
   */
  public static void reviveOthers(Connection connection, String process) throws SQLException {
    for (String table : new String[] {"reelay_lease", "reelay_follow_up"}) {
      String sql =
          "update "
              + table
              + " set picked = false, picked_by = null, last_heartbeat = null,"
              + " version = version + 1, execution_time = current_timestamp"
              + " where picked and picked_by not like ?";
      try (PreparedStatement revive = connection.prepareStatement(sql)) {
        revive.setString(1, "%" + process);
        revive.executeUpdate();
      }
    }
  }

  /**
   * How many partitions each replica holds.
   *
   * @return by the name of the replica, in alphabetical order
   */
  public static Map<String, Integer> holders(Connection connection) throws SQLException {
    String sql =
        "select picked_by, count(*) from reelay_lease where task_name = 'partition' and picked"
            + " group by picked_by";
    Map<String, Integer> holders = new TreeMap<>();
    try (PreparedStatement look = connection.prepareStatement(sql);
        ResultSet rows = look.executeQuery()) {
      while (rows.next()) {
        holders.put(rows.getString(1), rows.getInt(2));
      }
    }
    return holders;
  }
}
