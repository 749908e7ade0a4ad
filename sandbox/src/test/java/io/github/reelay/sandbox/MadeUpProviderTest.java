package io.github.reelay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.mapping.CanonicalStatus;
import io.github.reelay.mapping.Counts;
import io.github.reelay.mapping.PollingFacts;
import io.github.reelay.mapping.ProviderFacts;
import io.github.reelay.mapping.ValueName;
import io.github.reelay.mapping.ValuePlace;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Providers that a document describes which is not on the class path. */
class MadeUpProviderTest {
  private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
  private static final long SECOND = START.getEpochSecond();
  private static final List<ValuePlace> PLACES =
      List.of(
          ValuePlace.of(ValueName.ID, "/task/id"),
          ValuePlace.of(ValueName.STATUS, "/status"),
          ValuePlace.of(ValueName.PROGRESS_FRACTION, "/done"),
          ValuePlace.of(ValueName.CREATED_AT, "/task/at"),
          ValuePlace.of(ValueName.COMPLETED_AT, "/task/ended"),
          ValuePlace.of(ValueName.VIDEO_URL, "/files/*/url"),
          ValuePlace.of(ValueName.VIDEO_URL, "/why").counting(Counts.AFTER_SUCCESS),
          ValuePlace.of(ValueName.FAILURE_MESSAGE, "/why").counting(Counts.UNLESS_SUCCEEDED));

  private final SettableClock clock = SettableClock.at(START);
  private @Nullable Sandbox sandbox;

  @AfterEach
  void close() {
    if (sandbox != null) {
      sandbox.close();
    }
  }

  private static ProviderFacts facts(String path) {
    return new ProviderFacts(
        "made-up",
        null,
        path,
        null,
        null,
        new PollingFacts(Duration.ZERO, Duration.ofSeconds(1), Duration.ofHours(1), null),
        null,
        null,
        "/data/0",
        Map.of(
            CanonicalStatus.QUEUED, List.of("WAIT", "HOLD"),
            CanonicalStatus.SUCCEEDED, List.of("DONE")),
        Set.of("no_such_job"));
  }

  private Sandbox start(String path, @Nullable String content) {
    sandbox = Sandbox.builder().clock(clock).places(facts(path), PLACES, content).start();
    return sandbox;
  }

  private HttpResponse<String> get(String path) {
    return SandboxClient.get(
        sandbox.baseUrl("made-up") + path, "Authorization", "Bearer " + sandbox.apiKey("made-up"));
  }

  @Test
  void eachPlaceHasItsValueInTheWordsOfTheProvider() {
    start("/v1/jobs/{id}", null);

    assertThat(get("/v1/jobs/ok-1").body())
        .isEqualTo(
            "{\"data\":[{\"task\":{\"id\":\"ok-1\",\"at\":%d},\"status\":\"WAIT\",\"done\":0.0}]}"
                .formatted(SECOND));
    clock.advance(Duration.ofSeconds(2));
    assertThat(get("/v1/jobs/ok-1").body())
        .contains("\"status\":\"running\",\"done\":0.5")
        .contains("\"at\":" + SECOND + "}");
    clock.advance(Duration.ofSeconds(2));
    assertThat(get("/v1/jobs/ok-1").body())
        .contains("\"at\":" + SECOND + ",\"ended\":" + (SECOND + 3))
        .contains("\"status\":\"DONE\",\"done\":1.0,\"files\":[{\"url\":\"http://127.0.0.1:")
        .doesNotContain("why");
  }

  @Test
  void aTaskFailsWithAReason() {
    start("/v1/jobs/{id}", null);
    get("/v1/jobs/fails-1");
    clock.advance(Duration.ofSeconds(9));

    assertThat(get("/v1/jobs/fails-1").body())
        .contains("\"status\":\"failed\",\"done\":1.0,\"why\":\"made up by the sandbox\"")
        .doesNotContain("files");
  }

  @Test
  void everyScenarioHasItsResponse() {
    start("/v1/jobs/{id}", null);
    get("/v1/jobs/rejected-1");
    get("/v1/jobs/cancelled-1");
    clock.advance(Duration.ofSeconds(9));

    assertThat(get("/v1/jobs/rejected-1").body()).contains("\"why\":\"content policy violation\"");
    assertThat(get("/v1/jobs/cancelled-1").body())
        .as("the words name no cancelled task, so it completes")
        .contains("\"status\":\"DONE\"");
    assertThat(get("/v1/jobs/novideo-1").body())
        .contains("\"status\":\"DONE\"")
        .doesNotContain("files");
    assertThat(get("/v1/jobs/error-rate-limited-1").statusCode()).isEqualTo(429);
    assertThat(get("/v1/jobs/error-not-found-1").statusCode()).isEqualTo(404);
  }

  @Test
  void theIdMayStandInTheQuery() {
    start("/v1/query?full=1&job={id}", null);

    assertThat(get("/v1/query?full=1&job=ok-1").body()).contains("\"id\":\"ok-1\"");
  }

  @Test
  void errorsHaveTheCodeThatSaysThatATaskIsNotKnown() {
    start("/v1/jobs/{id}", null);

    assertThat(get("/v1/jobs/missing-1").statusCode()).isEqualTo(404);
    assertThat(get("/v1/jobs/missing-1").body()).contains("\"code\":\"no_such_job\"");
    assertThat(get("/v1/jobs/error-429-1").statusCode()).isEqualTo(429);
    assertThat(SandboxClient.get(sandbox.baseUrl("made-up") + "/v1/jobs/ok-1").statusCode())
        .isEqualTo(401);
  }

  @Test
  void theVideoIsAtItsPathForCallersWithTheKey() {
    start("/v1/jobs/{id}", "/v1/jobs/{id}/content");
    get("/v1/jobs/ok-1");

    HttpResponse<String> content = get("/v1/jobs/ok-1/content");

    assertThat(content.statusCode()).isEqualTo(302);
    assertThat(SandboxClient.get(content.headers().firstValue("Location").orElseThrow()).body())
        .contains("ftyp");
    assertThat(get("/v1/jobs/never-asked-for/content").statusCode()).isEqualTo(404);
    assertThat(SandboxClient.get(sandbox.baseUrl("made-up") + "/v1/jobs/ok-1/content").statusCode())
        .isEqualTo(401);
  }

  @Test
  void anOpenApiDocumentIsServedWithItsExamples() throws Exception {
    String text;
    try (var in = getClass().getResourceAsStream("/io/github/reelay/specs/fourth.yaml")) {
      text = new String(in.readAllBytes());
    }
    sandbox = Sandbox.builder().clock(clock).document("made-up", text).start();

    assertThat(get("/v2/jobs/ok-1/state").body())
        .isEqualTo("{\"id\":\"ok-1\",\"state\":\"queued\",\"createdAt\":" + SECOND * 1000 + "}");
  }

  @Test
  void aDocumentWithoutTheVocabularyIsRefused() {
    assertThatThrownBy(
            () ->
                Sandbox.builder()
                    .document(
                        "made-up",
                        """
                        paths:
                          /v1/{id}:
                            get:
                              responses:
                                '200':
                                  content:
                                    application/json:
                                      examples:
                                        queued: {value: {}}
                                        running: {value: {}}
                                        completed: {value: {}}
                                        failed: {value: {}}
                        """))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("made-up /paths/~1v1~1{id}/get/responses/200/content/");
  }
}
