package io.github.reelay.dialect;

import static io.github.reelay.dialect.SampleResponses.CODEX;
import static io.github.reelay.dialect.SampleResponses.TOAPIS;
import static io.github.reelay.dialect.SampleResponses.XING;
import static io.github.reelay.dialect.SampleResponses.body;
import static io.github.reelay.dialect.SampleResponses.failure;
import static io.github.reelay.dialect.SampleResponses.read;
import static io.github.reelay.dialect.SampleResponses.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.task.VideoTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole task that has ended, in a response whose HTTP status says that something went wrong. */
class EndedInErrorTest {
  private static final String VIDEO =
      "'url':'https://v.example/1','video_url':'https://v.example/1'";

  @DisplayName("The task that was queried is read wherever it may stand, whatever the status")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'id':'t1','status':'completed',%s}
          {'code':500,'data':{'id':'t1','status':'SUCCESS',%s}}
          {'message':'oops','data':[{'id':'t1','status':'done',%s}]}
          """)
  void readsTheQueriedTask(String body) {
    for (int httpStatus : new int[] {302, 400, 401, 403, 404, 409, 429, 500, 502, 503}) {
      for (Dialect dialect : SampleResponses.WITHOUT_ENVELOPE) {
        VideoTask task = read(dialect, status(httpStatus, body.formatted(VIDEO))).taskOrThrow();

        assertThat(task.status()).isEqualTo(TaskStatus.SUCCEEDED);
        assertThat(task.id()).isEqualTo("t1");
      }
    }
  }

  @DisplayName("Completed without a URL, failed, cancelled and expired are ends as well")
  @ParameterizedTest
  @CsvSource({"completed, failed", "failed, failed", "cancelled, cancelled", "expired, expired"})
  void readsEachEnd(String word, String status) {
    QueryResult result = read(XING, status(500, "{'id':'t1','status':'" + word + "'}"));

    assertThat(result.taskOrThrow().status().jsonName()).isEqualTo(status);
  }

  @DisplayName("The failure of such a task is the task's, with the status of the response")
  @Test
  void namesTheTask() {
    String body =
        "{'id':'t1','status':'FAILURE','error':{'code':'content_policy_violation','message':'no'}}";

    QueryResult result = read(TOAPIS, status(422, body));

    assertThat(result).isInstanceOf(QueryResult.Found.class);
    assertThat(failure(result).origin()).isEqualTo(Origin.TASK);
    assertThat(failure(result).kind()).isEqualTo(FailureKind.CONTENT_REJECTED);
    assertThat(failure(result).httpStatus()).isEqualTo(422);
    assertThat(failure(read(TOAPIS, status(500, "{'id':'t1','status':'completed'}"))).kind())
        .isEqualTo(FailureKind.VIDEO_MISSING);
  }

  @DisplayName("22codex: the id without the name of the model is the same task, another is none")
  @ParameterizedTest
  @CsvSource({"sora-2:t1, true", "t1, true", "1, false", "sora-2:, false", "veo:t1, false"})
  void knowsTheBareId(String own, boolean same) {
    String body = "{'id':'" + own + "','status':'completed'," + VIDEO + "}";

    assertThat(read(CODEX, "sora-2:t1", status(404, body)) instanceof QueryResult.Found)
        .isEqualTo(same);
  }

  @DisplayName("Another task, none that was queried, and a task that goes on stay a failure")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':'t2','status':'completed'}",
        "{'id':'T1','status':'completed'}",
        "{'status':'completed'}",
        "{'id':null,'status':'failed'}",
        "{'id':'t1','status':'in_progress'}",
        "{'id':'t1','status':'queued'}",
        "{'id':'t1','status':'archived'}",
        "{'id':'t1'}",
        "{'id':'t1','data':{'status':'completed'}}",
        "{'id':'t1','status':'completed'"
      })
  void staysAFailure(String body) {
    for (int httpStatus : new int[] {400, 404, 429, 500}) {
      assertThat(read(TOAPIS, status(httpStatus, body))).isInstanceOf(QueryResult.Failed.class);
    }
  }

  @DisplayName("Without an id that was queried it stays a failure")
  @Test
  void needsTheIdOfTheQuery() {
    assertThat(read(TOAPIS, null, status(500, "{'id':'t1','status':'completed'}")))
        .isInstanceOf(QueryResult.Failed.class);
  }

  @DisplayName("A refusal that repeats the id is no failed task")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          401 | {'id':'t1','status':'failed','message':'invalid key'}
          402 | {'id':'t1','status':'failed','message':'no balance'}
          429 | {'id':'t1','status':'failed','message':'slow down'}
          500 | {'id':'t1','status':'error','message':'upstream'}
          502 | {'id':'t1','status':'fail','message':'upstream'}
          404 | {'id':'t1','status':'failed','error':{'code':'task_not_found'}}
          400 | {'id':'t1','status':'failed','code':'task_not_exist'}
          400 | {'id':'t1','status':'failed','error':{'code':'unauthorized'}}
          503 | {'id':'t1','status':'failed','error':{'code':429}}
          400 | {'id':'t1','status':'failed','error':{'code':'x','type':'rate_limit_exceeded'}}
          """)
  void refusalsAreNoEnd(int httpStatus, String body) {
    assertThat(read(TOAPIS, status(httpStatus, body))).isInstanceOf(QueryResult.Failed.class);
  }

  @DisplayName("A word of success on an envelope does not hide the task inside")
  @Test
  void looksBehindAnOk() {
    for (String word : new String[] {"ok", "success", "SUCCESS"}) {
      String start = "{'status':'" + word + "','data':{'id':'t1','status':";

      assertThat(read(TOAPIS, body(start + "'in_progress'}}")).taskOrThrow().status())
          .isEqualTo(TaskStatus.RUNNING);
      assertThat(read(XING, body(start + "'completed'," + VIDEO + "}}")).taskOrThrow().status())
          .isEqualTo(TaskStatus.SUCCEEDED);
    }
  }

  @DisplayName("A whole task with a word of success counts before what else is inside")
  @Test
  void believesAWholeTask() {
    String body = "{'id':'t1','status':'ok'," + VIDEO + ",'data':{'status':'failed'}}";

    assertThat(read(TOAPIS, body(body)).taskOrThrow().status()).isEqualTo(TaskStatus.SUCCEEDED);
  }
}
