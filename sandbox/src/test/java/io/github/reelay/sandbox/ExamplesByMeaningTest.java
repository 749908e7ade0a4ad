package io.github.reelay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words in an example say which state it shows; its name does not. */
class ExamplesByMeaningTest {
  private static final String DOCUMENT =
      """
      openapi: 3.0.3
      paths:
        /v1/jobs/{id}:
          get:
            x-polling: {firstQuery: 0, interval: 1, givesUpAfter: 60}
            x-envelope: /job
            x-unknown-task: [no_such_job]
            parameters:
              - {name: id, in: path, required: true, schema: {type: string}}
            responses:
              '200':
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Response'}
                    examples:
                      EXAMPLES
              '400':
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Refusal'}
                    examples:
                      strange: {value: {code: strange_id}}
                      gone: {value: {code: no_such_job}}
      info: {x-provider: jobs}
      components:
        schemas:
          Response:
            type: object
            properties:
              job: {$ref: '#/components/schemas/Job'}
          Job:
            type: object
            properties:
              id: {type: string, x-reelay: id}
              state:
                type: string
                x-means: WORDS
                x-reelay: status
              done: {type: string, x-unit: percent, x-reelay: progress.percent}
              at: {type: string, x-time: true, x-reelay: createdAt}
              ended: {type: number, x-time: true, x-unit: ms, x-reelay: completedAt}
              length: {type: integer, x-unit: ms, x-reelay: video.duration}
              file: {type: string, x-reelay: video.url}
              why: {type: string, x-reelay: failure.message}
          Refusal:
            type: object
            properties:
              code: {type: string, x-reelay: failure.code}
      """;
  private static final String NO_SUCH_PATH =
      """
              '404':
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Refusal'}
                    examples:
                      other: {value: {code: no_such_path}}
      """;
  private static final String WORDS =
      "{queued: [W], running: [R], succeeded: [S], failed: [F], cancelled: [C]}";

  private final SettableClock clock = SettableClock.at(Instant.parse("2026-11-21T10:00:00Z"));
  private @Nullable Sandbox sandbox;

  @AfterEach
  void close() {
    if (sandbox != null) {
      sandbox.close();
    }
  }

  private void start(String words, String... examples) {
    startWith(
        DOCUMENT
            .replace("WORDS", words)
            .replace("EXAMPLES", String.join("\n                ", examples)));
  }

  private void startWith(String document) {
    sandbox = Sandbox.builder().clock(clock).document("jobs", document).start();
  }

  private static String example(String name, String members) {
    return name + ": {value: {job: {id: a, " + members + "}}}";
  }

  private HttpResponse<String> get(String id) {
    return SandboxClient.get(
        sandbox.baseUrl("jobs") + "/v1/jobs/" + id,
        "Authorization",
        "Bearer " + sandbox.apiKey("jobs"));
  }

  /** What a task of that scenario shows while it waits, while it runs, and at its end. */
  private List<Object> story(String id, String member) {
    List<Object> seen = new ArrayList<>();
    for (int seconds : List.of(0, 1, 2)) {
      clock.advance(Duration.ofSeconds(seconds));
      seen.add(Json.at(get(id).body(), "job/" + member));
    }
    return seen;
  }

  @Test
  void namesOfOnesOwnAreAsGood() {
    start(
        WORDS,
        example("video", "state: S, file: 'https://v.example/1'"),
        example("broken", "state: F, why: odd"),
        example("waits", "state: W"),
        example("works", "state: R"),
        example("given-up", "state: C"),
        example("saving", "state: S, why: soon"));

    assertThat(story("ok-1", "state")).containsExactly("W", "R", "S");
    assertThat(Json.at(get("ok-1").body(), "job/file")).asString().contains("/files/jobs/ok-1/");
    assertThat(story("fails-1", "why")).containsExactly(null, null, "odd");
    assertThat(story("cancelled-1", "state")).containsExactly("W", "R", "C");
    assertThat(Json.at(get("novideo-1").body(), "job/why")).isEqualTo("soon");
  }

