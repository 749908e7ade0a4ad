package io.github.reelay.contracttests.contradiction;

import static io.github.reelay.contracttests.contradiction.ExampleResponses.with;
import static io.github.reelay.contracttests.contradiction.ExampleResponses.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.reelay.contract.Finding;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.task.Video;
import io.github.reelay.task.VideoTask;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How each contradiction of the 22codex document comes out. */
class Codex22ContradictionsTest {
  private static final String[] PLACES = {
    "/video_url",
    "/detail/url",
    "/detail/draft_info/url",
    "/detail/draft_info/downloadable_url",
    "/detail/draft_info/encodings/source/path",
    "/detail/draft_info/encodings/source_wm/path"
  };

  private final ExampleResponses codex22 = new ExampleResponses("22codex");

  @Test
  @DisplayName("CC2 video_url may be absent, null or text")
  void takesTheUrlInAllThreeForms() {
    ObjectNode absent = codex22.example("running");
    ObjectNode isNull = codex22.example("running", "/video_url", "null");

    assertThat(codex22.findings(absent)).isEmpty();
    assertThat(codex22.findings(isNull)).isEmpty();
    assertThat(codex22.video(codex22.example("completed")).url())
        .isEqualTo(URI.create("https://example.com/?sample-video-src=1"));
  }

  @Test
  @DisplayName("CC3 the type named null means text that may be null: a number is a mismatch")
  void readsTheNullTypeAsText() {
    assertThat(codex22.findings(codex22.example("running", "/video_url", "null"))).isEmpty();
    assertThat(codex22.findings(codex22.example("running", "/video_url", "7")))
        .contains("type-mismatch /video_url");
  }

  @Test
  @DisplayName("CC4 enhanced_prompt is not missed where it is absent, and known where it stands")
  void missesNoEnhancedPrompt() {
    ObjectNode present = codex22.example("running", "/enhanced_prompt", "\"better words\"");

    assertThat(codex22.findings(codex22.example("running"))).isEmpty();
    assertThat(codex22.findings(present)).isEmpty();
    assertThat(codex22.task(present).prompt()).isEqualTo("make animate");
  }

  @ParameterizedTest
  @DisplayName("CC5 what only the examples show is part of the contract")
  @ValueSource(strings = {"running", "completed"})
  void knowsEveryMemberOfBothExamples(String example) {
    assertThat(codex22.findings(codex22.example(example))).isEmpty();
  }

  @Test
  @DisplayName("CC10 the word at the top decides, a final word inside only leaves a finding")
  void letsTheTopLevelWordDecide() {
    ObjectNode conflict = codex22.example("running", "/detail/status", "\"completed\"");

    assertThat(codex22.task(codex22.example("running")).status()).isEqualTo(TaskStatus.RUNNING);
    assertThat(codex22.task(codex22.example("running")).providerStatus()).isEqualTo("pending");
    assertThat(codex22.task(conflict).status()).isEqualTo(TaskStatus.RUNNING);
    assertThat(codex22.findings(conflict)).containsExactly("status-conflict /detail/status");
  }

  @Test
  @DisplayName("CC11 pending is running once it has progressed, by word or by number")
  void knowsThatPendingMayRun() {
    ObjectNode byWord = codex22.example("running", "/detail/pending_info/progress_pct", "0");
    ObjectNode byNumber = codex22.example("running", "/detail/pending_info/status", "null");
    ObjectNode neither = with(byWord.deepCopy(), "/detail/pending_info/status", "null");

    assertThat(codex22.task(byWord).status()).isEqualTo(TaskStatus.RUNNING);
    assertThat(codex22.task(byNumber).status()).isEqualTo(TaskStatus.RUNNING);
    assertThat(codex22.task(neither).status()).isEqualTo(TaskStatus.QUEUED);
  }

  @Test
  @DisplayName("CC12 text, seconds with a fraction and milliseconds are all times")
  void readsThreeFormsOfTime() {
    VideoTask running = codex22.task(codex22.example("running"));
    VideoTask completed = codex22.task(codex22.example("completed"));

    assertThat(running.createdAt()).isEqualTo(Instant.parse("2025-10-06T15:10:26.875729Z"));
    assertThat(running.updatedAt()).isEqualTo(Instant.parse("2025-10-06T15:13:41.142Z"));
    assertThat(completed.completedAt()).isEqualTo(Instant.parse("2025-10-06T15:13:51.222531Z"));
  }

  @Test
  @DisplayName("CC13 the prefixed id is the one reported, the bare one inside is not")
  void reportsThePrefixedId() {
    VideoTask task = codex22.task(codex22.example("running"));

    assertThat(task.id()).isEqualTo("sora-2:task_01kbfq03gpe0wr9ge11z09xqrj");
    assertThat(task.reportedId()).isEqualTo("sora-2:task_01k6x15vhrff09dkkqjrzwhm60");
    assertThat(task.findings()).isEmpty();
  }

  @Test
  @DisplayName("CC14 the model is the prefix of the id, none of the inner names")
  void namesThePublicModel() {
    assertThat(codex22.task(codex22.example("running")).model()).isEqualTo("sora-2");
    assertThat(codex22.task(codex22.example("flat-running")).model()).isEqualTo("sora-2");
  }

