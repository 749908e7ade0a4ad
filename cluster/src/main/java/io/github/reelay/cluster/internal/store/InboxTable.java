package io.github.reelay.cluster.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What was submitted and no holder has taken yet. */
public final class InboxTable {
  private InboxTable() {}

  /** Whether nothing is there, for whichever partition. */
  public static boolean isEmpty(Connection connection) throws SQLException {
    String sql = "select seq from reelay_inbox fetch first 1 rows only";
    try (PreparedStatement look = connection.prepareStatement(sql);
        ResultSet rows = look.executeQuery()) {
      return !rows.next();
    }
  }
}
