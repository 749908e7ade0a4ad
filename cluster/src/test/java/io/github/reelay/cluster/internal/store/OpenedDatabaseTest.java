package io.github.reelay.cluster.internal.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What a program lacks is named with what to add. */
class OpenedDatabaseTest {

  @Test
  void aMissingDriverIsReportedWithTheLineToAdd() {
    assertThatThrownBy(
            () -> OpenedDatabase.require("no.such.Driver", "org.postgresql", "postgresql"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "expected org.postgresql:postgresql on the class path, found none; add"
                + " <dependency><groupId>org.postgresql</groupId>"
                + "<artifactId>postgresql</artifactId></dependency>");
  }
}
