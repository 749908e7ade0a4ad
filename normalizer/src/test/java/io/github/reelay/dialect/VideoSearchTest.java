package io.github.reelay.dialect;

import static io.github.reelay.dialect.SampleResponses.CODEX;
import static io.github.reelay.dialect.SampleResponses.TOAPIS;
import static io.github.reelay.dialect.SampleResponses.XING;
import static io.github.reelay.dialect.SampleResponses.findings;
import static io.github.reelay.dialect.SampleResponses.json;
import static io.github.reelay.dialect.SampleResponses.line;
import static io.github.reelay.dialect.SampleResponses.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contract.Finding;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.TaskStatus;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Issue 8, item 12: a renamed member costs no video. */
class VideoSearchTest {

  private static String completed(String members) {
    return "{'id':'t1','status':'completed'," + members + "}";
  }

  /** Where the video was found, in order; the same URL is shown by the task. */
  private static List<String> found(Dialect dialect, String body) {
    return task(dialect, body).findings().stream()
        .filter(finding -> finding.kind() == Finding.Kind.UNDOCUMENTED_PLACE)
        .map(Finding::pointer)
        .toList();
  }

  private static String url(Dialect dialect, String body) {
    return ((TaskState.Succeeded) task(dialect, body).state()).video().url().toString();
  }

