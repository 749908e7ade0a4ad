package io.github.reelay.cluster.internal.schema;

import io.github.reelay.cluster.internal.store.Database;
import io.github.reelay.cluster.internal.store.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables of a cluster, in the one version that this code understands. */
public final class ClusterSchema {
  private static final int VERSION = 1;

  /** H2 has no lock for this, and one process has the file. */
  private static final Object LOCK = new Object();

  private ClusterSchema() {}

  /**
   * Makes the tables if they are missing and that is wanted, checks those that are there, and makes
   * good what a kill has left behind.
   *
   * @param create whether they are made; never twice, whatever other replicas do meanwhile
   * @throws IllegalStateException if they are missing, or not those of this version
   * @throws SQLException if the database cannot be reached, or does not let them be made
   */
  public static void prepare(Database database, boolean create) throws SQLException {
    synchronized (LOCK) {
      database.inTransaction(
          connection -> {
            prepare(connection, database.dialect(), create);
            return true;
          });
    }
  }

  private static void prepare(Connection connection, Dialect dialect, boolean create)
      throws SQLException {
    if (!dialect.hasSchema(connection)) {
      String file = "reelay-cluster/" + dialect.folder() + "/V" + VERSION + "__cluster.sql";
      if (!create) {
        throw new IllegalStateException(
            "expected the tables of reelay-cluster in the database, found none; run "
                + file
                + " of the jar, or start a replica with createSchema(true) or --create-tables");
      }
      dialect.lockSchema(connection);
      if (!dialect.hasSchema(connection)) {
        run(connection, "/" + file);
      }
    }
    check(connection, dialect.partitions());
    dialect.advanceInbox(connection);
  }

  private static void run(Connection connection, String resource) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : SqlFile.statements(resource)) {
        statement.execute(sql);
      }
    }
  }

  private static void check(Connection connection, int partitions) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery("select version, parts from reelay_schema")) {
        boolean isThere = row.next();
        if (!isThere || row.getInt(1) != VERSION) {
          throw new IllegalStateException(
              "expected version "
                  + VERSION
                  + " of the tables of reelay-cluster, found "
                  + (isThere ? "version " + row.getInt(1) : "none")
                  + "; use the version of Reelay that made them, or another database");
        }
        refuse("partitions in reelay_schema", partitions, row.getInt(2));
      }
      String leases = "select count(*) from reelay_lease where task_name = 'partition'";
      try (ResultSet row = statement.executeQuery(leases)) {
        row.next();
        refuse("leases in reelay_lease", partitions, row.getInt(1));
      }
    }
  }

  private static void refuse(String what, int expected, int found) {
    if (expected != found) {
      throw new IllegalStateException(
          "expected "
              + expected
              + " "
              + what
              + ", found "
              + found
              + "; the number cannot change, so use another database");
    }
  }
}
