package io.github.reelay.cluster;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A database that has no place for every character is refused before anything is in it. */
@Timeout(60)
@EnabledIfSystemProperty(named = "cluster.postgres", matches = "true")
class EncodingTest {

  @Test
  void onlyUtf8IsTaken() throws Exception {
    String url = PostgresServer.shared().latin1("latin");

    assertThatThrownBy(() -> ClusterTasks.open(url))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "expected a PostgreSQL database in UTF8, found one in LATIN1; make one with encoding"
                + " 'UTF8' template template0");
  }
}
