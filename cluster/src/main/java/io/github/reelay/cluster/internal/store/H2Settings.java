package io.github.reelay.cluster.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What an H2 database must be like, so that nothing that was confirmed is lost. */
final class H2Settings {
  private H2Settings() {}

  /**
   * Lets each commit wait for the disk, whatever the URL says: half a second of commits would be
   * gone after a kill.
   *
   * @throws IllegalStateException if other processes can open it, or the user may not change it
   */
  static void apply(Connection connection) throws SQLException {
    String url = String.valueOf(connection.getMetaData().getURL());
    if (url.startsWith("jdbc:h2:tcp:") || url.startsWith("jdbc:h2:ssl:")) {
      throw new IllegalStateException(
          "expected an H2 database in this process, found one behind a server; use PostgreSQL for"
              + " several processes");
    }
    try (Statement set = connection.createStatement()) {
      set.execute("set write_delay 0");
    } catch (SQLException refused) {
      throw new IllegalStateException(
          "expected to set WRITE_DELAY to 0 in the H2 database, found that its user may not; append"
              + " ;WRITE_DELAY=0 to the URL of an administrator",
          refused);
    }
  }
}
