package io.github.reelay.cluster;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;

/** A database of one test, and a second pair of eyes on its tables. */
final class TestDatabase implements AutoCloseable {
  final HikariDataSource source;
  final boolean isPostgres;

  private TestDatabase(HikariDataSource source, boolean isPostgres) {
    this.source = source;
    this.isPostgres = isPostgres;
  }

  /** Which databases there are; PostgreSQL if the build wants it. */
  enum Kind {
    H2,
    POSTGRESQL;

    TestDatabase open() throws Exception {
      String name = "c" + UUID.randomUUID().toString().substring(0, 8);
      HikariConfig config = new HikariConfig();
      config.setMaximumPoolSize(8);
      config.setConnectionTimeout(2_000);
      if (this == H2) {
        config.setJdbcUrl("jdbc:h2:mem:" + name);
        config.setMaximumPoolSize(40);
        config.setMinimumIdle(2);
      } else {
        config.setJdbcUrl(PostgresServer.shared().schema(name));
      }
      return new TestDatabase(new HikariDataSource(config), this == POSTGRESQL);
    }
  }

  /** A PostgreSQL that has the tables of a cluster. */
  static TestDatabase at(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(1);
    return new TestDatabase(new HikariDataSource(config), true);
  }

  /** The kinds that this build tests. */
  static Kind[] kinds() {
    return Boolean.getBoolean("cluster.postgres") ? Kind.values() : new Kind[] {Kind.H2};
  }

  DataSource source() {
    return source;
  }

  /** How many rows a table has, or those that a condition behind its name selects. */
  int count(String sql) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + sql)) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    source.close(); // with its last connection a database in memory is gone
  }
}
