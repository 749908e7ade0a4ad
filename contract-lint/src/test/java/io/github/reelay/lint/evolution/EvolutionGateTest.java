package io.github.reelay.lint.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate over a copy of the released documents, which is then edited. */
class EvolutionGateTest {
  @TempDir private Path folder;

  @Test
  void comparesEveryProvider() throws IOException {
    assertThat(tree().providers()).isEqualTo(Tree.HERE.providers()).hasSizeGreaterThanOrEqualTo(3);
  }

  @BeforeEach
  void releaseACopy() throws IOException {
    Files.createDirectories(folder.resolve("api-specs/baseline"));
    Files.createDirectories(folder.resolve(tree().working("x")).getParent());
    Files.writeString(folder.resolve("api-specs/baseline/waivers.yaml"), "waivers: []\n");
    Files.writeString(folder.resolve("CHANGELOG.md"), "## Unreleased\n");
    for (String provider : Tree.HERE.providers()) {
      Path document = Tree.ROOT.resolve(Tree.HERE.released(provider));
      Files.copy(document, folder.resolve(tree().working(provider)));
      Files.copy(document, folder.resolve(tree().released(provider)));
    }
  }

  @Test
  void findsNothingInWhatWasJustReleased() throws IOException {
    assertThat(tree().problems()).isEmpty();
  }

  @Test
  void doesNotMindCommentsAndLayout() throws IOException {
    edit(tree().working("toapis"), "openapi: 3.0.3", "# A comment.\nopenapi:   '3.0.3'");

    assertThat(tree().problems()).isEmpty();
  }

  @Test
  void findsAnEditOfAFile() throws IOException {
    edit(tree().working("22codex"), "x-known-values: [processing]", "x-known-values: [busy]");

    assertThat(tree().problems())
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .endsWith(
                        """

                          breaking: `PendingInfo.status` may now say busy, at \
                        /components/schemas/PendingInfo/properties/status
                          patch: `PendingInfo.status` does not say processing any more, at \
                        /components/schemas/PendingInfo/properties/status\
                        """));
  }

  @Test
  void demandsTheReleasedDocumentOfANewProvider() throws IOException {
    Files.delete(folder.resolve(tree().released("toapis")));

    assertThat(tree().problems())
        .containsExactly(
            """
            expected api-specs/baseline/toapis.yaml next to \
            api-specs/src/main/resources/io/github/reelay/specs/toapis.yaml, found none; copy \
            the other one, or delete it.\
            """);
  }

  @Test
  void missesADocumentThatWasReleased() throws IOException {
    Files.delete(folder.resolve(tree().working("toapis")));

    assertThat(tree().problems())
        .containsExactly(
            """
            expected api-specs/src/main/resources/io/github/reelay/specs/toapis.yaml next to \
            api-specs/baseline/toapis.yaml, found none; copy the \
            other one, or delete it.\
            """);
  }

  @Test
  void refusesAKeyThatStandsTwice() throws IOException {
    edit(tree().working("toapis"), "openapi: 3.0.3", "openapi: 3.0.3\nopenapi: 3.0.3");

    assertThat(tree().problems())
        .containsExactly("toapis.yaml: expected each member once, found openapi twice in line 4");
  }

  @Test
  void refusesAVersionThatIsNoneAndAReferenceToNothing() throws IOException {
    edit(tree().working("toapis"), "version: 0.1.0", "version: next");
    edit(tree().working("xingchaoyiqing"), "    ErrorBody:", "    OtherBody:");

    assertThat(tree().problems())
        .containsExactly(
            "toapis: expected three numbers such as 0.1.0 at /info/version, found 'next'; write it"
                + " so.",
            "xingchaoyiqing: expected what $ref #/components/schemas/ErrorBody names in the"
                + " document, found nothing; correct the reference.");
  }

  private Repository tree() {
    return Tree.at(folder);
  }

  private void edit(String file, String from, String to) throws IOException {
    String text = Files.readString(folder.resolve(file));
    assertThat(text).contains(from);
    Files.writeString(folder.resolve(file), text.replace(from, to));
  }
}
