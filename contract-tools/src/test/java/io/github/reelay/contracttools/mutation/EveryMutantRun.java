package io.github.reelay.contracttools.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.reelay.contracttools.spec.Root;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every mutant of every document, and the page with the figures. Run by {@code .ci/run} and by
 * {@code -Pspec-mutation} only, hence not named as a test: it takes minutes.
 */
class EveryMutantRun {
  private static final Path TABLE = Root.path("contract-tools/target/spec-mutation.md");
  private static final Path PAGE = Root.path("docs/spec-mutation.md");
  private static final String REWRITE = "mutation.rewrite";
  private static final List<MutantResult> RESULTS =
      Mutants.all().map(MutationEngine.full()::judge).toList();

  @BeforeAll
  static void writeTheTable() throws IOException {
    Files.createDirectories(TABLE.getParent());
    Files.writeString(TABLE, MutationTable.of(RESULTS));
    System.out.print(MutationTable.totals(RESULTS));
  }

  @Test
  void noneSurvivesOnWhichTheReaderTheMapperOrTheRequestDepends() {
    assertThat(MutationTable.gaps(RESULTS)).isEmpty();
  }

  @Test
  void thePageIsCurrent() throws IOException {
    String page = MutationTable.page(RESULTS);
    if (Boolean.getBoolean(REWRITE)) {
      Files.writeString(PAGE, page);
      fail("wrote docs/spec-mutation.md; run the build again without -D%s=true", REWRITE);
    }

    assertThat(PAGE)
        .as("docs/spec-mutation.md; rewrite it with -D%s=true", REWRITE)
        .content()
        .isEqualToNormalizingNewlines(page);
  }
}
