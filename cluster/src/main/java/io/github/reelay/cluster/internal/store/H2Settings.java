package io.github.reelay.cluster.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** What an H2 database must be like, so that nothing that was confirmed is lost. */
final class H2Settings {
  private static final String WRITE_DELAY =
      "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'";

  /** They lose confirmed commits of a file when the process is killed; it was seen with each. */
  private static final List<String> LOSSY = List.of("2.5.250", "2.5.252");

  private H2Settings() {}

  /**
   * Lets each commit wait for the disk: half a second of commits would be gone after a kill.
   *
   * @param connection is kept open meanwhile, so that the source opens another one
   * @throws IllegalStateException if this version of H2 loses commits all the same, if other
   *     processes can open the database, if its user may not change it, or if each new connection
   *     changes it back
   */
  static void apply(Connection connection, DataSource source) throws SQLException {
    checkVersion(connection.getMetaData().getDatabaseProductVersion());
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
          "expected to set WRITE_DELAY to 0 in the H2 database, found that its user may not; let an"
              + " administrator set it",
          refused);
    }
    try (Connection another = source.getConnection();
        Statement look = another.createStatement();
        ResultSet rows = look.executeQuery(WRITE_DELAY)) {
      if (rows.next() && !rows.getString(1).equals("0")) {
        throw new IllegalStateException(
            "expected a WRITE_DELAY of 0 in the URL of the H2 database, found "
                + rows.getString(1)
                + ", with which a kill loses what was confirmed; leave it out");
      }
    }
  }

  static void checkVersion(String version) {
    for (String lossy : LOSSY) {
      if (version.equals(lossy) || version.startsWith(lossy + " ")) {
        throw new IllegalStateException(
            "expected a version of H2 that keeps what it has confirmed, found "
                + lossy
                + ", which loses commits when the process is killed; use"
                + " com.h2database:h2:2.4.240");
      }
    }
  }
}
