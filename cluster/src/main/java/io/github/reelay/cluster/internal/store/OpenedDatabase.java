package io.github.reelay.cluster.internal.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;

/**
 * A database that was opened by its URL, with a pool of its own.
 *
 * @param source gives connections
 * @param release closes them
 */
public record OpenedDatabase(DataSource source, Runnable release) {
  private static final int CONNECTIONS = 8;

  /** How long the first connection may take; the others have two seconds. */
  private static final long STARTING_MILLIS = 10_000;

  /** What H2 says of a URL that it cannot read, and repeats with all its settings. */
  private static final Set<String> WRONG_URL = Set.of("90046", "90011");

  /**
   * Opens a database.
   *
   * @throws IllegalArgumentException if the URL is of another database
   * @throws IllegalStateException if the driver or the pool is not on the class path
   * @throws SQLException if the database cannot be opened
   */
  public static OpenedDatabase of(String url) throws SQLException {
    if (url.startsWith("jdbc:postgresql:")) {
      require("org.postgresql.Driver", "org.postgresql", "postgresql");
      require("com.zaxxer.hikari.HikariDataSource", "com.zaxxer", "HikariCP");
      return PostgresPool.open(url);
    }
    if (url.startsWith("jdbc:h2:")) {
      require("org.h2.jdbcx.JdbcConnectionPool", "com.h2database", "h2");
      return H2Pool.open(url);
    }
    throw new IllegalArgumentException(
        "expected a URL such as jdbc:postgresql://host/database or jdbc:h2:file:./tasks, found one"
            + " of another database");
  }

  static void require(String type, String group, String artifact) {
    try {
      Class.forName(type, false, OpenedDatabase.class.getClassLoader());
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException(
          "expected "
              + group
              + ":"
              + artifact
              + " on the class path, found none; add <dependency><groupId>"
              + group
              + "</groupId><artifactId>"
              + artifact
              + "</artifactId></dependency>",
          missing);
    }
  }

  /** A class of its own, so that the pool is looked for only if it is used. */
  private static final class PostgresPool {
    static OpenedDatabase open(String url) throws SQLException {
      HikariConfig config = new HikariConfig();
      config.setJdbcUrl(url);
      config.setPoolName("reelay-cluster");
      config.setMaximumPoolSize(CONNECTIONS);
      config.setConnectionTimeout(2_000);
      config.setValidationTimeout(1_000);
      config.setInitializationFailTimeout(STARTING_MILLIS);
      config.addDataSourceProperty("connectTimeout", "2");
      config.addDataSourceProperty("socketTimeout", "5");
      config.addDataSourceProperty("tcpKeepAlive", "true");
      config.addDataSourceProperty("ApplicationName", "reelay-cluster");
      HikariDataSource pool = pool(config);
      return checked(new OpenedDatabase(pool, pool::close));
    }

    /** What is thrown about a URL repeats it, and it may hold a password. */
    private static HikariDataSource pool(HikariConfig config) throws SQLException {
      try {
        return new HikariDataSource(config);
      } catch (HikariPool.PoolInitializationException failed) {
        throw new SQLTransientConnectionException(failed.getMessage(), "08001", failed.getCause());
      } catch (RuntimeException secret) {
        throw new IllegalArgumentException(
            "expected a URL such as jdbc:postgresql://host/database?user=name, found one that the"
                + " driver of PostgreSQL does not take");
      }
    }
  }

  private static final class H2Pool {
    static OpenedDatabase open(String url) throws SQLException {
      JdbcDataSource source = new JdbcDataSource();
      source.setURL(url);
      if (!url.toUpperCase(Locale.ROOT).contains(";USER=")) {
        source.setUser("sa");
      }
      JdbcConnectionPool pool = JdbcConnectionPool.create(source);
      pool.setMaxConnections(CONNECTIONS * 4);
      return checked(new OpenedDatabase(pool, pool::dispose));
    }
  }

  private static OpenedDatabase checked(OpenedDatabase opened) throws SQLException {
    try {
      opened.source().getConnection().close();
      return opened;
    } catch (SQLException failed) {
      opened.release().run();
      if (WRONG_URL.contains(failed.getSQLState())) {
        throw new IllegalArgumentException(
            "expected a URL such as jdbc:h2:file:./tasks, found one that H2 cannot read; the path"
                + " is absolute, or begins with ./ or ~/");
      }
      throw failed;
    }
  }
}
