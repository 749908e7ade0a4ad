package io.github.reelay.cluster;

import io.github.reelay.cluster.internal.schema.ClusterSchema;
import io.github.reelay.cluster.internal.store.Database;
import io.github.reelay.cluster.internal.store.DatabaseClock;
import io.github.reelay.cluster.internal.store.DatabaseHealth;
import io.github.reelay.cluster.internal.store.Dialect;
import io.github.reelay.cluster.internal.store.OpenedDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The database of a cluster, ready to be used.
 *
 * @param database runs transactions
 * @param clock has looked at the database's clock
 * @param release closes what was opened here
 */
record OpenCluster(Database database, DatabaseClock clock, Runnable release) {

  /**
   * Which database the caller has chosen so far.
   *
   * @param source one that the caller closes; null for one that is opened by its URL
   * @param url where it is; null for the default
   * @param createSchema whether missing tables are made; null for the default
   */
  record Choice(@Nullable DataSource source, @Nullable String url, @Nullable Boolean createSchema) {
    static final Choice DEFAULT = new Choice(null, null, null);

    Choice source(DataSource value) {
      return new Choice(value, null, createSchema);
    }

    Choice url(String value) {
      return new Choice(null, value, createSchema);
    }

    Choice createSchema(boolean value) {
      return new Choice(source, url, value);
    }
  }

  /**
   * The URL of a file of H2, in which each commit is on the disk before it is confirmed.
   *
   * @throws IllegalArgumentException if the path has a semicolon, with which settings begin
   */
  static String urlOf(Path file) {
    if (file.toAbsolutePath().toString().indexOf(';') >= 0) {
      throw new IllegalArgumentException(
          "expected a path without semicolons for a file of H2, found " + file);
    }
    return "jdbc:h2:file:" + file.toAbsolutePath() + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
  }

  /**
   * Opens it, makes its tables if that is wanted, and checks them.
   *
   * @throws ClusterException if the database cannot be reached
   * @throws IllegalStateException if it has no tables or those of another version, or if a driver
   *     is missing
   */
  static OpenCluster of(Choice choice, LongSupplier nanoTime, DatabaseHealth.Listener listener) {
    OpenedDatabase opened = open(choice);
    try {
      Dialect dialect = Database.dialectOf(opened.source());
      Database database =
          new Database(opened.source(), dialect, new DatabaseHealth(nanoTime, listener));
      boolean creates = choice.createSchema() == null ? !dialect.isShared() : choice.createSchema();
      ClusterSchema.prepare(database, creates);
      DatabaseClock clock = new DatabaseClock(nanoTime);
      database.inTransaction(
          connection -> {
            clock.look(connection);
            return true;
          });
      return new OpenCluster(database, clock, opened.release());
    } catch (SQLException failed) {
      opened.release().run();
      throw ClusterException.of("use the database of the cluster", failed);
    } catch (RuntimeException | Error refused) {
      opened.release().run();
      throw refused;
    }
  }

  private static OpenedDatabase open(Choice choice) {
    if (choice.source() != null) {
      return new OpenedDatabase(choice.source(), () -> {});
    }
    try {
      return OpenedDatabase.of(
          choice.url() == null ? urlOf(Path.of("reelay-cluster")) : choice.url());
    } catch (SQLException failed) {
      throw ClusterException.of("open the database of the cluster", failed);
    }
  }
}
