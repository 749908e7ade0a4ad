package io.github.reelay.cluster.internal.lease;

import io.github.reelay.cluster.internal.store.Database;
import io.github.reelay.cluster.internal.store.DatabaseHealth;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Lets db-scheduler wait while the database is away. It would try each heartbeat three times
 * instead, lease by lease, and log a stack trace each time.
 */
final class WaitingDataSource implements DataSource {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final DataSource source;
  private final DatabaseHealth health;

  WaitingDataSource(DataSource source, DatabaseHealth health) {
    this.source = source;
    this.health = health;
  }

  @Override
  public Connection getConnection() throws SQLException {
    try {
      if (!health.awaitUp(LIMIT)) {
        throw new SQLTransientConnectionException(
            "expected the database to come back, found it out of reach", "08001");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new SQLTransientConnectionException("stopped while the database was away", "08001");
    }
    try {
      return Database.open(source);
    } catch (SQLException failed) {
      health.failed(failed);
      throw failed;
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLException("expected a connection of the configured user, found another user");
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return source.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    source.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    source.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return source.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger("io.github.reelay.cluster");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return source.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return source.isWrapperFor(type);
  }
}
