package io.github.reelay.specs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.reelay.lint.facts.FactFolder;
import io.github.reelay.lint.facts.Recordings;
import io.github.reelay.lint.facts.Table;
import io.github.reelay.lint.facts.Traceability;
import io.github.reelay.lint.facts.TraceabilityPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The registers of facts against the documents, before anything is generated from them. */
class FactsTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path TESTS = ROOT.resolve("contract-tests/src/test/java");
  private static final Recordings RECORDINGS =
      new Recordings(
          ROOT.resolve("contract-tests/src/test/resources/golden"),
          ROOT.resolve("contract-tests/pacts"));
  private static final String REWRITE = "traceability.rewrite";
  private static final FactFolder FACTS =
      new FactFolder(ROOT.resolve("api-specs/src/main/resources/io/github/reelay/specs"));

  @Test
  void everyFactSaysWhatDocumentsAndSamplesSay() throws IOException {
    assertThat(FACTS.problems()).isEmpty();
  }

  @Test
  void everyFactHasAHomeAndEveryReferenceAFact() throws IOException {
    Traceability traceability = FACTS.traceability(ROOT, TESTS, RECORDINGS);

    System.out.print(Table.of(traceability));
    assertThat(traceability.problems()).isEmpty();
  }

  @Test
  void thePageIsCurrent() throws IOException {
    Path file = ROOT.resolve("docs/traceability.md");
    String page = TraceabilityPage.of(FACTS.traceability(ROOT, TESTS, RECORDINGS));
    if (Boolean.getBoolean(REWRITE)) {
      Files.writeString(file, page);
      fail("wrote docs/traceability.md; run the build again without -D%s=true", REWRITE);
    }
    String found = Files.exists(file) ? Files.readString(file) : "";

    assertThat(TraceabilityPage.differences(page, found)).isEmpty();
  }
}
