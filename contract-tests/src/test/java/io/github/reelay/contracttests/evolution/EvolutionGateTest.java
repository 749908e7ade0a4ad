package io.github.reelay.contracttests.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate over the documents of this source tree, and over a copy in which somebody edits. */
class EvolutionGateTest {
  private static final Repository HERE = Repository.here();

  @TempDir private Path folder;

  @Test
  void versionsAndChangelogSayWhatChangedInTheContracts() throws IOException {
    assertThat(HERE.problems()).isEmpty();
  }

  @Test
  void comparesEveryProvider() throws IOException {
    assertThat(HERE.providers()).contains("22codex", "toapis", "xingchaoyiqing");
  }

  @BeforeEach
  void releaseACopy() throws IOException {
    Files.createDirectories(folder.resolve("api-specs/baseline"));
    Files.createDirectories(folder.resolve(Repository.working("x")).getParent());
    Files.writeString(folder.resolve("api-specs/baseline/waivers.yaml"), "waivers: []\n");
    Files.writeString(folder.resolve("CHANGELOG.md"), "## Unreleased\n");
    for (String provider : HERE.providers()) {
      Path document = HERE.root().resolve(Repository.working(provider));
      Files.copy(document, folder.resolve(Repository.working(provider)));
      Files.copy(document, folder.resolve(Repository.released(provider)));
    }
  }

  @Test
  void findsNothingInWhatWasJustReleased() throws IOException {
    assertThat(new Repository(folder).problems()).isEmpty();
  }

  @Test
  void doesNotMindCommentsAndLayout() throws IOException {
    edit(Repository.working("toapis"), "openapi: 3.0.3", "# A comment.\nopenapi:   '3.0.3'");

    assertThat(new Repository(folder).problems()).isEmpty();
  }

  @Test
  void findsAnEditOfAFile() throws IOException {
    edit(Repository.working("22codex"), "x-known-values: [processing]", "x-known-values: [busy]");

    assertThat(new Repository(folder).problems())
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .endsWith(
                        """

                          breaking: `PendingInfo.status` may now say busy, at \
                        /components/schemas/PendingInfo/properties/status
                          patch: `PendingInfo.status` does not say processing any more, at \
                        /components/schemas/PendingInfo/properties/status"""));
  }

  @Test
  void asksForTheReleasedDocumentOfANewProvider() throws IOException {
    Files.delete(folder.resolve(Repository.released("toapis")));

    assertThat(new Repository(folder).problems())
        .containsExactly(
            """
            expected api-specs/baseline/toapis.yaml beside \
            api-specs/src/main/resources/io/github/reelay/specs/toapis.yaml, found none; copy \
            the other one, or delete it.""");
  }

  @Test
  void missesADocumentThatWasReleased() throws IOException {
    Files.delete(folder.resolve(Repository.working("toapis")));

    assertThat(new Repository(folder).problems())
        .containsExactly(
            """
            expected api-specs/src/main/resources/io/github/reelay/specs/toapis.yaml beside \
            api-specs/baseline/toapis.yaml, found none; copy the \
            other one, or delete it.""");
  }

  @Test
  void refusesAKeyThatStandsTwice() throws IOException {
    edit(Repository.working("toapis"), "openapi: 3.0.3", "openapi: 3.0.3\nopenapi: 3.0.3");

    assertThatThrownBy(new Repository(folder)::problems)
        .hasMessageContaining("found duplicate key openapi");
  }

  private void edit(String file, String from, String to) throws IOException {
    String text = Files.readString(folder.resolve(file));
    assertThat(text).contains(from);
    Files.writeString(folder.resolve(file), text.replace(from, to));
  }
}
