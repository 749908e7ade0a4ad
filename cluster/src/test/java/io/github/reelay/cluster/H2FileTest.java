package io.github.reelay.cluster;

import static io.github.reelay.cluster.ClusterFixture.await;
import static io.github.reelay.cluster.ScriptedProvider.handle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of H2 as the database of one process. */
@Timeout(60)
class H2FileTest {
  @TempDir private Path folder;

  private final ScriptedProvider provider = new ScriptedProvider();

  private String url(String settings) {
    return "jdbc:h2:file:" + folder.resolve("tasks") + settings;
  }

  private ClusterWatcherBuilder builder() {
    return ClusterWatcher.builder(provider.providers()).rules(ScriptedProvider::quick);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ";write_delay=0"})
  void eachCommitIsOnTheDisk(String settings) throws SQLException {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(url(settings));
    source.setUser("sa");
    try (ClusterWatcher replica = builder().database(source).start();
        Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select setting_value from information_schema.settings"
                    + " where setting_name = 'WRITE_DELAY'")) {
      assertThat(replica.metrics().databaseUp()).isTrue();
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("0");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"500", "10"})
  void aUrlThatLetsCommitsWaitIsRefused(String delay) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(url(";WRITE_DELAY=" + delay));
    source.setUser("sa");

    assertThatThrownBy(() -> builder().database(source).start())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "expected a WRITE_DELAY of 0 in the URL of the H2 database, found "
                + delay
                + ", with which a kill loses what was confirmed; leave it out");
  }

  @Test
  void aUserWhoMayNotChangeThatIsRefused() throws SQLException {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(url(""));
    source.setUser("guest");
    source.setPassword("guest");
    try (Connection connection = DriverManager.getConnection(url(""), "sa", "");
        Statement statement = connection.createStatement()) {
      statement.execute("create user guest password 'guest'");

      assertThatThrownBy(() -> builder().database(source).start())
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "expected to set WRITE_DELAY to 0 in the H2 database, found that its user may not;"
                  + " let an administrator set it");
    }
  }

  @Test
  void afterAKillTheFirstQueryDoesNotWaitForTheDead() throws Exception {
    try (ClusterTasks tasks = ClusterTasks.open(url(""))) {
      tasks.submit(handle(1));
    }
    try (Connection connection = DriverManager.getConnection(url(""), "sa", "");
        Statement statement = connection.createStatement()) {
      // What a killed process leaves: leases that look alive.
      statement.execute(
          "update reelay_lease set picked = true, picked_by = 'a-1/1/abcdef', version = 9,"
              + " last_heartbeat = current_timestamp + interval '1' hour");
    }

    try (ClusterWatcher replica = builder().database(url("")).start()) {
      await("it is queried")
          .untilAsserted(() -> assertThat(provider.count(handle(1))).isPositive());
      assertThat(replica.metrics().leasesRevived()).isZero();
    }
  }

  @Test
  void theFileOfAnotherProcessIsReportedAsSuch() throws Exception {
    ClusterTasks.open(url("")).close();

    try (RandomAccessFile file =
            new RandomAccessFile(folder.resolve("tasks.mv.db").toFile(), "rw");
        FileLock lock = file.getChannel().lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThatThrownBy(() -> builder().file(folder.resolve("tasks")).start())
          .isInstanceOf(ClusterException.class)
          .hasMessage(
              "expected to open the database of the cluster, found that another process has the"
                  + " file of H2 open; use PostgreSQL for several processes");
    }
  }

  @Test
  void aPathThatWouldBeReadAsSettingsIsRefused() {
    assertThatThrownBy(() -> ClusterTasks.open(Path.of("/tmp/a;b")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a path without semicolons for a file of H2, found /tmp/a;b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"jdbc:h2:file:tasks;PASSWORD=secret;PASSWORD", "jdbc:h2:;PASSWORD=secret"})
  void aUrlThatCannotBeReadIsNotRepeated(String url) {
    assertThatThrownBy(() -> ClusterTasks.open(url))
        .satisfies(
            refused ->
                assertThat(refused.getMessage() + refused.getCause()).doesNotContain("secret"));
  }

  /** The driver takes it for the name of a database on this host, and tries for ten seconds. */
  @Tag("long")
  @Test
  void aUrlThatNamesADatabaseOnThisHostIsNotRepeated() {
    aUrlThatCannotBeReadIsNotRepeated("jdbc:postgresql:secret:secret@host:port:port");
  }

  @Test
  void aUrlThatH2CannotReadNamesWhatItReads() {
    assertThatThrownBy(() -> ClusterTasks.open("jdbc:h2:file:tasks"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected a URL such as jdbc:h2:file:./tasks, found one that H2 cannot read; the path"
                + " is absolute, or begins with ./ or ~/");
  }

  @Test
  void aUrlThatTheDriverOfPostgresqlDoesNotTakeIsRefused() {
    assertThatThrownBy(() -> ClusterTasks.open("jdbc:postgresql://127.0.0.1:port/tasks"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected a URL such as jdbc:postgresql://host/database?user=name, found one that the"
                + " driver of PostgreSQL does not take");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:mysql://host/tasks?password=secret", "tasks", ""})
  void theUrlOfAnotherDatabaseIsNotRepeated(String url) {
    assertThatThrownBy(() -> ClusterTasks.open(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected a URL such as jdbc:postgresql://host/database or jdbc:h2:file:./tasks,"
                + " found one of another database");
  }
}
