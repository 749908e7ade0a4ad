package io.github.reelay.dialect;

import static io.github.reelay.dialect.SampleResponses.CODEX;
import static io.github.reelay.dialect.SampleResponses.TOAPIS;
import static io.github.reelay.dialect.SampleResponses.XING;
import static io.github.reelay.dialect.SampleResponses.body;
import static io.github.reelay.dialect.SampleResponses.failure;
import static io.github.reelay.dialect.SampleResponses.findings;
import static io.github.reelay.dialect.SampleResponses.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.task.TaskStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A 200 with a gateway's word for a refusal as its status: without any id it is no task. */
class GatewayWordsTest {
  private static final Dialect[] DIALECTS = {TOAPIS, XING, CODEX};
  private static final String OWN_WORDS =
      """
      name: my
      baseUrl: https://relay.example
      path: /v1/videos/{id}
      words: {running: [error], failed: [Fail]}
      read: {id: /id, status: /status, video.url: /url}
      """;

  @DisplayName("It is a failure of the query, by its code, also below error, and its message")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'status':'error','code':429,'message':'Too many requests'}           | rate-limited; 429; Too many requests; yes
          {'status':'error','code':401,'message':'invalid token'}               | unauthorized; 401; invalid token; no
          {'status':'ERROR','code':'402','msg':'no balance'}                    | quota-exhausted; 402; no balance; no
          {'status':'error','error':{'code':429,'message':'slow down'}}         | rate-limited; 429; slow down; yes
          {'status':'fail','error':{'code':'unauthorized','message':'bad key'}} | unauthorized; unauthorized; bad key; no
          {'status':'fail','error':{'code':503},'data':{}}                      | provider-error; 503; ; yes
          {'status':'error','code':404,'message':'not here','id':null}          | not-found; 404; not here; no
          {'status':'fail','message':'system busy','data':null}                 | unknown; ; system busy; unknown
          {'status':' Fail ','code':0,'message':'system busy','data':[]}        | unknown; 0; system busy; unknown
          {'status':'error','error':'upstream'}                                 | unknown; ; upstream; unknown
          {'status':'error'}                                                    | unknown; ; ; unknown
          {'code':500,'message':'no','data':{'status':'error'}}                 | provider-error; 500; no; yes
          """)
  void refusesTheQuery(String body, String expected) {
    for (Dialect dialect : DIALECTS) {
      FailureLine.check(dialect, 200, body, expected);
    }
  }

  @DisplayName("The provider's own code for an unknown task still denies the task")
  @Test
  void deniesTheTask() {
    String body = "{'status':'error','code':'task_not_found','message':'gone'}";

    assertThat(failure(read(TOAPIS, body(body))).deniesTask()).isTrue();
  }

  @DisplayName("The findings of reading it as a task are kept, as of other errors in a 200")
  @Test
  void keepsFindings() {
    assertThat(findings(XING, "{'status':'error','code':429}"))
        .contains("undocumented-field /code", "undocumented-value /status");
  }

  @DisplayName("With an id, wherever a task has it, the task has failed")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'status':'error','id':'t1','code':429,'message':'x'}",
        "{'status':'fail','task_id':'t1'}",
        "{'status':'error','data':{'id':'t1'}}",
        "{'status':'fail','data':[{'task_id':'t1'}]}",
        "{'id':'t1','data':{'status':'error'}}",
        "{'code':500,'data':{'id':'t1','status':'fail'}}"
      })
  void needsNoIdAtAll(String body) {
    for (Dialect dialect : DIALECTS) {
      assertThat(read(dialect, body(body)).taskOrThrow().status()).isEqualTo(TaskStatus.FAILED);
    }
  }

  @DisplayName("22codex: an id in the detail is an id of the task")
  @Test
  void knowsTheIdInside() {
    assertThat(read(CODEX, body("{'status':'error','detail':{'id':'t1'}}")).taskOrThrow().status())
        .isEqualTo(TaskStatus.FAILED);
  }

  @DisplayName("Any other word of failure needs no id")
  @ParameterizedTest
  @ValueSource(strings = {"failed", "FAILURE", "timeout", "rejected", "errored"})
  void otherWordsEndTheTask(String word) {
    for (Dialect dialect : DIALECTS) {
      QueryResult result = read(dialect, body("{'status':'" + word + "','message':'x'}"));

      assertThat(result.taskOrThrow().status()).isEqualTo(TaskStatus.FAILED);
    }
  }

  @DisplayName("A word of success on the envelope shows the task inside, without an id too")
  @Test
  void showsTheTaskInside() {
    for (Dialect dialect : DIALECTS) {
      QueryResult result =
          read(dialect, body("{'status':'success','data':{'status':'processing'}}"));

      assertThat(result.taskOrThrow().status()).isEqualTo(TaskStatus.RUNNING);
    }
  }

  @DisplayName("A word that the provider's document names means what the document says")
  @ParameterizedTest
  @CsvSource({"error, RUNNING", "Error, RUNNING", "fail, FAILED", "FAIL, FAILED"})
  void keepsDocumentedWords(String word, TaskStatus status) {
    Dialect own = Dialect.parse("my.yaml", OWN_WORDS);

    assertThat(read(own, body("{'status':'" + word + "'}")).taskOrThrow().status())
        .isEqualTo(status);
  }
}
