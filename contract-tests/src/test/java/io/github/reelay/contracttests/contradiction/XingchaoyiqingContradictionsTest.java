package io.github.reelay.contracttests.contradiction;

import static io.github.reelay.contracttests.contradiction.ExampleResponses.with;
import static io.github.reelay.contracttests.contradiction.ExampleResponses.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.reelay.contracttools.spec.ExampleServer;
import io.github.reelay.contracttools.spec.TestProviders;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
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
import org.junit.jupiter.params.provider.ValueSource;

/** How each contradiction of the xingchaoyiqing document comes out. */
class XingchaoyiqingContradictionsTest {
  private final ExampleResponses xingchaoyiqing = new ExampleResponses("xingchaoyiqing");

  @Test
  @DisplayName("XC1 the id goes into the path")
  void queriesWithTheIdInThePath() throws IOException {
    assertThat(xingchaoyiqing.request().target()).endsWith("/sora_abc123def456");
  }

  @Test
  @DisplayName("XC2 method, path, address and key are those of XE1")
  void queriesWhereOtherEvidenceSays() throws IOException {
    ExampleServer.Query query = xingchaoyiqing.request();

    assertThat(query.method()).isEqualTo("GET");
    assertThat(query.target()).isEqualTo("/v1/result/sora_abc123def456");
    assertThat(query.headers())
        .containsEntry("Authorization", List.of("Bearer " + TestProviders.KEY));
    assertThat(TestProviders.dialect("xingchaoyiqing").profile().baseUrl())
        .isEqualTo(URI.create("https://zcbservice.aizfw.cn/kyyReactApiServer"));
  }

  @Test
  @DisplayName("XC3 the interval that the document lost is XE3's thirty seconds")
  void queriesEveryThirtySeconds() {
    assertThat(xingchaoyiqing.polling().interval()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  @DisplayName("XC4 each field means what the run-together text says of it")
  void readsEachFieldForItsOwnMeaning() {
    ObjectNode body = xingchaoyiqing.example("completed");
    VideoTask task = xingchaoyiqing.task(body);
    Video video = xingchaoyiqing.video(body);

    assertThat(task.id()).isEqualTo("sora_abc123def456");
    assertThat(task.reportedId()).isNull();
    assertThat(task.createdAt()).isEqualTo(Instant.ofEpochSecond(1774493771));
    assertThat(task.model()).isEqualTo("openAiSora2Plus");
    assertThat(video.duration()).isEqualTo(Duration.ofSeconds(10));
    assertThat(video.format()).isEqualTo("mp4");
    assertThat(task.findings()).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("XC5 the run-together statuses are four words")
  @CsvSource({"queued, QUEUED", "running, RUNNING", "completed, SUCCEEDED", "failed, FAILED"})
  void splitsTheStatuses(String example, TaskStatus status) {
    assertThat(xingchaoyiqing.task(xingchaoyiqing.example(example)).status()).isEqualTo(status);
    assertThat(xingchaoyiqing.findings(xingchaoyiqing.example(example))).isEmpty();
  }

  @Test
  @DisplayName("XC6 waiting covers twice the longest estimate and starts immediately")
  void waitsLongEnoughForEveryEstimate() {
    assertThat(xingchaoyiqing.polling().initialDelay()).isEqualTo(Duration.ZERO);
    assertThat(xingchaoyiqing.polling().timeout()).isEqualTo(Duration.ofMinutes(16));
  }

  @Test
  @DisplayName("XC7 the day counts from the response, never from the creation, else there is none")
  void countsTheValidityFromTheResponse() {
    ObjectNode body = xingchaoyiqing.example("completed");
    Video seen = xingchaoyiqing.video(body);
    VideoTask saved = xingchaoyiqing.read(200, body, null).taskOrThrow();

    assertThat(seen.expiresAt()).isEqualTo(TestProviders.OBSERVED_AT.plus(Duration.ofDays(1)));
    assertThat(seen.expiryEstimated()).isTrue();
    assertThat(((TaskState.Succeeded) saved.state()).video().expiresAt()).isNull();
  }

  @Test
  @DisplayName("XC8 a signed URL stays as written, to the letter")
  void neverReencodesASignedUrl() {
    String signed = "https://cdn.example/a%2Fb%20c.mp4?sig=x%2By%3D%3d&e=1&k=a+b~%7E";
    ObjectNode body = xingchaoyiqing.example("completed", "/video_url", "\"" + signed + "\"");

    assertThat(xingchaoyiqing.video(body).url().toString()).isEqualTo(signed);
  }

  @Test
  @DisplayName("XC9 error is read as text and as an object")
  void readsErrorInBothShapes() {
    String object = "{\"code\":\"bad_prompt\",\"message\":\"No such luck\"}";
    ObjectNode body = xingchaoyiqing.example("failed", "/error", object);
    Failure text = xingchaoyiqing.failure(200, xingchaoyiqing.example("failed"));
    Failure members = xingchaoyiqing.failure(200, body);

    assertThat(text.message()).isEqualTo("Generation failed: the model gave no output");
    assertThat(text.code()).isNull();
    assertThat(members.message()).isEqualTo("No such luck");
    assertThat(members.code()).isEqualTo("bad_prompt");
    assertThat(xingchaoyiqing.findings(body)).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("XC10 failed may follow any state: it ends a task that looks queued or running else")
  @ValueSource(strings = {"queued", "running", "completed-without-video"})
  void failsFromAnyState(String before) {
    ObjectNode body = xingchaoyiqing.example(before, "/status", "\"failed\"");
    Failure failure = xingchaoyiqing.failure(200, with(body, "/error", "\"It broke\""));

    assertThat(xingchaoyiqing.task(body).status()).isEqualTo(TaskStatus.FAILED);
    assertThat(failure.kind()).isEqualTo(FailureKind.GENERATION_FAILED);
    assertThat(failure.message()).isEqualTo("It broke");
    assertThat(xingchaoyiqing.findings(body)).isEmpty();
  }

  @Test
  @DisplayName("XC11 processing is running, and so is another provider's word, with a finding")
  void knowsTheOtherProvidersWordForRunning() {
    ObjectNode other = xingchaoyiqing.example("running", "/status", "\"in_progress\"");

    assertThat(xingchaoyiqing.task(xingchaoyiqing.example("running")).status())
        .isEqualTo(TaskStatus.RUNNING);
    assertThat(xingchaoyiqing.task(other).status()).isEqualTo(TaskStatus.RUNNING);
    assertThat(xingchaoyiqing.findings(other)).containsExactly("undocumented-value /status");
  }

  @Test
  @DisplayName("XE6 nulls and absent members come out alike")
  void takesNullForAbsent() {
    ObjectNode nulls = xingchaoyiqing.example("running");
    ObjectNode absent = without(without(xingchaoyiqing.example("running"), "/error"), "/video_url");

    assertThat(xingchaoyiqing.task(nulls)).isEqualTo(xingchaoyiqing.task(absent));
  }
}
