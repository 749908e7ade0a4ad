package io.github.reelay.contracttests.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contracttests.spec.Root;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every mutant of every document. Run by {@code -Pspec-mutation} only, hence not named as a test:
 * it takes minutes.
 */
class EveryMutantRun {
  private static final Path TABLE = Root.path("contract-tests/target/spec-mutation.md");

  @Test
  void noneSurvivesOnWhichTheReaderTheMapperOrTheRequestDepends() throws IOException {
    MutationEngine mutationEngine = MutationEngine.full();

    List<MutantResult> results = Mutants.all().map(mutationEngine::judge).toList();

    Files.createDirectories(TABLE.getParent());
    Files.writeString(TABLE, MutationTable.of(results));
    System.out.print(MutationTable.of(results));
    assertThat(MutationTable.gaps(results)).isEmpty();
  }
}
