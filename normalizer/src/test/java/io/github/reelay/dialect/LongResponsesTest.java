package io.github.reelay.dialect;

import static io.github.reelay.dialect.SampleResponses.CODEX;
import static io.github.reelay.dialect.SampleResponses.TOAPIS;
import static io.github.reelay.dialect.SampleResponses.XING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.VideoTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Providers repeat what they were sent, images included. */
class LongResponsesTest {
  private static final String URL = "https://v.example/1.mp4";

  private static String url(VideoTask task) {
    return ((TaskState.Succeeded) task.state()).video().url().toString();
  }

  @DisplayName("22codex: a long image of the request is absent, and the video is there")
  @ParameterizedTest
  @ValueSource(ints = {262_123, 330_000, 1_300_000, 8_000_000})
  void image(int letters) {
    String image = "data:image/png;base64," + "A".repeat(letters);
    String body =
        "{'id':'t1','status':'completed','detail':{'id':'d1','status':'completed','input':"
            + "{'images':['%s','https://i.example/2.png'],'prompt':'a cat'},'url':'%s'}}";

    QueryResult result =
        SampleResponses.read(CODEX, SampleResponses.body(body.formatted(image, URL)));

    assertThat(url(result.taskOrThrow())).isEqualTo(URL);
    assertThat(SampleResponses.findings(CODEX, body.formatted(image, URL)))
        .contains("ignored-value /detail/input/images/0")
        .doesNotContain("ignored-value /detail/input/images/1");
  }

  @DisplayName("toapis: a long member that the contract does not know is skipped")
  @ParameterizedTest
  @ValueSource(ints = {262_145, 300_000, 4_000_000})
  void undocumented(int letters) {
    String body =
        "{'id':'t1','status':'completed','url':'%s','param':'%s'}"
            .formatted(URL, "x".repeat(letters));

    assertThat(url(SampleResponses.task(TOAPIS, body))).isEqualTo(URL);
    assertThat(SampleResponses.findings(TOAPIS, body)).containsExactly("undocumented-field /param");
  }

  @DisplayName("Every response on the way to the end may repeat the request")
  @ParameterizedTest
  @CsvSource({
    "queued, 400000",
    "in_progress, 400000",
    "queued, 2000000",
    "in_progress, 2000000",
    "failed, 2000000",
    "completed, 2000000"
  })
  void echo(String status, int letters) {
    String body =
        "{'metadata':{'image':'%s','n':[%s0]},'id':'t1','status':'%s','url':'%s'}"
            .formatted("A".repeat(letters), "1,".repeat(60_000), status, URL);
    for (Dialect dialect : SampleResponses.ALL) {
      VideoTask task = SampleResponses.task(dialect, body);

      assertThat(task.id()).isEqualTo("t1");
      assertThat(task.providerStatus()).isEqualTo(status);
    }
  }

  @DisplayName("A task inside an envelope is found behind what is long")
  @Test
  void envelope() {
    String body =
        "{'code':0,'echo':'%s','data':{'big':%s,'id':'t1','status':'queued'}}"
            .formatted("A".repeat(3_000_000), "9".repeat(300_000));
    for (Dialect dialect : SampleResponses.WITHOUT_ENVELOPE) {
      VideoTask task = SampleResponses.task(dialect, body);

      assertThat(task.id()).isEqualTo("t1");
      assertThat(task.providerStatus()).isEqualTo("queued");
    }
  }

  @DisplayName("A declared text that is too long is absent, and the rest is read")
  @Test
  void longDeclaredText() {
    String body =
        "{'id':'t1','status':'completed','video_url':'%s','prompt':'%s','model':'%s'}"
            .formatted(URL, "p".repeat(300_000), "m".repeat(300_000));

    VideoTask task = SampleResponses.task(XING, body);

    assertThat(url(task)).isEqualTo(URL);
    assertThat(task.prompt()).isNull();
    assertThat(task.model()).isNull();
    assertThat(SampleResponses.findings(XING, body)).contains("ignored-value /model");
  }

  @DisplayName("A message that is too long says nothing, and the code next to it decides")
  @Test
  void longMessage() {
    String body =
        "{'error':{'message':'%s','code':'task_not_exist'}}".formatted("x".repeat(300_000));
    for (Dialect dialect : SampleResponses.ALL) {
      var failure =
          SampleResponses.failure(SampleResponses.read(dialect, SampleResponses.status(400, body)));

      assertThat(failure.kind().jsonName()).isEqualTo("not-found");
      assertThat(failure.message()).isNull();
    }
  }
}
