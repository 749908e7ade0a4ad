package io.github.reelay.lint.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One document against an earlier version of itself, in either form. */
class EvolutionTest {
  private static final String SHORT =
      """
      name: my
      version: 0.1.0
      baseUrl: https://relay.example
      path: /v1/videos/{id}
      polling: {interval: 15}
      words: {queued: [WAITING], running: [BUSY]}
      read: {id: /id, status: /status, video.url: [/url, /file]}
      """;

  private static final String FULL =
      """
      openapi: 3.0.3
      info: {title: my, version: 0.1.0, x-provider: my}
      servers: [{url: 'https://relay.example'}]
      paths: {}
      components:
        schemas:
          Task: {type: object, properties: {id: {type: string}, url: {type: string}}}
      """;

  @Test
  void nothingChangesInTheSameDocument() {
    assertThat(Evolution.between("my.yaml", SHORT, "# a comment\n" + SHORT).changes()).isEmpty();
    assertThat(Evolution.between("my.yaml", FULL, FULL).problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          queued: [WAITING]    | running: [WAITING]  | breaking: `words.WAITING` was queued and is running, at /words
          , running: [BUSY]    | ''                  | breaking: `words.BUSY` is gone, at /words
          queued: [WAITING]    | queued: [WAITING, NEW] | minor: `words.NEW` is new: queued, at /words
          [/url, /file]        | [/file, /url]       | breaking: `read.video.url` was ["/url","/file"] and is ["/file","/url"], at /read
          id: /id,             | 'id: /id, model: /model,' | minor: `read.model` is new: /model, at /read
          /v1/videos/{id}      | /v2/videos/{id}     | breaking: `path` was /v1/videos/{id} and is /v2/videos/{id}, at /path
          {interval: 15}       | {interval: 30}      | patch: `polling` was {"interval":15} and is {"interval":30}, at /polling
          """)
  void aChangeOfTheShortFormSaysWhatItMeans(String from, String to, String change) {
    String edited =
        SHORT
            .replace(from, to)
            .replace("running: [WAITING], running", "running: [WAITING], failed");

    assertThat(Evolution.between("my.yaml", SHORT, edited).changes()).contains(change);
  }

  @Test
  void theVersionOfTheShortFormHasToSayEnough() {
    String edited = SHORT.replace("/status", "/state");

    assertThat(Evolution.between("my.yaml", SHORT, edited).problems())
        .containsExactly(
            "my.yaml: expected version 0.2.0 or higher after a breaking change since 0.1.0, found"
                + " 0.1.0; write 'version: 0.2.0'.");
    assertThat(Evolution.between("my.yaml", SHORT, edited.replace("0.1.0", "0.2.0")).problems())
        .isEmpty();
  }

  @Test
  void aDocumentWithoutAVersionBeginsAtZero() {
    String without = SHORT.replace("version: 0.1.0\n", "");

    assertThat(
            Evolution.between("my.yaml", without, without.replace("/status", "/state")).problems())
        .containsExactly(
            "my.yaml: expected version 0.1.0 or higher after a breaking change since 0.0.0, found"
                + " 0.0.0; write 'version: 0.1.0'.");
  }

  @Test
  void anOpenApiDocumentIsComparedElementByElement() {
    Evolution evolution =
        Evolution.between("my.yaml", FULL, FULL.replace(", url: {type: string}", ""));

    assertThat(evolution.changes())
        .containsExactly(
            "breaking: `Task.url` is gone, at /components/schemas/Task/properties/url");
    assertThat(evolution.problems())
        .containsExactly(
            "my.yaml: expected version 0.2.0 or higher after a breaking change since 0.1.0, found"
                + " 0.1.0; write 'version: 0.2.0' under info.");
  }

  @Test
  void twoFormsAreNotCompared() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Evolution.between("my.yaml", SHORT, FULL))
        .withMessage(
            "my.yaml: expected two documents of one form, found the short form and OpenAPI; compare"
                + " them by eye, and start the new one at version 0.1.0.");
  }

  @Test
  void whatRepeatsItselfTooOftenIsNotCompared() {
    StringBuilder laughs = new StringBuilder("x0: &x0 {a: 1, b: 2}\n");
    for (int line = 1; line < 40; line++) {
      laughs.append("x%d: &x%d {a: *x%d, b: *x%d}\n".formatted(line, line, line - 1, line - 1));
    }

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Evolution.between("my.yaml", FULL + laughs, FULL))
        .withMessage(
            "my.yaml: in its earlier version: expected a document of usual size, found one that is"
                + " larger or repeats more in line 23");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Evolution.between("my.yaml", FULL, FULL + laughs))
        .withMessage(
            "expected a document of usual size, found one that is larger or repeats more in line"
                + " 23");
  }
}
