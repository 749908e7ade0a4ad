package io.github.reelay.cluster.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;

/** Transactions on the database of a cluster. Safe for use by many threads. */
public final class Database {
  private static final int TRIES = 4;
  private static final int SILENCE_MILLIS = (int) Duration.ofSeconds(5).toMillis();

  /** What two transactions do to each other: deadlocks, conflicts, lock time-outs, double keys. */
  private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "90131", "HYT00", "23505");

  private final DataSource source;
  private final Dialect dialect;
  private final DatabaseHealth health;

  /** Opens nothing: each transaction takes a connection of the source. */
  public Database(DataSource source, Dialect dialect, DatabaseHealth health) {
    this.source = source;
    this.dialect = dialect;
    this.health = health;
  }

  /** What is done in one transaction; it may be done again from its beginning. */
  public interface Work<T> {
    /** Does it, and neither commits nor closes the connection. */
    T on(Connection connection) throws SQLException;
  }

  /**
   * The dialect of a database.
   *
   * @throws IllegalStateException if it is neither PostgreSQL in UTF-8 nor an H2 of this process in
   *     which each commit waits for the disk
   */
  public static Dialect dialectOf(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      String name = connection.getMetaData().getDatabaseProductName();
      if (name.equals("PostgreSQL")) {
        PostgresDialect.checkEncoding(connection);
        return new PostgresDialect();
      }
      if (name.equals("H2")) {
        H2Settings.apply(connection, source);
        return new H2Dialect();
      }
      throw new IllegalStateException(
          "expected PostgreSQL or H2 as the database of a cluster, found " + name);
    }
  }

  /** Gives connections, for those who make their own transactions. */
  public DataSource source() {
    return source;
  }

  /** The dialect that {@link #dialectOf} found. */
  public Dialect dialect() {
    return dialect;
  }

  /** How many partitions the tasks are divided into, which depends on the dialect alone. */
  public int partitions() {
    return dialect.partitions();
  }

  /** Whether it can be reached. */
  public DatabaseHealth health() {
    return health;
  }

  /**
   * Works in one transaction, and repeats it where another one was in its way, up to three times.
   *
   * @throws SQLException if the database cannot be reached, or cannot do it
   */
  public <T> T inTransaction(Work<T> work) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try (Connection connection = open(source)) {
        T result = commit(connection, work);
        health.succeeded();
        return result;
      } catch (SQLException failed) {
        health.failed(failed);
        if (attempt == TRIES || !CONFLICTS.contains(String.valueOf(failed.getSQLState()))) {
          throw failed;
        }
      }
    }
  }

  private static <T> T commit(Connection connection, Work<T> work) throws SQLException {
    boolean before = connection.getAutoCommit();
    connection.setAutoCommit(false);
    try {
      T result = work.on(connection);
      connection.commit();
      connection.setAutoCommit(before);
      return result;
    } catch (SQLException | RuntimeException | Error failed) {
      undo(connection, before, failed);
      throw failed;
    }
  }

  private static void undo(Connection connection, boolean before, Throwable failed) {
    try {
      connection.rollback();
      connection.setAutoCommit(before);
    } catch (SQLException gone) {
      failed.addSuppressed(gone);
    }
  }

  /** A connection that does not wait for ever for a server that is silent. */
  public static Connection open(DataSource source) throws SQLException {
    Connection connection = source.getConnection();
    try {
      if (connection.getNetworkTimeout() == 0) {
        connection.setNetworkTimeout(Runnable::run, SILENCE_MILLIS);
      }
    } catch (SQLFeatureNotSupportedException inProcess) {
      return connection; // H2 has no network
    } catch (SQLException | RuntimeException failed) {
      connection.close();
      throw failed;
    }
    return connection;
  }
}
