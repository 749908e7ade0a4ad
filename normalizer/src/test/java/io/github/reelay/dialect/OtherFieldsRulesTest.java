package io.github.reelay.dialect;

import static io.github.reelay.dialect.SampleResponses.CODEX;
import static io.github.reelay.dialect.SampleResponses.TOAPIS;
import static io.github.reelay.dialect.SampleResponses.XING;
import static io.github.reelay.dialect.SampleResponses.body;
import static io.github.reelay.dialect.SampleResponses.findings;
import static io.github.reelay.dialect.SampleResponses.json;
import static io.github.reelay.dialect.SampleResponses.line;
import static io.github.reelay.dialect.SampleResponses.read;
import static io.github.reelay.dialect.SampleResponses.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.task.TaskState;
import io.github.reelay.task.Video;
import io.github.reelay.task.VideoTask;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Duration, format, size and model are taken as documented, and never guessed. */
class OtherFieldsRulesTest {

  private static Video video(Dialect dialect, String members) {
    String body = "{'id':'t1','status':'completed'," + members + "}";
    return ((TaskState.Succeeded) task(dialect, body).state()).video();
  }

  @DisplayName("A length above 0 is the duration in seconds; another is noted")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          10         | PT10S            |
          10.0       | PT10S            |
          4.000000   | PT4S             |
          4.35       | PT4.35S          |
          0.001      | PT0.001S         |
          '10'       | PT10S            | type-mismatch
          0          |                  | ignored-value
          -5         |                  | ignored-value
          0.0        |                  | ignored-value
          1e-12      |                  | ignored-value
          1e300      |                  | ignored-value
          null       |                  |
          []         |                  | type-mismatch
          """)
  void readsDurations(String written, String duration, String kind) {
    String toapis = "'url':'https://v.example/1','duration':" + written;
    String xing = "'video_url':'https://v.example/1','actualDuration':" + written;

    for (Video video : new Video[] {video(TOAPIS, toapis), video(XING, xing)}) {
      assertThat(video.duration() == null ? null : video.duration().toString()).isEqualTo(duration);
    }
    assertThat(findings(XING, "{'id':'t1','status':'completed'," + xing + "}"))
        .isEqualTo(kind == null ? List.of() : List.of(kind + " /actualDuration"));
  }

  @DisplayName("X35: xingchaoyiqing makes mp4, whatever the URL looks like")
  @Test
  void xingIsAlwaysMp4() {
    assertThat(video(XING, "'video_url':'https://v.example/1.webm'").format()).isEqualTo("mp4");
  }

  @DisplayName("No format is guessed from a URL")
  @Test
  void guessesNoFormat() {
    assertThat(video(TOAPIS, "'url':'https://v.example/1.mp4'").format()).isNull();
    assertThat(video(CODEX, "'video_url':'https://v.example/1.mp4'").format()).isNull();
  }

  @DisplayName("CC18: n_frames is never converted")
  @Test
  void neverConvertsFrames() {
    String members = "'video_url':'https://v.example/1','detail':{'pending_info':{'n_frames':450}}";

    assertThat(video(CODEX, members).duration()).isNull();
  }

  @DisplayName("CC16: 22codex thumbnail and preview are taken in the documented order")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          https://t/1 |             | 'thumbnail_url':'https://t/1','detail':{'thumbnail_url':'https://t/2'}
          https://t/2 |             | 'thumbnail_url':null,'detail':{'thumbnail_url':'https://t/2','draft_info':{'encodings':{'thumbnail':{'path':'https://t/3'}}}}
          https://t/3 |             | 'detail':{'draft_info':{'encodings':{'thumbnail':{'path':'https://t/3'},'gif':null}}}
                      | https://g/1 | 'detail':{'gif_url':'https://g/1','draft_info':{'encodings':{'gif':{'path':'https://g/2'}}}}
                      | https://g/2 | 'detail':{'draft_info':{'encodings':{'gif':{'path':'https://g/2'}}}}
          """)
  void readsThumbnailAndPreview(String thumbnail, String preview, String members) {
    Video video = video(CODEX, "'video_url':'https://v.example/1'," + members);

    assertThat(video.thumbnailUrl() == null ? null : video.thumbnailUrl().toString())
        .isEqualTo(thumbnail);
    assertThat(video.previewUrl() == null ? null : video.previewUrl().toString())
        .isEqualTo(preview);
  }

  @DisplayName("CC20: width and height come from the top, draft_info or pending_info, each")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          1 | 2 | 'width':1,'height':2,'detail':{'draft_info':{'width':3,'height':4}}
          3 | 4 | 'detail':{'draft_info':{'width':3,'height':4},'pending_info':{'width':5,'height':6}}
          5 | 6 | 'detail':{'pending_info':{'width':5,'height':6}}
          1 | 4 | 'width':1,'detail':{'draft_info':{'height':4}}
          3 | 6 | 'width':0,'height':-2,'detail':{'draft_info':{'width':3,'height':9999999999},'pending_info':{'height':6}}
            |   | 'width':null
          """)
  void readsTheSize(Integer width, Integer height, String members) {
    Video video = video(CODEX, "'video_url':'https://v.example/1'," + members);

    assertThat(video.width()).isEqualTo(width);
    assertThat(video.height()).isEqualTo(height);
  }

  @DisplayName("A number of pixels that is not above 0 is noted")
  @Test
  void notesOddPixels() {
    String body = "{'id':'t1','status':'completed','width':0,'height':-1}";

    assertThat(findings(CODEX, body))
        .containsExactly("ignored-value /height", "ignored-value /width");
  }

  @DisplayName("CC12: 22codex created, updated and completed come from three places")
  @Test
  void readsTimesOfCodex() {
    VideoTask task =
        task(
            CODEX,
            "{'id':'t1','status':'completed','status_update_time':1759763651908,'detail':{"
                + "'pending_info':{'created_at':'2025-10-06T15:10:26.875729Z'},"
                + "'draft_info':{'created_at':1759763631.222531}}}");

    assertThat(task.createdAt()).hasToString("2025-10-06T15:10:26.875729Z");
    assertThat(task.updatedAt()).hasToString("2025-10-06T15:14:11.908Z");
    assertThat(task.completedAt()).hasToString("2025-10-06T15:13:51.222531Z");
  }

  @DisplayName("Status_update_time is the completion of a terminal 22codex response only")
  @ParameterizedTest
  @CsvSource({
    "completed, true",
    "failed, true",
    "cancelled, true",
    "expired, true",
    "pending, false",
    "processing, false",
    "no_word, false"
  })
  void updateOfATerminalResponseIsItsCompletion(String status, boolean terminal) {
    String body = "{'id':'t1','status':'" + status + "','status_update_time':1759763651908}";

    assertThat(task(CODEX, body).updatedAt()).hasToString("2025-10-06T15:14:11.908Z");
    assertThat(task(CODEX, body).completedAt())
        .isEqualTo(terminal ? task(CODEX, body).updatedAt() : null);
  }

  @DisplayName("CC14: the model of 22codex is the prefix of the public id")
  @Test
  void modelIsThePrefix() {
    String inner = "'detail':{'input':{'model':'sy_ore','prompt':'make animate'}}";

    assertThat(
            SampleResponses.line(
                CODEX, "{'id':'sora-2:t1','status':'pending'," + inner + ",'model':'other'}"))
        .isEqualTo(
            json(
                "{'provider':'22codex','id':'t1','reportedId':'sora-2:t1','status':'queued',"
                    + "'providerStatus':'pending','terminal':false,'model':'sora-2',"
                    + "'prompt':'make animate','findings':[]}"));
    assertThat(read(CODEX, "sora-2:t1", body("{'status':'pending'}")).taskOrThrow().model())
        .isEqualTo("sora-2");
    assertThat(read(CODEX, ":t1", body("{'status':'pending'}")).taskOrThrow().model()).isNull();
    assertThat(read(CODEX, null, body("{'status':'pending'}")).taskOrThrow().model()).isNull();
  }

  @DisplayName("The prompt is detail.input.prompt and no other")
  @Test
  void promptIsTheInputs() {
    String inner = "{'pending_info':{'prompt':'a'},'draft_info':{'prompt':'b'}}";
    String body = "{'id':'t1','status':'pending','enhanced_prompt':'c','detail':" + inner + "}";

    assertThat(task(CODEX, body).prompt()).isNull();
    assertThat(task(CODEX, "{'status':'pending','detail':{'input':{'prompt':' a b '}}}").prompt())
        .isEqualTo(" a b ");
  }

  @DisplayName("Model and times of toapis and xingchaoyiqing are their own")
  @Test
  void readsModelAndTimes() {
    assertThat(
            line(
                TOAPIS,
                "{'id':'t1','status':'failed','model':'sora-2','created_at':1768380222,"
                    + "'completed_at':1768380514,'usage':{'a':[1]},'client_business_id':'o1'}"))
        .isEqualTo(
            json(
                "{'provider':'toapis','id':'t1','status':'failed','providerStatus':'failed',"
                    + "'terminal':true,'model':'sora-2','createdAt':'2026-01-14T08:43:42Z',"
                    + "'completedAt':'2026-01-14T08:48:34Z',"
                    + "'failure':{'kind':'generation-failed','origin':'task','httpStatus':200,"
                    + "'retry':'no'},'findings':[]}"));
    assertThat(
            line(
                XING,
                "{'id':'t1','object':'video.generation','created':1774493771,"
                    + "'model':'openAiSora2Plus','status':'processing','video_url':null,"
                    + "'error':null}"))
        .isEqualTo(
            json(
                "{'provider':'xingchaoyiqing','id':'t1','status':'running',"
                    + "'providerStatus':'processing','terminal':false,'model':'openAiSora2Plus',"
                    + "'createdAt':'2026-03-26T02:56:11Z','findings':[]}"));
  }
}
