package io.github.reelay.dialect;

import static io.github.reelay.dialect.SampleResponses.CODEX;
import static io.github.reelay.dialect.SampleResponses.TOAPIS;
import static io.github.reelay.dialect.SampleResponses.body;
import static io.github.reelay.dialect.SampleResponses.json;
import static io.github.reelay.dialect.SampleResponses.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.json.CanonicalJson;
import io.github.reelay.task.VideoTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The id of the query counts; another id of the body is reported. Queries have tests. */
class IdentityRulesTest {

  @DisplayName("TC4, TE17: the id requested is the handle; another one in the body is reported")
  @Test
  void reportsAnotherId() {
    String body = "{'id':'video_7497f4d5','status':'queued'}";

    assertThat(CanonicalJson.line(read(TOAPIS, "order_20260428_001", body(body))))
        .isEqualTo(
            json(
                "{'provider':'toapis','id':'order_20260428_001','reportedId':'video_7497f4d5',"
                    + "'status':'queued','providerStatus':'queued','terminal':false,"
                    + "'findings':[]}"));
  }

  @DisplayName("TE13: where id says nothing, task_id is the reported one")
  @ParameterizedTest
  @CsvSource({"null, video_1", "'\"\"', video_1", "'\"t1\"', ", "'\"t2\"', t2"})
  void reportsTheTaskId(String id, String reported) {
    String body = "{'id':" + id + ",'task_id':'video_1','status':'queued'}";

    assertThat(read(TOAPIS, "t1", body(body)).taskOrThrow().reportedId()).isEqualTo(reported);
  }

  @DisplayName("Without an id requested the body's own is used, and nothing is reported")
  @Test
  void usesTheBodysOwnId() {
    VideoTask task = read(CODEX, null, body("{'id':'sora-2:t1','status':'pending'}")).taskOrThrow();

    assertThat(task.id()).isEqualTo("sora-2:t1");
    assertThat(task.reportedId()).isNull();
    assertThat(task.handle()).hasToString("22codex:sora-2:t1");
  }

  @DisplayName("Without any id the key is absent, and there is no handle")
  @ParameterizedTest
  @ValueSource(strings = {"", "'id':null,", "'id':'',", "'id':' ',", "'id':{},"})
  void knowsNoId(String member) {
    var result = read(TOAPIS, null, body("{" + member + "'status':'queued'}"));

    assertThat(CanonicalJson.line(result))
        .startsWith(json("{'provider':'toapis','status':'queued'"));
    assertThat(result.taskOrThrow().handle()).isNull();
  }

  @DisplayName("TE16: prefixes are never validated")
  @ParameterizedTest
  @ValueSource(strings = {"task_1", "tsk_vid_1", "vid_1", "1", "..", "a/b", "视频", "%2e"})
  void takesAnyId(String id) {
    for (Dialect dialect : SampleResponses.ALL) {
      VideoTask task =
          read(dialect, id, body("{'id':'" + id + "','status':'queued'}")).taskOrThrow();

      assertThat(task.id()).isEqualTo(id);
      assertThat(task.reportedId()).isNull();
    }
  }
}
