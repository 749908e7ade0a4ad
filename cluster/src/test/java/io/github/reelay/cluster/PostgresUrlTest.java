package io.github.reelay.cluster;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What is said of a PostgreSQL that cannot be used, before anything is in it. */
@Timeout(60)
@EnabledIfSystemProperty(named = "cluster.postgres", matches = "true")
class PostgresUrlTest {

  @Test
  void onlyUtf8IsTaken() throws Exception {
    String url = PostgresServer.shared().latin1("latin");

    assertThatThrownBy(() -> ClusterTasks.open(url))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "expected a PostgreSQL database in UTF8, found one in LATIN1; make one with encoding"
                + " 'UTF8' template template0");
  }

  @Test
  void aServerThatIsNotThereIsReportedAsSuch() {
    String url = "jdbc:postgresql://127.0.0.1:1/tasks?user=me&password=secret";

    assertThatThrownBy(() -> ClusterTasks.open(url))
        .isInstanceOf(ClusterException.class)
        .hasMessage(
            "expected to open the database of the cluster, found the database out of reach; nothing"
                + " is half done, so try again later");
  }
}
