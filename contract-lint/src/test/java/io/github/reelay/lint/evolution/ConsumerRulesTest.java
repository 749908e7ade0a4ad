package io.github.reelay.lint.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Edits of the real documents, each with the verdict that a consumer needs, word for word. */
class ConsumerRulesTest {
  private static final String PROGRESS = "/components/schemas/GenerationTask/properties/progress";

  private static final String GET = "/paths/~1v1~1videos~1video_id/get";
  private static final String HEAD = "/paths/~1v1~1videos~1video_id/head";

  static Stream<Case> fifteenEdits() {
    return Case.in("fifteen-edits.yaml");
  }

  static Stream<Case> otherEdits() {
    return Stream.of("requests.yaml", "responses.yaml", "texts.yaml", "same-things.yaml")
        .flatMap(Case::in);
  }

  static Stream<Case> takenBack() {
    return Case.in("taken-back.yaml");
  }

  @ParameterizedTest
  @MethodSource("fifteenEdits")
  void judgesWhatOtherToolsMiss(Case edit) {
    EditedContract editedContract = edit.apply(EditedContract.of("toapis"));

    assertThat(editedContract.changes()).containsExactlyElementsOf(edit.changes());
    assertThat(editedContract.leastVersion()).isEqualTo(edit.version());
  }

  @Test
  void knowsAllFifteen() {
    assertThat(fifteenEdits()).hasSize(15);
  }

  @ParameterizedTest
  @MethodSource("otherEdits")
  void judgesEveryEditForAConsumer(Case edit) {
    EditedContract editedContract = edit.apply(EditedContract.of("22codex"));

    assertThat(editedContract.changes()).containsExactlyElementsOf(edit.changes());
  }

  @ParameterizedTest
  @MethodSource("takenBack")
  void judgesAnEditThatIsTakenBack(Case edit) {
    EditedContract editedContract = edit.apply(EditedContract.of("22codex"));

    List<Change> changes = Comparison.of(editedContract.working(), editedContract.released());

    assertThat(changes).extracting(Change::toString).containsExactlyElementsOf(edit.changes());
  }

  @ParameterizedTest
  @CsvSource({
    "minimum, -1, breaking, 0",
    "minimum, 1, patch, 0",
    "maximum, 200, breaking, 100",
    "maximum, 50.5, patch, 100",
  })
  void distinguishesAWiderBoundFromANarrowerOne(
      String bound, String value, String verdict, String was) {
    EditedContract editedContract = EditedContract.of("toapis").put(PROGRESS + "/" + bound, value);

    assertThat(editedContract.changes())
        .containsExactly(
            "%s: `GenerationTask.progress` changed %s from %s to %s, at %s"
                .formatted(verdict, bound, was, value, PROGRESS));
  }

  @Test
  void followsAnOperationOnlyToWhereNoneWas() {
    Document released = twoOperations().working();
    Document working =
        twoOperations().remove(GET).put(HEAD + "/operationId", "getVideoTask").working();

    assertThat(Comparison.of(released, working))
        .extracting(Change::toString)
        .containsExactly(
            "breaking: `getVideoTask` is gone, at " + GET,
            "breaking: `seeVideoTask` changed operationId from seeVideoTask to getVideoTask, at "
                + HEAD);
  }

  @Test
  void followsAnOperationWhosePlaceAnotherTakes() {
    Document released = EditedContract.of("22codex").working();
    Document working =
        EditedContract.of("22codex")
            .rename(GET, "head")
            .put(GET, "{operationId: newTask}")
            .working();

    assertThat(Comparison.of(released, working))
        .extracting(Change::toString)
        .containsExactly(
            "breaking: `getVideoTask` changed method from GET to HEAD, at " + HEAD,
            "minor: `newTask` is new, at " + GET);
  }

  private static EditedContract twoOperations() {
    return EditedContract.of("22codex").put(HEAD, "{operationId: seeVideoTask}");
  }

  @Test
  void refusesAReferenceToNothing() {
    EditedContract editedContract =
        EditedContract.of("22codex").remove("/components/schemas/InpaintItem");

    assertThatThrownBy(editedContract::changes)
        .hasMessage(
            "22codex: expected what $ref #/components/schemas/InpaintItem names in the document,"
                + " found nothing; correct the reference.");
  }
}
