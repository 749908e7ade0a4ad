package io.github.reelay.dialect;

import static io.github.reelay.dialect.SampleResponses.CODEX;
import static io.github.reelay.dialect.SampleResponses.TOAPIS;
import static io.github.reelay.dialect.SampleResponses.XING;
import static io.github.reelay.dialect.SampleResponses.findings;
import static io.github.reelay.dialect.SampleResponses.json;
import static io.github.reelay.dialect.SampleResponses.line;
import static io.github.reelay.dialect.SampleResponses.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.task.TaskState;
import io.github.reelay.task.TaskStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A URL stays as the provider wrote it, but for bytes that no URL can hold. */
class UrlRulesTest {

  private static String url(Dialect dialect, String body) {
    return ((TaskState.Succeeded) task(dialect, body).state()).video().url().toString();
  }

  @DisplayName("What is legal in a URL is never changed")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/?sample-video-src=1",
        "http://v.example/a.mp4",
        "HTTPS://V.Example:443/a/../b.mp4",
        "https://v.example/%7Ea%2Fb%20c+d.mp4?sig=a%2Bb%3D%3d&e=1#t",
        "https://v.example/a?x-sig=AbC/+=&Expires=1774580351",
        "https://[::1]:8080/v?x=;,:@",
        "https://My_Bucket.example/a.mp4",
        "https://user:pass@v.example:65535/a.mp4",
        "https://127.0.0.1/a//b/./c"
      })
  void keepsUrlsAsWritten(String url) {
    String body = "{'id':'t1','status':'completed','video_url':'" + url + "'}";

    assertThat(url(XING, body)).isEqualTo(url);
    assertThat(line(XING, body)).contains(json("'video':{'url':'" + url + "'"));
    assertThat(findings(XING, body)).isEmpty();
  }

  @DisplayName("What no URL can hold is percent-encoded as UTF-8, with a finding")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://v.example/视频.mp4?名=值 | https://v.example/%E8%A7%86%E9%A2%91.mp4?%E5%90%8D=%E5%80%BC
          https://v.example/a b.mp4       | https://v.example/a%20b.mp4
          https://v.example/<id>          | https://v.example/%3Cid%3E
          https://v.example/%zz%2f        | https://v.example/%25zz%2f
          https://v.example/a\\\\b[1]     | https://v.example/a%5Cb%5B1%5D
          https://v.example/{a}?a``       | https://v.example/%7Ba%7D?a
          https://v.example/a\\r\\nX:b    | https://v.example/a%0D%0AX:b
          https://例え.example/a           | https://xn--r8jz45g.example/a
          """)
  void encodesWhatNoUrlCanHold(String text, String url) {
    String body = "{'id':'t1','status':'completed','video_url':'" + text + "'}";

    assertThat(line(XING, body))
        .isEqualTo(
            json(
                "{'provider':'xingchaoyiqing','id':'t1','status':'succeeded',"
                    + "'providerStatus':'completed','terminal':true,'progressPercent':100,"
                    + "'video':{'url':'"
                    + url
                    + "','format':'mp4'},'findings':[{'kind':'encoded-value','pointer':'/video_url','detail':'characters"
                    + " that no URL can hold are encoded'}]}"));
  }

  @DisplayName("Thumbnails and previews are encoded as well, in each of their places")
  @Test
  void encodesThumbnails() {
    String body =
        "{'id':'t1','status':'completed','video_url':'https://v.example/v','thumbnail_url':"
            + "'https://v.example/t 1','detail':{'gif_url':'https://v_e.example/g|1'}}";

    assertThat(findings(CODEX, body))
        .containsExactly("encoded-value /detail/gif_url", "encoded-value /thumbnail_url");
    assertThat(line(CODEX, body))
        .contains(
            json(
                "'thumbnailUrl':'https://v.example/t%201',"
                    + "'previewUrl':'https://v_e.example/g%7C1'"));
  }

  @DisplayName("Blanks and back-ticks around a URL are trimmed")
  @ParameterizedTest
  @ValueSource(
      strings = {
        " https://v.example/a ",
        "`https://v.example/a`",
        " `https://v.example/a` ",
        "\\n\\t https://v.example/a\\u00a0",
        "``https://v.example/a` `"
      })
  void trimsUrls(String url) {
    String body = "{'id':'t1','status':'completed','url':'" + url + "'}";

    assertThat(url(TOAPIS, body)).isEqualTo("https://v.example/a");
    assertThat(findings(TOAPIS, body)).isEmpty();
  }

  @DisplayName("What is no absolute http or https URL does not count, and is noted")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v/1.mp4",
        "v.example/1.mp4",
        "//v.example/1.mp4",
        "ftp://v.example/1.mp4",
        "file:///tmp/1.mp4",
        "data:video/mp4;base64,AAAA",
        "javascript:alert(1)",
        "https:",
        "https://",
        "https:///1.mp4",
        "https:v.example/1.mp4",
        "https://v.example:65536/1.mp4",
        "https://v.example:0/1.mp4",
        "https://my_bucket.example:99999/1.mp4",
        "https://{host}/1.mp4",
        "https://v%2eexample/1.mp4",
        "not yet"
      })
  void refusesOtherText(String url) {
    assertThat(line(XING, "{'id':'t1','status':'completed','video_url':'" + url + "'}"))
        .isEqualTo(
            json(
                "{'provider':'xingchaoyiqing','id':'t1','status':'failed',"
                    + "'providerStatus':'completed','terminal':true,"
                    + "'failure':{'kind':'video-missing','origin':'task','httpStatus':200,"
                    + "'retry':'yes'},'findings':[{'kind':'ignored-value',"
                    + "'pointer':'/video_url','detail':'not an absolute http or https URL'}]}"));
  }

  @DisplayName("A blank URL is no URL and no finding")
  @ParameterizedTest
  @ValueSource(strings = {"''", "'  '", "'``'", "' ` '", "null"})
  void blankIsNothing(String url) {
    String body = "{'id':'t1','status':'queued','video_url':" + url + "}";

    assertThat(findings(XING, body)).isEmpty();
  }

  @DisplayName("TC2: toapis url counts before result.data, and every other video is kept")
  @Test
  void keepsEveryVideoOfToapis() {
    String body =
        "{'id':'t1','status':'completed','expires_at':1768466914,"
            + "'url':'https://v.example/0','thumbnail':'https://v.example/t','duration':10,"
            + "'result':{'type':'video','data':["
            + "{'url':'https://v.example/1','format':'mp4'},null,"
            + "{'url':'no','format':'mp4'},{'format':'mp4'},"
            + "{'url':'https://v.example/2','format':'webm'},{'url':'https://v.example/3'}]}}";

    assertThat(line(TOAPIS, body))
        .isEqualTo(
            json(
                "{'provider':'toapis','id':'t1','status':'succeeded','providerStatus':'completed',"
                    + "'terminal':true,'progressPercent':100,"
                    + "'video':{'url':'https://v.example/0','thumbnailUrl':'https://v.example/t',"
                    + "'durationSeconds':10.0,'expiresAt':'2026-01-15T08:48:34Z'},'moreVideos':["
                    + "{'url':'https://v.example/1','format':'mp4',"
                    + "'expiresAt':'2026-01-15T08:48:34Z'},"
                    + "{'url':'https://v.example/2','format':'webm',"
                    + "'expiresAt':'2026-01-15T08:48:34Z'},"
                    + "{'url':'https://v.example/3','expiresAt':'2026-01-15T08:48:34Z'}],"
                    + "'findings':[{'kind':'ignored-value','pointer':'/result/data/2/url',"
                    + "'detail':'not an absolute http or https URL'}]}"));
  }

  @DisplayName("TE1: without url the first of result.data is the video")
  @Test
  void readsTheResultOfToapis() {
    String body =
        "{'id':'t1','status':'completed','url':'','result':{'type':'video','data':["
            + "{'url':'https://v.example/1','format':'mp4'}]}}";

    assertThat(line(TOAPIS, body))
        .isEqualTo(
            json(
                "{'provider':'toapis','id':'t1','status':'succeeded','providerStatus':'completed',"
                    + "'terminal':true,'progressPercent':100,"
                    + "'video':{'url':'https://v.example/1','format':'mp4'},'findings':[]}"));
  }

  @DisplayName("The same URL in several places is one video, with the first format given")
  @Test
  void oneUrlIsOneVideo() {
    String body =
        "{'id':'t1','status':'completed','url':'https://v.example/1','result':{'data':["
            + "{'url':'https://v.example/1','format':'mp4'},"
            + "{'url':'https://v.example/1','format':'mp4'},"
            + "{'url':' https://v.example/1','format':'mov'}]}}";

    assertThat(line(TOAPIS, body))
        .isEqualTo(
            json(
                "{'provider':'toapis','id':'t1','status':'succeeded','providerStatus':'completed',"
                    + "'terminal':true,'progressPercent':100,"
                    + "'video':{'url':'https://v.example/1','format':'mp4'},'findings':[]}"));
  }

  @DisplayName("TE19: a result of another type shows no video and leaves a finding")
  @Test
  void charactersAreNoVideo() {
    String body =
        "{'id':'t1','status':'completed','result':{'type':'character','data':{'characters':[]}}}";

    assertThat(findings(TOAPIS, body)).containsExactly("type-mismatch /result/data");
    assertThat(task(TOAPIS, body).status()).isEqualTo(TaskStatus.FAILED);
  }

  @DisplayName("CC15: 22codex URLs are taken in the documented order of places, md never")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          https://v.example/1 | 'video_url':'https://v.example/1','detail':{'url':'https://v.example/2'}
          https://v.example/2 | 'video_url':null,'detail':{'url':'https://v.example/2','draft_info':{'url':'https://v.example/3'}}
          https://v.example/3 | 'detail':{'draft_info':{'url':'https://v.example/3','downloadable_url':'https://v.example/4'}}
          https://v.example/4 | 'detail':{'draft_info':{'url':' ','downloadable_url':'https://v.example/4','encodings':{'source':{'path':'https://v.example/5'}}}}
          https://v.example/5 | 'detail':{'draft_info':{'encodings':{'md':{'path':'https://v.example/0'},'source_wm':{'path':'https://v.example/6'},'source':{'path':'https://v.example/5'}}}}
          https://v.example/6 | 'detail':{'draft_info':{'encodings':{'md':{'path':'https://v.example/0'},'source':null,'source_wm':{'path':'https://v.example/6'}}}}
          https://v.example/2 | 'video_url':'soon','detail':{'url':'https://v.example/2'}
          """)
  void takesTheFirstUsableUrl(String url, String members) {
    assertThat(url(CODEX, "{'id':'t1','status':'completed'," + members + "}")).isEqualTo(url);
  }

  @DisplayName("Md is never the video")
  @Test
  void neverTakesMd() {
    String body =
        "{'id':'t1','status':'completed','detail':{'draft_info':{'encodings':{"
            + "'md':{'path':'https://v.example/md'},'gif':{'path':'https://v.example/gif'}}}}}";

    assertThat(line(CODEX, body)).contains("video-missing").doesNotContain("v.example");
  }

  @DisplayName("What is unusable is noted in each of its places")
  @Test
  void notesEveryUnusableUrl() {
    String body =
        "{'id':'t1','status':'completed','video_url':'x','thumbnail_url':'t','detail':{'url':'x',"
            + "'gif_url':'g','draft_info':{'url':'x','encodings':{'source':{'path':'x'},"
            + "'md':{'path':'never read as a URL'}}}}}";

    assertThat(findings(CODEX, body))
        .containsExactly(
            "ignored-value /detail/draft_info/encodings/source/path",
            "ignored-value /detail/draft_info/url",
            "ignored-value /detail/gif_url",
            "ignored-value /detail/url",
            "ignored-value /thumbnail_url",
            "ignored-value /video_url");
  }

  @DisplayName("A URL on a task that has not succeeded is not shown")
  @ParameterizedTest
  @ValueSource(strings = {"queued", "in_progress", "failed", "cancelled", "expired", "no_word"})
  void hidesEarlyUrls(String status) {
    String members =
        "'url':'https://v.example/1','video_url':'https://v.example/1',"
            + "'thumbnail_url':'https://v.example/1','thumbnail':'https://v.example/1'";
    String body = "{'id':'t1','status':'" + status + "'," + members + "}";

    for (Dialect dialect : SampleResponses.ALL) {
      assertThat(line(dialect, body)).doesNotContain("v.example");
    }
  }
}
