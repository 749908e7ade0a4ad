package io.github.reelay.contracttests.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.reelay.contracttools.facts.Sources;
import io.github.reelay.contracttools.facts.Table;
import io.github.reelay.contracttools.facts.Traceability;
import io.github.reelay.contracttools.facts.TraceabilityPage;
import io.github.reelay.contracttools.spec.Root;
import io.github.reelay.contracttools.spec.TestProviders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TraceabilityTest {
  private static final String REWRITE = "traceability.rewrite";

  private final Traceability traceability = Sources.read("io.github.reelay.contracttests");

  @Test
  void everyFactHasAHomeAndEveryReferenceAFact() {
    System.out.print(Table.of(traceability));

    assertThat(traceability.problems()).isEmpty();
  }

  @Test
  void coversEveryProviderThatAProgramFindsUnderALetterOfItsOwn() {
    assertThat(traceability.sources())
        .extracting(source -> source.register().provider())
        .containsExactlyElementsOf(TestProviders.names());
    assertThat(traceability.sources())
        .extracting(source -> source.register().letter())
        .as("the letters, of which each provider has its own")
        .doesNotHaveDuplicates();
  }

  @Test
  void thePageIsCurrent() throws IOException {
    Path file = Root.path("docs/traceability.md");
    String page = TraceabilityPage.of(traceability);

    if (Boolean.getBoolean(REWRITE)) {
      Files.writeString(file, page);
      fail("wrote docs/traceability.md; run the build again without -D%s=true", REWRITE);
    }

    String found = Files.exists(file) ? Files.readString(file) : "";
    assertThat(TraceabilityPage.differences(page, found)).isEmpty();
  }
}