  @DisplayName("Whatever listed name the URL's member gets, the video is found in its place")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "url",
        "video_url",
        "videoUrl",
        "download_url",
        "result_url",
        "content_url",
        "output",
        "outputs",
        "results"
      })
  void findsARenamedMember(String name) {
    String member = "'" + name + "':'https://v.example/1.mp4'";
    List<String> values =
        List.of(
            member,
            "'" + name + "':['https://v.example/1.mp4']",
            "'" + name + "':[{'url':'https://v.example/1.mp4'}]",
            "'" + name + "':{'video_url':'https://v.example/1.mp4'}");

    for (String value : values) {
      for (Dialect dialect : SampleResponses.ALL) {
        assertThat(url(dialect, completed(value))).isEqualTo("https://v.example/1.mp4");
        for (String holder : List.of("result", "data", "output", "metadata", "content")) {
          String held = completed("'" + holder + "':{" + value + "}");
          assertThat(url(dialect, held)).isEqualTo("https://v.example/1.mp4");
        }
      }
    }
    assertThat(url(TOAPIS, completed("'result':{'type':'video','data':[{" + member + "}]}")))
        .isEqualTo("https://v.example/1.mp4");
    assertThat(url(CODEX, completed("'detail':{" + member + "}")))
        .isEqualTo("https://v.example/1.mp4");
    assertThat(url(CODEX, completed("'detail':{'draft_info':{" + member + "}}")))
        .isEqualTo("https://v.example/1.mp4");
  }

  @DisplayName("The first place in the documented order is taken, then document order")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /videoUrl        | 'results':'https://v.example/2','videoUrl':'https://v.example/1'
          /outputs/1       | 'outputs':['soon','https://v.example/1'],'results':'https://v.example/2'
          /results/0/url   | 'results':[{'output':'https://v.example/2','url':'https://v.example/1'}]
          /data/output     | 'metadata':{'url':'https://v.example/2'},'data':{'output':'https://v.example/1','video_url':'https://v.example/2'}
          /metadata/url    | 'result':{'url':'https://v.example/2'},'metadata':{'url':'https://v.example/1'}
          /result/videoUrl | 'data':{'video_url':'https://v.example/2'},'result':{'videoUrl':'https://v.example/1'}
          /content/video_url/url | 'content':{'video_url':{'url':'https://v.example/1'}}
          /content/1/video_url/url | 'content':[{'type':'image_url','url':'https://v.example/2'},{'type':'video_url','video_url':{'url':'https://v.example/1'}}]
          /output/0/content/url | 'output':[{'content':{'url':'https://v.example/1'}}]
          /video/url       | 'videos':['https://v.example/2'],'video':{'url':'https://v.example/1','content_type':'video/mp4'}
          /task_result/videos/0/url | 'task_result':{'videos':[{'id':'v','url':'https://v.example/1','duration':'5'}]}
          /output/video    | 'output':{'type':'m2v','video':'https://v.example/1','cover':'https://v.example/2'}
          /assets/video    | 'assets':{'image':'https://v.example/2','video':'https://v.example/1'},'result':'https://v.example/2'
          /data/video_urls/0 | 'data':{'video_urls':['https://v.example/1']},'fail_reason':'https://v.example/2'
          /metadata/url    | 'metadata':{'url':'https://v.example/1'},'video':{'url':'https://v.example/2'}
          /data/0          | 'data':['https://v.example/1'],'fail_reason':'https://v.example/2'
          /fail_reason     | 'fail_reason':'https://v.example/1'
          /output/url      | 'output':{'text':'https://v.example/2','url':' `https://v.example/1` '}
          """)
  void keepsTheOrder(String pointer, String members) {
    assertThat(found(XING, completed(members))).containsExactly(pointer);
    assertThat(url(XING, completed(members))).isEqualTo("https://v.example/1");
  }

  @DisplayName("What repeats the request, and what is no video, is never taken")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'input':{'url':'https://v.example/1'},'inputs':['https://v.example/1']",
        "'image':'https://v.example/1','images':[{'url':'https://v.example/1'}]",
        "'request':{'video_url':'https://v.example/1'},'params':{'url':'https://v.example/1'}",
        "'prompt':'https://v.example/1','metadata':{'image':{'url':'https://v.example/1'}}",
        "'metadata':{'input':{'url':'https://v.example/1'},'image_url':'https://v.example/1'}",
        "'metadata':{'content':[{'type':'video_url','video_url':{'url':'https://v.example/1'}}]}",
        "'data':{'thumbnail_url':'https://v.example/1','cover':'https://v.example/1'}",
        "'result':{'poster':'https://v.example/1','last_frame_url':'https://v.example/1'}",
        "'output':{'preview':'https://v.example/1','audio_url':'https://v.example/1'}",
        "'webhook_url':'https://v.example/1','callback':{'url':'https://v.example/1'}",
        "'outputs':[{'type':'image','url':'https://v.example/1'}]",
        "'outputs':[{'mime_type':'audio/mpeg','url':'https://v.example/1'}]",
        "'content':[{'role':'reference_video','url':'https://v.example/1'}]",
        "'outputs':['https://v.example/1.PNG','https://v.example/1.jpg?x=1.mp4']",
        "'results':['https://v.example/a.webp#1','https://v.example/a.gif','https://v.example/a.mp3']",
        "'output':'done','url':'/v/1.mp4','results':[[1,true,null]],'outputs':7",
        "'links':{'url':'https://v.example/1'}",
        "'input':{'video':'https://v.example/1'},'metadata':{'video':{'url':'https://v.example/1'}}",
        "'content':[{'video':'https://v.example/1'}],'fail_reason':'see https://v.example/1'",
        "'video':{'role':'reference','url':'https://v.example/1'},'videos':['https://v.example/1.png']",
        "'md':{'url':'https://v.example/1'},'detail':{'draft_info':{'encodings':{'md':{'path':"
            + "'https://v.example/1','url':'https://v.example/1'}}}}"
      })
  void takesNothingElse(String members) {
    for (Dialect dialect : List.of(XING, CODEX)) {
      assertThat(line(dialect, completed(members))).contains("video-missing");
      assertThat(found(dialect, completed(members))).isEmpty();
    }
  }

  @DisplayName("Every video of an array is kept, and each leaves its pointer")
  @Test
  void keepsEveryVideo() {
    String body =
        "{'id':'t1','status':'completed','thumbnail':'https://v.example/t','outputs':["
            + "'https://v.example/1','https://v.example/t.png','https://v.example/1',"
            + "{'url':'https://v.example/a b'}],'expires_at':1768466914}";

    assertThat(line(TOAPIS, body))
        .isEqualTo(
            json("{'provider':'toapis','id':'t1','status':'succeeded','providerStatus':'completed',"
                    + "'terminal':true,'progressPercent':100,"
                    + "'video':{'url':'https://v.example/1','thumbnailUrl':'https://v.example/t',"
                    + "'expiresAt':'2026-01-15T08:48:34Z'},'moreVideos':["
                    + "{'url':'https://v.example/a%20b','expiresAt':'2026-01-15T08:48:34Z'}],"
                    + "'findings':[{'kind':'undocumented-field','pointer':'/outputs',"
                    + "'detail':'the contract declares no such member'},"
                    + "{'kind':'undocumented-place','pointer':'/outputs/0',"
                    + "'detail':'the video|s URL was found here'},"
                    + "{'kind':'encoded-value','pointer':'/outputs/3/url',"
                    + "'detail':'characters that no URL can hold are encoded'},"
                    + "{'kind':'undocumented-place','pointer':'/outputs/3/url',"
                    + "'detail':'the video|s URL was found here'}]}")
                .replace('|', '\''));
  }

  @DisplayName("The task in an envelope is searched before the envelope, and no other task is")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /data/content_url  | {'url':'https://v.example/2','data':{'status':'completed','content_url':'https://v.example/1'}}
          /data/0/output     | {'data':[{'status':'completed','output':'https://v.example/1'},{'output':'https://v.example/2'}]}
          /result/videoUrl   | {'data':{'status':'completed'},'result':{'videoUrl':'https://v.example/1'}}
                             | {'data':[{'status':'completed'},{'status':'completed','url':'https://v.example/2'}]}
                             | {'data':{'status':'completed','input':{'url':'https://v.example/2'}}}
          """)
  void searchesTheEnvelope(String pointer, String body) {
    assertThat(found(XING, body)).isEqualTo(pointer == null ? List.of() : List.of(pointer));
    assertThat(findings(XING, body)).contains("enveloped /data");
  }

  @DisplayName(
      "A URL where the contract names it is taken alone, and a task that goes on is not searched")
  @Test
  void searchesOnlyWhatWouldBeMissing() {
    String other = "'output':'https://v.example/2'}";

    assertThat(found(XING, "{'status':'completed','video_url':'https://v.example/1'," + other))
        .isEmpty();
    assertThat(found(XING, "{'status':'completed','video_url':'soon'," + other))
        .containsExactly("/output");
    for (String status : List.of("processing", "failed", "cancelled", "no_word")) {
      assertThat(found(XING, "{'status':'" + status + "'," + other)).isEmpty();
    }
  }

  @DisplayName("Of duplicate members the last counts, and depth ends the search")
  @Test
  void readsLikeTheTask() {
    assertThat(
            url(XING, completed("'output':'https://v.example/2','output':'https://v.example/1'")))
        .isEqualTo("https://v.example/1");
    String deep = "{'url':".repeat(40) + "'https://v.example/1'" + "}".repeat(40);
    assertThat(task(XING, completed("'url':" + deep)).status()).isEqualTo(TaskStatus.FAILED);
  }

  @DisplayName("Of very many values the first are searched, in no more time than it takes to read")
  @ParameterizedTest
  @ValueSource(strings = {"'https://v.example/1'", "{'output':[{}]}", "{}", "[[[1]]]", "null"})
  @Timeout(30)
  void searchesManyQuickly(String element) {
    String outputs = "'outputs':[" + (element + ",").repeat(150_000) + element + "]";
    String data = outputs.replace("outputs", "data");

    assertThat(url(XING, completed("'url':'https://v.example/1'," + outputs + "," + data)))
        .isEqualTo("https://v.example/1");
    assertThat(found(XING, completed(outputs + "," + data)))
        .isEqualTo(element.startsWith("'") ? List.of("/outputs/0") : List.of());
  }

  @DisplayName("A task whose type says what it makes of an image is searched like any other")
  @ParameterizedTest
  @ValueSource(strings = {"image2video", "image_to_video", "Image-to-Video", "reference2video"})
  void takesTheTypeOfATask(String type) {
    String members =
        "'type':'" + type + "','output':{'type':'" + type + "','url':'https://v.example/1'}";

    assertThat(url(XING, completed(members))).isEqualTo("https://v.example/1");
  }
}
