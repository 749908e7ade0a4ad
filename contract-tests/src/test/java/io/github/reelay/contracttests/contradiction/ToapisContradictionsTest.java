package io.github.reelay.contracttests.contradiction;

import static io.github.reelay.contracttests.contradiction.ExampleResponses.json;
import static io.github.reelay.contracttests.contradiction.ExampleResponses.with;
import static io.github.reelay.contracttests.contradiction.ExampleResponses.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.reelay.contracttools.spec.ExampleServer;
import io.github.reelay.contracttools.spec.TestProviders;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import io.github.reelay.failure.Retry;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.task.Video;
import io.github.reelay.task.VideoTask;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How each contradiction of the toapis document comes out. */
class ToapisContradictionsTest {
  private static final Instant COMPLETED_AT = Instant.parse("2026-01-14T08:48:34Z");
  private static final Duration DAY = Duration.ofHours(24);

  private final ExampleResponses toapis = new ExampleResponses("toapis");

  @Test
  @DisplayName("TC1 queued and submitted both wait")
  void bothWaitingWordsAreQueued() {
    assertThat(toapis.task(toapis.example("queued")).status()).isEqualTo(TaskStatus.QUEUED);
    assertThat(toapis.task(toapis.example("submitted")).status()).isEqualTo(TaskStatus.QUEUED);
    assertThat(toapis.findings(toapis.example("submitted"))).isEmpty();
  }

  @Test
  @DisplayName("TC2 the URL is found at the top level and in the result, and counts once")
  void findsTheUrlInBothPlaces() {
    ObjectNode both = toapis.example("completed");
    String inResult = both.at("/result/data/0/url").asText();
    VideoTask task = toapis.task(with(both, "/url", "\"" + inResult + "\""));

    assertThat(toapis.video(toapis.example("completed")).url()).hasToString(inResult);
    assertThat(toapis.video(toapis.example("completed-top-level-url")).url())
        .isEqualTo(URI.create("https://example.com/video.mp4"));
    assertThat(((TaskState.Succeeded) task.state()).more()).isEmpty();
    assertThat(task.findings()).isEmpty();
  }

  @Test
  @DisplayName("TC3 thumbnail and duration are read though the field list lacks them")
  void readsThumbnailAndDuration() {
    ObjectNode body = toapis.example("completed-top-level-url");
    Video video = toapis.video(body);

    assertThat(video.thumbnailUrl()).isEqualTo(URI.create("https://example.com/thumbnail.jpg"));
    assertThat(video.duration()).isEqualTo(Duration.ofSeconds(10));
    assertThat(toapis.findings(body)).isEmpty();
  }

  @Test
  @DisplayName("TC4 the id that was queried stays, another one in the body is reported")
  void keepsTheIdThatWasQueried() {
    VideoTask task = toapis.task(toapis.example("queued"));

    assertThat(task.id()).isEqualTo("task_01K9S419324DREZFBWNSVXYR6H");
    assertThat(task.reportedId()).isEqualTo("video_7497f4d5-3a88-44c7-923a-967fa7d941a0");
    assertThat(task.findings()).isEmpty();
  }

  @Test
  @DisplayName("TC5 the time of creation is the body's, whatever the id says")
  void takesNoTimeFromTheId() {
    ObjectNode silent = without(toapis.example("queued"), "/created_at");

    assertThat(toapis.task(toapis.example("queued")).createdAt())
        .isEqualTo(Instant.parse("2026-01-14T08:43:42Z"));
    assertThat(toapis.task(silent).createdAt()).isNull();
  }

  @Test
  @DisplayName("TC6 a failed task may carry a completion time, a completed one may lack all three")
  void takesSuccessFieldsAsTheyCome() {
    ObjectNode bare = without(toapis.example("completed-top-level-url"), "/completed_at");
    VideoTask failed = toapis.task(toapis.example("failed-with-completion"));
    VideoTask completed = toapis.task(without(bare, "/expires_at"));

    assertThat(failed.completedAt()).isEqualTo(COMPLETED_AT);
    assertThat(completed.status()).isEqualTo(TaskStatus.SUCCEEDED);
    assertThat(completed.completedAt()).isNull();
    assertThat(completed.findings()).isEmpty();
  }

  @Test
  @DisplayName("TC7 a failed task keeps the message and the code inside error, and needs neither")
  void readsTheMembersOfError() {
    Failure full = toapis.failure(200, toapis.example("failed"));
    Failure empty = toapis.failure(200, toapis.example("failed", "/error", "{}"));

    assertThat(full.message()).isEqualTo("Generation failed: the model gave no output");
    assertThat(full.code()).isEqualTo("generation_failed");
    assertThat(empty.message()).isNull();
    assertThat(empty.kind()).isEqualTo(FailureKind.GENERATION_FAILED);
  }

