package io.github.reelay.lint.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Version, changelog and waivers against an edit of a real document. */
class GateTest {
  private static final String FIELDS = "/components/schemas/GenerationTask/properties/";
  private static final String CODEX = "/components/schemas/UnifiedVideo/properties/id/maxLength";
  private static final String NOTHING = "waivers: []";
  private static final String ENTRY =
      """
      ## Unreleased
      - contract toapis 0.2.0: `GenerationTask.thumbnail` is gone (breaking).
      """;
  private static final String WAIVER =
      """
      waivers:
        - provider: toapis
          pointer: /components/schemas/GenerationTask/properties/thumbnail
          change: is gone
          reason: The provider never sent it.
      """;

  @Test
  void demandsVersionAndEntryOfABreakingChange() {
    EditedContract editedContract = EditedContract.of("toapis").remove(FIELDS + "thumbnail");

    assertThat(problems(editedContract, "## Unreleased\n", NOTHING))
        .containsExactly(
            """
            toapis: expected version 0.2.0 or higher after these changes since 0.1.0, found 0.1.0; \
            write 'version: 0.2.0' under info in \
            api-specs/src/main/resources/io/github/reelay/specs/toapis.yaml, or waive a change with \
            a reason in api-specs/baseline/waivers.yaml.
              breaking: `GenerationTask.thumbnail` is gone, at \
            /components/schemas/GenerationTask/properties/thumbnail\
            """,
            """
            toapis: expected an entry on version 0.2.0 under ## Unreleased in CHANGELOG.md, found \
            none; write there '- contract toapis 0.2.0: `GenerationTask.thumbnail` is gone \
            (breaking).'.\
            """);
  }

  @Test
  void acceptsWhatItDemanded() {
    EditedContract editedContract =
        EditedContract.of("toapis").remove(FIELDS + "thumbnail").put("/info/version", "0.2.0");

    assertThat(problems(editedContract, ENTRY, NOTHING)).isEmpty();
  }

  @Test
  void isNotContentWithAPatchForABreakingChange() {
    EditedContract editedContract =
        EditedContract.of("toapis").remove(FIELDS + "thumbnail").put("/info/version", "0.1.9");

    assertThat(problems(editedContract, ENTRY, NOTHING))
        .singleElement()
        .asString()
        .startsWith(
            "toapis: expected version 0.2.0 or higher after these changes since 0.1.0, found"
                + " 0.1.9;");
  }

  @Test
  void allowsAHigherVersionAndDemandsItsEntry() {
    EditedContract editedContract =
        EditedContract.of("toapis").remove(FIELDS + "thumbnail").put("/info/version", "1.0.0");

    assertThat(problems(editedContract, "", NOTHING))
        .containsExactly(
            """
            toapis: expected an entry on version 1.0.0 under ## Unreleased in CHANGELOG.md, found \
            none; write there '- contract toapis 1.0.0: `GenerationTask.thumbnail` is gone \
            (breaking).'.\
            """);
  }

  @Test
  void demandsTheNameOfEachChangeThatACallerNotices() {
    EditedContract editedContract =
        EditedContract.of("toapis")
            .remove(FIELDS + "thumbnail")
            .remove(FIELDS + "duration")
            .put(FIELDS + "seed", "{type: string}")
            .put(FIELDS + "url/description", "Other words.")
            .put("/info/version", "0.2.0");

    assertThat(problems(editedContract, ENTRY, NOTHING))
        .containsExactly(
            """
            toapis: expected the entry '- contract toapis 0.2.0:' in CHANGELOG.md to name \
            `GenerationTask.duration`, `GenerationTask.seed`, found \
            '`GenerationTask.thumbnail` is gone (breaking).'; add what happened there.\
            """);
  }

