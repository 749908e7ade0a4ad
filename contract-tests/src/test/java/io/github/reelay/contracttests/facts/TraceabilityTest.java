package io.github.reelay.contracttests.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TraceabilityTest {
  private static final String REWRITE = "traceability.rewrite";

  private final Traceability traceability = Sources.read();

  @Test
  void everyFactHasAHomeAndEveryReferenceAFact() {
    System.out.print(Table.of(traceability));

    assertThat(traceability.problems()).isEmpty();
  }

  @Test
  void thePageIsCurrent() throws IOException {
    Path file = Sources.root().resolve("docs/traceability.md");
    String page = TraceabilityPage.of(traceability);

    if (Boolean.getBoolean(REWRITE)) {
      Files.writeString(file, page);
      fail("wrote docs/traceability.md; run the build again without -D%s=true", REWRITE);
    }

    String found = Files.exists(file) ? Files.readString(file) : "";
    assertThat(TraceabilityPage.differences(page, found)).isEmpty();
  }
}