  @Test
  @DisplayName("TC8 the interval is the ten seconds that both rules allow")
  void queriesEveryTenSeconds() {
    assertThat(toapis.polling().interval()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  @DisplayName("TC9 waiting ends after 600 seconds though a long video may need them all")
  void givesUpAfterTenMinutes() {
    assertThat(toapis.polling().timeout()).isEqualTo(Duration.ofSeconds(600));
  }

  @Test
  @DisplayName("TC10 the first query comes after five seconds, before the interval")
  void queriesFirstAfterFiveSeconds() {
    assertThat(toapis.polling().initialDelay()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  @DisplayName("TC11 refused content is one kind, as status 422 and as a failed task")
  void knowsRefusedContentInBothForms() {
    Failure refused = toapis.failure(422, toapis.example("content-rejected"));
    Failure failed = toapis.failure(200, toapis.example("rejected"));

    assertThat(refused.kind()).isEqualTo(FailureKind.CONTENT_REJECTED);
    assertThat(refused.origin()).isEqualTo(Origin.RELAY);
    assertThat(failed.kind()).isEqualTo(FailureKind.CONTENT_REJECTED);
    assertThat(failed.origin()).isEqualTo(Origin.TASK);
  }

  @ParameterizedTest
  @DisplayName("TC12 the table's words decide, in code or in type, as status or as number")
  @CsvSource({
    "400, invalid_request, INVALID_REQUEST",
    "401, unauthorized, UNAUTHORIZED",
    "402, insufficient_quota, QUOTA_EXHAUSTED",
    "404, task_not_found, NOT_FOUND",
    "422, content_policy_violation, CONTENT_REJECTED",
    "429, rate_limit_exceeded, RATE_LIMITED",
    "500, internal_error, PROVIDER_ERROR"
  })
  void findsTheWordWhereverItStands(int status, String word, FailureKind kind) {
    String inCode = "{\"error\":{\"code\":\"" + word + "\"}}";
    String inType = "{\"error\":{\"type\":\"" + word + "\"}}";
    String number = "{\"error\":{\"code\":" + status + ",\"type\":\"other_words\"}}";

    assertThat(List.of(inCode, inType, number))
        .allSatisfy(body -> assertThat(toapis.failure(status, json(body)).kind()).isEqualTo(kind));
    assertThat(toapis.failure(200, json(inCode)).kind()).isEqualTo(kind);
  }

  @Test
  @DisplayName("TC13 no language is sent, in no header and in no parameter")
  void sendsNoLanguage() throws IOException {
    ExampleServer.Query query = toapis.request();

    assertThat(query.headers()).doesNotContainKey("Accept-language");
    assertThat(query.target()).isEqualTo("/v1/videos/generations/task_01K9S419324DREZFBWNSVXYR6H");
  }

  @Test
  @DisplayName("TC14 no callback is requested: the query is a GET without a body")
  void requestsNoCallback() throws IOException {
    ExampleServer.Query query = toapis.request();

    assertThat(query.method()).isEqualTo("GET");
    assertThat(query.bodyBytes()).isZero();
  }

  @ParameterizedTest
  @DisplayName("TC15 which words are final follows from their actions")
  @CsvSource({
    "queued, false",
    "submitted, false",
    "running, false",
    "completed, true",
    "failed, true"
  })
  void knowsWhichWordsAreFinal(String example, boolean terminal) {
    assertThat(toapis.task(toapis.example(example)).status().terminal()).isEqualTo(terminal);
  }

  @Test
  @DisplayName(
      "TC17 the stated expiry counts, else 24 hours from completion, else from the response")
  void countsTheValidityFromTheBestPointKnown() {
    Video stated = toapis.video(toapis.example("completed"));
    ObjectNode body = without(toapis.example("completed"), "/expires_at");
    Video fromCompletion = toapis.video(body);
    Video fromResponse = toapis.video(without(body, "/completed_at"));

    assertThat(stated.expiresAt()).isEqualTo(Instant.parse("2026-01-15T08:48:34Z"));
    assertThat(stated.expiryEstimated()).isFalse();
    assertThat(fromCompletion.expiresAt()).isEqualTo(COMPLETED_AT.plus(DAY));
    assertThat(fromCompletion.expiryEstimated()).isTrue();
    assertThat(fromResponse.expiresAt()).isEqualTo(TestProviders.OBSERVED_AT.plus(DAY));
    assertThat(fromResponse.expiryEstimated()).isTrue();
  }

  @ParameterizedTest
  @DisplayName("TC18 an error body is read by its status and never as a task")
  @CsvSource({"429, rate-limited, YES", "500, provider-error, YES", "404, not-found, NO"})
  void looksAtTheHttpStatusFirst(int status, String example, Retry retry) {
    QueryResult result = toapis.read(status, toapis.example(example));

    assertThat(result).isInstanceOf(QueryResult.Failed.class);
    assertThat(((QueryResult.Failed) result).failure().retry()).isEqualTo(retry);
    assertThat(toapis.read(status, toapis.example("completed")))
        .isInstanceOf(QueryResult.Failed.class);
  }
}
