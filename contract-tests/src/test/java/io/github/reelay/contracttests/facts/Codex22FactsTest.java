package io.github.reelay.contracttests.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contracttests.facts.RecordingProvider.SentRequest;
import io.github.reelay.contracttools.facts.Fact;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.provider.codex22.Codex22Dialect;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.task.Video;
import io.github.reelay.task.VideoTask;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class Codex22FactsTest {
  private static final Dialect CODEX22 = new Codex22Dialect();
  private static final String ID = "sora-2:task_01kbfq03gpe0wr9ge11z09xqrj";
  private static final String CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";

  private final DialectResults dialectResults = new DialectResults(CODEX22);

  @Test
  @Fact("C9")
  void respondsAtTheDocumentedServer() {
    assertThat(CODEX22.profile().baseUrl()).isEqualTo(URI.create("https://new.22codex.xyz"));
  }

  @Test
  @Fact("C3")
  @Fact("C13")
  @Fact("C18")
  @Fact("C19")
  @Fact("C21")
  @Fact("CC1")
  void isQueriedByGetAtALiteralPathWithTheIdInTheQueryAndItsColonEscaped() throws IOException {
    SentRequest request = RecordingProvider.request(CODEX22, ID);

    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.target())
        .isEqualTo("/v1/videos/video_id?id=sora-2%3Atask_01kbfq03gpe0wr9ge11z09xqrj");
    assertThat(request.bodyBytes()).isZero();
  }

  @Test
  @Fact("C10")
  @Fact("C16")
  @Fact("CC6")
  void alwaysGetsTheKeyAsBearer() throws IOException {
    assertThat(RecordingProvider.request(CODEX22, ID).headers().get("Authorization"))
        .containsExactly("Bearer sk-sample");
  }

  @Test
  @Fact("C14")
  @Fact("CC7")
  void getsNoContentTypeSinceThereIsNoContent() throws IOException {
    assertThat(RecordingProvider.request(CODEX22, ID).headers()).doesNotContainKey("Content-Type");
  }

  @Test
  @Fact("C15")
  @Fact("CC8")
  void isQueriedForJson() throws IOException {
    assertThat(RecordingProvider.request(CODEX22, ID).headers().get("Accept"))
        .containsExactly("application/json");
  }

  @Test
  @Fact("C17")
  @Fact("CC23")
  void getsNoForwardedHost() throws IOException {
    assertThat(RecordingProvider.request(CODEX22, ID).headers())
        .doesNotContainKey("X-Forwarded-Host");
  }

  @Test
  @Fact("C20")
  @Fact("CC14")
  void namesTheModelBeforeTheColonOfAnId() {
    VideoTask task = dialectResults.task("{'id':'%s','status':'pending'}".formatted(ID));

    assertThat(task.model()).isEqualTo("sora-2");
    assertThat(TaskHandle.parse("22codex:" + ID)).isEqualTo(new TaskHandle("22codex", ID));
  }

  @Test
  @Fact("C61")
  @Fact("CC21")
  void hasNothingOfTheFlatShapeInItsExamples() {
    String[] flat = {
      "model",
      "object",
      "progress",
      "created_at",
      "completed_at",
      "expires_at",
      "seconds",
      "duration",
      "error"
    };

    assertThat(dialectResults.exampleValue("running").fieldNames())
        .toIterable()
        .doesNotContain(flat);
    assertThat(dialectResults.exampleValue("completed").fieldNames())
        .toIterable()
        .doesNotContain(flat);
  }

  @Test
  @Fact("C30")
  @Fact("C39")
  @Fact("C42")
  @Fact("CC10")
  @Fact("CC11")
  void runsWhilePendingOnceTheWorkInsideSaysSo() {
    VideoTask task = dialectResults.example("running");

    assertThat(task.providerStatus()).isEqualTo("pending");
    assertThat(task.status()).isEqualTo(TaskStatus.RUNNING);
    assertThat(task.progressPercent()).isEqualTo(93);
  }

  @Test
  @Fact("C31")
  @Fact("C41")
  @Fact("C52")
  @Fact("C58")
  @Fact("CC12")
  void writesTimesInThreeForms() {
    VideoTask running = dialectResults.example("running");
    VideoTask completed = dialectResults.example("completed");

    assertThat(running.createdAt()).isEqualTo(Instant.parse("2025-10-06T15:10:26.875729Z"));
    assertThat(running.updatedAt()).isEqualTo(Instant.parse("2025-10-06T15:13:41.142Z"));
    assertThat(completed.completedAt()).isEqualTo(Instant.parse("2025-10-06T15:13:51.222531Z"));
    assertThat(completed.updatedAt()).isEqualTo(Instant.parse("2025-10-06T15:14:11.908Z"));
  }

  @Test
  @Fact("C62")
  @Fact("CC24")
  void isGivenUpLongAfterTheDocumentedTaskWasDone() {
    Instant created = dialectResults.example("running").createdAt();
    Duration taken = Duration.between(created, dialectResults.example("completed").updatedAt());

    assertThat(taken).isBetween(Duration.ofSeconds(225), Duration.ofSeconds(226));
    assertThat(CODEX22.profile().polling().timeout())
        .isEqualTo(Duration.ofMinutes(15))
        .isGreaterThan(taken);
  }

  @Test
  @Fact("C40")
  @Fact("C63")
  void neverTakesFramesForALength() {
    Video video =
        dialectResults.video(
            """
            {'id':'sora-2:task_1','status':'completed','video_url':'https://a.example/v.mp4',
             'detail':{'pending_info':{'n_frames':450}}}\
            """);

    assertThat(video.duration()).isNull();
  }

  @Test
  @Fact("C64")
  void takesNoTimeOutOfAnIdThatHoldsOne() {
    VideoTask completed = dialectResults.example("completed");
    String ulid = completed.id().substring(completed.id().length() - 26);
    long millis = 0;
    for (char digit : ulid.substring(0, 10).toCharArray()) {
      millis = millis * 32 + CROCKFORD.indexOf(digit);
    }

    assertThat(Instant.ofEpochMilli(millis)).isEqualTo(Instant.parse("2025-10-06T15:10:26.872Z"));
    assertThat(completed.createdAt()).isNull();
  }

  @Test
  @Fact("C49")
  @Fact("C50")
  @Fact("C51")
  @Fact("CC15")
  @Fact("CC25")
  void showsTheVideoOfTheCompletedExampleThoughItsAddressHasNoFileName() {
    TaskState.Succeeded succeeded =
        (TaskState.Succeeded) dialectResults.example("completed").state();

    assertThat(succeeded.video().url())
        .isEqualTo(URI.create("https://example.com/?sample-video-src=1"));
    assertThat(succeeded.video().thumbnailUrl())
        .isEqualTo(URI.create("https://example.com/?sample-video-thumbnail=1"));
    assertThat(succeeded.video().width()).isEqualTo(352);
    assertThat(succeeded.video().height()).isEqualTo(640);
    assertThat(succeeded.more()).isEmpty();
  }
}