  @ParameterizedTest
  @DisplayName("CC15 the URL is found in each of six places, in order, and never in md")
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  void findsTheUrlInSixPlaces(int gone) {
    ObjectNode body = codex22.example("completed");
    for (int i = 0; i < PLACES.length; i++) {
      String url = "\"https://example.com/place-" + i + "\"";
      body = i < gone ? without(body, PLACES[i]) : with(body, PLACES[i], url);
    }
    VideoTask task = codex22.task(body);

    if (gone == PLACES.length) {
      assertThat(codex22.failure(200, body).kind()).isEqualTo(FailureKind.VIDEO_MISSING);
    } else {
      assertThat(codex22.video(body).url()).hasToString("https://example.com/place-" + gone);
    }
    assertThat(task.findings())
        .allMatch(finding -> finding.kind() == Finding.Kind.URL_CONFLICT)
        .extracting(Finding::pointer)
        .containsExactlyInAnyOrderElementsOf(List.of(PLACES).stream().skip(gone + 1L).toList());
  }

  @Test
  @DisplayName("CC16 thumbnail and preview are found in their other places too")
  void findsThumbnailAndPreviewElsewhere() {
    ObjectNode body = without(codex22.example("completed"), "/thumbnail_url");
    Video second = codex22.video(body);
    body = without(without(body, "/detail/thumbnail_url"), "/detail/gif_url");
    Video third = codex22.video(body);

    assertThat(List.of(second, third))
        .allSatisfy(
            video -> {
              assertThat(video.thumbnailUrl())
                  .isEqualTo(URI.create("https://example.com/?sample-video-thumbnail=1"));
              assertThat(video.previewUrl())
                  .isEqualTo(URI.create("https://example.com/?sample-video-preview=1"));
            });
  }

  @Test
  @DisplayName("CC17 a size that is a word is no width and height; the flat one is")
  void takesOnlyPixelsForASize() {
    ObjectNode flat = codex22.example("flat-completed", "/size", "\"small\"");
    Video video = codex22.video(codex22.example("flat-completed"));

    assertThat(codex22.video(codex22.example("completed")).width()).isEqualTo(352);
    assertThat(video.width()).isEqualTo(1280);
    assertThat(video.height()).isEqualTo(720);
    assertThat(codex22.video(flat).width()).isNull();
    assertThat(codex22.findings(flat)).containsExactly("ignored-value /size");
  }

  @Test
  @DisplayName("CC18 a number of frames never becomes a duration")
  void makesNoDurationOfFrames() {
    ObjectNode body =
        codex22.example("completed", "/detail/draft_info/creation_config/n_frames", "450");

    assertThat(codex22.video(body).duration()).isNull();
    assertThat(codex22.findings(body)).isEmpty();
  }

  @Test
  @DisplayName("CC19 the title may be text while pending and null when completed")
  void takesTheTitleInBothForms() {
    ObjectNode untitled = codex22.example("running", "/detail/pending_info/title", "null");
    ObjectNode titled = codex22.example("completed", "/detail/draft_info/title", "\"New Video\"");

    assertThat(codex22.findings(untitled)).isEmpty();
    assertThat(codex22.findings(titled)).isEmpty();
  }

  @Test
  @DisplayName("CC20 width and height are found at the top, in the draft and in the pending info")
  void findsTheSizeInThreePlaces() {
    ObjectNode draft = without(without(codex22.example("completed"), "/width"), "/height");
    String size = "{\"width\":353,\"height\":641}";
    ObjectNode pending = with(draft.deepCopy(), "/detail/pending_info", size);
    pending = without(without(pending, "/detail/draft_info/width"), "/detail/draft_info/height");

    assertThat(codex22.video(draft).width()).isEqualTo(352);
    assertThat(codex22.video(draft).height()).isEqualTo(640);
    assertThat(codex22.video(pending).width()).isEqualTo(353);
    assertThat(codex22.video(pending).height()).isEqualTo(641);
  }

  @ParameterizedTest
  @DisplayName("CC21 the fraction becomes a percentage, and completed is 100 without one")
  @CsvSource({"running, 93", "completed, 100", "flat-running, 45"})
  void makesAPercentageOfTheFraction(String example, int percent) {
    assertThat(codex22.task(codex22.example(example)).progressPercent()).isEqualTo(percent);
  }

  @Test
  @DisplayName("CC22 a failed task takes its reason from the members that hint at failure")
  void findsTheReasonInTheHints() {
    Failure failed = codex22.failure(200, codex22.example("failed"));
    Failure rejected = codex22.failure(200, codex22.example("rejected"));

    assertThat(failed.kind()).isEqualTo(FailureKind.GENERATION_FAILED);
    assertThat(failed.message()).isEqualTo("The model gave no output");
    assertThat(rejected.kind()).isEqualTo(FailureKind.CONTENT_REJECTED);
    assertThat(rejected.code()).isEqualTo("output_rejected");
    assertThat(codex22.findings(codex22.example("failed")))
        .containsExactly("undocumented-value /detail/status", "undocumented-value /status");
  }

  @Test
  @DisplayName("CC24 the polling rules are ours, and no expiry is made up")
  void makesUpNoExpiry() {
    assertThat(codex22.polling().initialDelay()).isEqualTo(Duration.ZERO);
    assertThat(codex22.polling().interval()).isEqualTo(Duration.ofSeconds(10));
    assertThat(codex22.polling().timeout()).isEqualTo(Duration.ofMinutes(15));
    assertThat(codex22.video(codex22.example("completed")).expiresAt()).isNull();
  }

  @Test
  @DisplayName("CC25 a URL without a file name counts, and says no format")
  void takesNoFormatFromTheUrl() {
    ObjectNode named =
        codex22.example("completed", "/video_url", "\"https://example.com/clip.webm\"");

    assertThat(codex22.video(codex22.example("completed")).format()).isNull();
    assertThat(codex22.video(named).format()).isNull();
  }
}