  @ParameterizedTest
  @CsvSource({
    "not_started, Not-Started",
    "NOT_STARTED, not started",
    "Not-Started, NOT_STARTED",
    "not-started, ' not\u00a0started '",
    "not_started, not\tstarted",
  })
  void aWordIsThatOfTheDocumentInAnotherForm(String named, String shown) {
    start(
        "{queued: [" + named + "], running: [In-Work], succeeded: [All Done], failed: [NO]}",
        example("one", "state: 'in work', why: works"),
        example("two", "state: \"" + shown.replace("\t", "\\t") + "\", why: waits"),
        example("three", "state: ALL_DONE, why: done, file: 'https://v.example/1'"),
        example("four", "state: no, why: odd"));

    assertThat(story("ok-1", "state")).containsExactly(shown, "in work", "ALL_DONE");
    assertThat(story("fails-1", "why")).containsExactly("waits", "works", "odd");
  }

  @Test
  void theWordAsItIsWrittenComesFirst() {
    start(
        "{queued: [Wait, wait-a], running: [WAIT], succeeded: [S]}",
        example("one", "state: WAIT, why: works"),
        example("two", "state: Wait, why: waits"));

    assertThat(story("ok-1", "why")).startsWith("waits", "works");
  }

  @Test
  void aNameThatSaysAnotherStateMisleadsNobody() {
    start(
        WORDS,
        example("completed", "state: W"),
        example("queued", "state: R"),
        example("failed", "state: S, file: 'https://v.example/1'"),
        example("running", "state: F, why: odd"));

    assertThat(story("ok-1", "state")).containsExactly("W", "R", "S");
    assertThat(story("fails-1", "state")).containsExactly("W", "R", "F");
  }

  @Test
  void ofSeveralTheUsualNameIsTaken() {
    start(
        WORDS,
        example("first", "state: F, why: first"),
        example("rejected", "state: F, why: content policy"),
        example("failed", "state: F, why: odd"));

    assertThat(story("fails-1", "why").get(2)).isEqualTo("odd");
    assertThat(story("rejected-1", "why").get(2)).isEqualTo("content policy");
  }

  @ParameterizedTest
  @CsvSource({"not-found, 400, strange_id", "strange, 404, no_such_path"})
  void aTaskIsUnknownByTheRefusalOfThatNameElseBy404(String name, int status, String code) {
    startWith(
        DOCUMENT
            .replace("WORDS", WORDS)
            .replace("EXAMPLES", example("works", "state: R"))
            .replace("strange:", name + ":")
            .replace("info:", NO_SUCH_PATH + "info:"));

    HttpResponse<String> refusal = get("missing-1");
    assertThat(refusal.statusCode()).isEqualTo(status);
    assertThat(refusal.body()).contains(code);
  }

  @Test
  void progressTellsRunningFromWaitingWhereNoWordDoes() {
    start(
        "{queued: [P], succeeded: [S]}",
        example("one", "state: P, done: 40%, why: runs"),
        example("two", "state: P, done: 0%, why: waits"));

    assertThat(story("ok-1", "why")).startsWith("waits", "runs");
  }

  @Test
  void aStateWithoutAnExampleIsMadeUpInTheDeclaredTypes() {
    start(WORDS, example("works", "state: R"));

    assertThat(story("ok-1", "state")).containsExactly("W", "R", "S");
    String done = get("ok-1").body();
    assertThat(Json.at(done, "job/done")).isEqualTo("100");
    assertThat(Json.at(done, "job/at")).isEqualTo("2026-11-21T10:00:00.000000Z");
    assertThat(done).contains("\"ended\":1795255203000.000,");
    assertThat(Json.at(done, "job/length")).isEqualTo(3000);
    assertThat(story("fails-1", "why").get(2)).isEqualTo("made up by the sandbox");
  }

  @Test
  void aDocumentWithoutAnyExampleIsServedToo() {
    start("{succeeded: [S]}", "none: {}");

    assertThat(story("ok-1", "state")).containsExactly("queued", "running", "S");
    assertThat(story("fails-1", "state").get(2)).isEqualTo("failed");
  }

  @Test
  void aMissingTaskHasTheRefusalWhoseCodeSaysSo() {
    start(WORDS, "none: {}");

    assertThat(get("missing-1").statusCode()).isEqualTo(400);
    assertThat(Json.at(get("missing-1").body(), "code")).isEqualTo("no_such_job");
    assertThat(Json.at(get("error-strange-1").body(), "code")).isEqualTo("strange_id");
  }
}
