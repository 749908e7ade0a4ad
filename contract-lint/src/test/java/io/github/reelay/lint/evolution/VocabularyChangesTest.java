package io.github.reelay.lint.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a document says of the canonical values is part of the contract with those who read tasks.
 */
class VocabularyChangesTest {
  private static final String TASK = "/components/schemas/GenerationTask/properties/";
  private static final String GET = "/paths/~1v1~1videos~1generations~1{task_id}/get";

  /** A released document with a little of the vocabulary. */
  private static EditedContract annotated() {
    return EditedContract.of("toapis")
        .put("/info/x-provider", "toapis")
        .put(GET + "/x-polling", "{interval: 10}")
        .put(TASK + "url/x-reelay", "video.url")
        .put(TASK + "status/x-means", "{queued: [queued]}")
        .put(TASK + "error/x-reelay-inside", "{message: failure.message}")
        .put(TASK + "url/x-present-on", "[completed]");
  }

  private static List<String> changes(EditedContract working) {
    return Comparison.of(annotated().working(), working.working()).stream()
        .map(Change::toString)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "url/x-reelay | video.thumbnailUrl | x-reelay from video.url to video.thumbnailUrl",
        "url/x-reelay | [video.url, failure.message] |"
            + " x-reelay from video.url to [\"video.url\",\"failure.message\"]",
        "url/x-present-on | [completed, failed] |"
            + " x-present-on from [\"completed\"] to [\"completed\",\"failed\"]",
        "status/x-means | {running: [queued]} |"
            + " x-means from {\"queued\":[\"queued\"]} to {\"running\":[\"queued\"]}",
        "error/x-reelay-inside | {code: failure.code} |"
            + " x-reelay-inside from {\"message\":\"failure.message\"} to"
            + " {\"code\":\"failure.code\"}",
      })
  void breaksReadersOfTasksIfItChanges(String pointer, String value, String change) {
    String property = pointer.substring(0, pointer.indexOf('/'));

    assertThat(changes(annotated().put(TASK + pointer, value)))
        .containsExactly(
            "breaking: `GenerationTask.%s` changed %s, at %s%s"
                .formatted(property, change, TASK, property));
  }

  @Test
  void breaksReadersOfTasksIfItGoes() {
    assertThat(changes(annotated().remove(TASK + "url/x-reelay")))
        .containsExactly(
            "breaking: `GenerationTask.url` changed x-reelay from video.url to none, at "
                + TASK
                + "url");
    assertThat(changes(annotated().remove(TASK + "status/x-means")))
        .containsExactly(
            "breaking: `GenerationTask.status` changed x-means from {\"queued\":[\"queued\"]} to"
                + " none, at "
                + TASK
                + "status");
  }

  @Test
  void breaksPollingIfTheFiguresChange() {
    assertThat(changes(annotated().put(GET + "/x-polling", "{interval: 30}")))
        .containsExactly(
            "breaking: `getVideoTask` changed x-polling from {\"interval\":10} to"
                + " {\"interval\":30}, at "
                + GET);
  }

  @Test
  void addsWhereNothingWasSaid() {
    assertThat(changes(annotated().put(TASK + "model/x-reelay", "model")))
        .containsExactly(
            "minor: `GenerationTask.model` changed x-reelay from none to model, at "
                + TASK
                + "model");
  }

  @Test
  void isOneChangeWhereADocumentBeginsWithIt() {
    assertThat(annotated().changes())
        .containsExactly("minor: `document` says what its values mean, at the root");
    assertThat(annotated().remove(TASK + "thumbnail").changes())
        .containsExactly(
            "breaking: `GenerationTask.thumbnail` is gone, at " + TASK + "thumbnail",
            "minor: `document` says what its values mean, at the root");
  }

  @Test
  void saysNothingOfADayOnWhichNothingChanged() {
    assertThat(changes(annotated().put("/info/x-last-verified", "'2026-12-01'")))
        .containsExactly("patch: `info` has another text of x-last-verified, at /info");
  }
}
