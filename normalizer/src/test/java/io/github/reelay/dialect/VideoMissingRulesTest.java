package io.github.reelay.dialect;

import static io.github.reelay.dialect.SampleResponses.CODEX;
import static io.github.reelay.dialect.SampleResponses.TOAPIS;
import static io.github.reelay.dialect.SampleResponses.XING;
import static io.github.reelay.dialect.SampleResponses.json;
import static io.github.reelay.dialect.SampleResponses.line;
import static io.github.reelay.dialect.SampleResponses.read;
import static io.github.reelay.dialect.SampleResponses.withHeaders;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A completed task without a usable URL has failed, with video-missing. */
class VideoMissingRulesTest {

  @DisplayName("Completed without a usable URL is failed, video-missing, without progress")
  @Test
  void isVideoMissing() {
    String body =
        "{'id':'t1','status':'completed','progress':100,'completed_at':1768380514,"
            + "'expires_at':1768466914,'result':{'type':'video','data':[]}}";

    assertThat(line(TOAPIS, body))
        .isEqualTo(
            json(
                "{'provider':'toapis','id':'t1','status':'failed','providerStatus':'completed',"
                    + "'terminal':true,'completedAt':'2026-01-14T08:48:34Z',"
                    + "'failure':{'kind':'video-missing','origin':'task','httpStatus':200,"
                    + "'retry':'yes'},'findings':[]}"));
  }

  @DisplayName("The provider's words are kept, and decide nothing")
  @Test
  void keepsTheReason() {
    assertThat(line(XING, "{'id':'t1','status':'completed','error':'prohibited content'}"))
        .isEqualTo(
            json(
                "{'provider':'xingchaoyiqing','id':'t1','status':'failed',"
                    + "'providerStatus':'completed','terminal':true,"
                    + "'failure':{'kind':'video-missing','origin':'task',"
                    + "'message':'prohibited content','httpStatus':200,'retry':'yes'},"
                    + "'findings':[]}"));
  }

  @DisplayName("A thumbnail or a preview alone is no video")
  @Test
  void previewIsNoVideo() {
    String body =
        "{'id':'t1','status':'completed','thumbnail_url':'https://v.example/t',"
            + "'detail':{'gif_url':'https://v.example/g'}}";

    assertThat(line(CODEX, body))
        .isEqualTo(
            json(
                "{'provider':'22codex','id':'t1','status':'failed','providerStatus':'completed',"
                    + "'terminal':true,'failure':{'kind':'video-missing','origin':'task',"
                    + "'httpStatus':200,'retry':'yes'},'findings':[]}"));
  }

  @DisplayName("Since another query can help, Retry-After is kept")
  @Test
  void keepsRetryAfter() {
    var response = withHeaders(200, "{'id':'t1','status':'completed'}", "retry-after", "7");

    assertThat(SampleResponses.failure(read(TOAPIS, response)).retryAfter()).hasToString("PT7S");
  }
}
