package io.github.reelay.contracttools.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PactFilesTest {
  @TempDir private Path folder;

  @Test
  void differenceIsAnError() throws IOException {
    Path written = Files.writeString(folder.resolve("written.json"), "{\n  \"status\": 201\n}");
    Path committed = Files.writeString(folder.resolve("committed.json"), "{\n  \"status\": 200\n}");

    assertThatThrownBy(() -> PactFiles.requireEqual(written, committed))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "expected %s to equal the committed %s, found a difference in line 2; look at it with"
                    .formatted(written, committed)
                + " 'git diff --no-index' and take it over with -Dpact.rewrite=true");
  }

  @Test
  void shorterFileIsADifference() throws IOException {
    Path written = Files.writeString(folder.resolve("written.json"), "{\n}\n");
    Path committed = Files.writeString(folder.resolve("committed.json"), "{\n}\n\n");

    assertThatThrownBy(() -> PactFiles.requireEqual(written, committed))
        .hasMessageContaining("found a difference in line 3");
  }

  @Test
  void missingFileIsAnError() throws IOException {
    Path written = Files.writeString(folder.resolve("written.json"), "{}");
    Path committed = folder.resolve("committed.json");

    assertThatThrownBy(() -> PactFiles.requireEqual(written, committed))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "expected the committed pact %s, found no such file; run with -Dpact.rewrite=true"
                .formatted(committed));
  }

  @Test
  void rewritingTakesOverWhatDiffersAndFails() throws IOException {
    Path written = Files.writeString(folder.resolve("written.json"), "{}");
    Path committed = folder.resolve("committed.json");

    assertThatThrownBy(() -> PactFiles.rewrite(written, committed))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "%s was rewritten; look at the difference and run again without the option"
                .formatted(committed));

    assertThat(committed).hasSameBinaryContentAs(written);
    PactFiles.rewrite(written, committed);
  }
}
