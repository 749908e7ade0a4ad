package io.github.reelay.cluster.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Which replicas are alive, by the clock of the database. */
public final class ReplicaTable {
  private ReplicaTable() {}

  /** The replicas that have said within the last three seconds that they are alive, by name. */
  public static List<String> living(Connection connection) throws SQLException {
    String sql =
        "select name from reelay_replica where seen_at > current_timestamp - interval '3' second";
    List<String> names = new ArrayList<>();
    try (PreparedStatement look = connection.prepareStatement(sql);
        ResultSet rows = look.executeQuery()) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    Collections.sort(names); // not by the database, whose order depends on its locale
    return names;
  }

  /** Takes a replica out, so that the others need not wait until they miss it. */
  public static void remove(Connection connection, String name) throws SQLException {
    String sql = "delete from reelay_replica where name = ?";
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setString(1, name);
      delete.executeUpdate();
    }
  }

  /** Takes those out that have been silent for an hour. */
  public static void removeOld(Connection connection) throws SQLException {
    String sql = "delete from reelay_replica where seen_at < current_timestamp - interval '1' hour";
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.executeUpdate();
    }
  }
}