  @Test
  void demandsAnEntryOfAPatchWithoutNames() {
    EditedContract editedContract =
        EditedContract.of("toapis")
            .put(FIELDS + "url/description", "Other words.")
            .put("/info/version", "0.1.1");

    assertThat(problems(editedContract, "", NOTHING))
        .containsExactly(
            """
            toapis: expected an entry on version 0.1.1 under ## Unreleased in CHANGELOG.md, found \
            none; write there '- contract toapis 0.1.1: nothing that a caller notices.'.\
            """);
    assertThat(problems(editedContract, "## Unreleased\n- contract toapis 0.1.1: a word.", NOTHING))
        .isEmpty();
  }

  @Test
  void demandsTheVersionOfAPatch() {
    EditedContract editedContract =
        EditedContract.of("toapis").put(FIELDS + "url/description", "Other words.");

    assertThat(problems(editedContract, "## Unreleased\n- contract toapis 0.1.1: a word.", NOTHING))
        .containsExactly(
            """
            toapis: expected version 0.1.1 or higher after these changes since 0.1.0, found 0.1.0; \
            write 'version: 0.1.1' under info in \
            api-specs/src/main/resources/io/github/reelay/specs/toapis.yaml.
              patch: `GenerationTask.url` has another text of description, at \
            /components/schemas/GenerationTask/properties/url\
            """);
  }

  @Test
  void refusesAHigherVersionOfAnUnchangedDocument() {
    EditedContract editedContract = EditedContract.of("toapis").put("/info/version", "0.1.1");

    assertThat(problems(editedContract, "", NOTHING))
        .containsExactly(
            """
            toapis: expected version 0.1.0, since nothing changed after its release, found 0.1.1; \
            write 'version: 0.1.0' under info in \
            api-specs/src/main/resources/io/github/reelay/specs/toapis.yaml.\
            """);
  }

  @Test
  void refusesAnEntryOfAVersionThatDoesNotCome() {
    assertThat(problems(EditedContract.of("toapis"), ENTRY, NOTHING))
        .containsExactly(
            """
            CHANGELOG.md: expected under ## Unreleased only the versions that are to come, found \
            '- contract toapis 0.2.0:'; delete that entry.\
            """);
  }

  @Test
  void doesNotTakeTheEntryOfAnotherContract() {
    EditedContract editedContract =
        EditedContract.of("22codex").put(CODEX, "64").put("/info/version", "0.2.0");

    assertThat(problems(editedContract, ENTRY, NOTHING))
        .containsExactly(
            """
            22codex: expected an entry on version 0.2.0 under ## Unreleased in CHANGELOG.md, found \
            none; write there '- contract 22codex 0.2.0: `UnifiedVideo.id` changed maxLength from \
            none to 64 (breaking).'.\
            """,
            """
            CHANGELOG.md: expected under ## Unreleased only the versions that are to come, found \
            '- contract toapis 0.2.0:'; delete that entry.\
            """);
  }

  @Test
  void countsAWaivedChangeAsAPatch() {
    EditedContract editedContract =
        EditedContract.of("toapis").remove(FIELDS + "thumbnail").put("/info/version", "0.1.1");

    assertThat(problems(editedContract, "## Unreleased\n- contract toapis 0.1.1: a word.", WAIVER))
        .isEmpty();
  }

  @Test
  void doesNotTakeAWaiverForAnotherChange() {
    EditedContract editedContract =
        EditedContract.of("toapis")
            .put(FIELDS + "thumbnail/type", "integer")
            .put("/info/version", "0.2.0");

    assertThat(
            problems(
                editedContract,
                "## Unreleased\n- contract toapis 0.2.0: `GenerationTask.thumbnail` is a number.",
                WAIVER))
        .containsExactly(
            """
            api-specs/baseline/waivers.yaml: expected a breaking or minor change of toapis at \
            /components/schemas/GenerationTask/properties/thumbnail that reads 'is gone', found \
            none; delete the waiver.\
            """);
  }

  private static List<String> problems(
      EditedContract editedContract, String changelog, String waivers) {
    Gate gate =
        new Gate(
            Tree.HERE,
            Changelog.parse(changelog),
            Waivers.parse("api-specs/baseline/waivers.yaml", waivers));
    gate.compare(editedContract.released(), editedContract.working());
    return gate.problems();
  }
}
