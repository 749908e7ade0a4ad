package io.github.reelay.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.task.VideoTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A task that is the whole body, where the contract puts it into an envelope. */
class OutsideEnvelopeTest {
  private static final Dialect GATEWAY = Dialect.parse("my.yaml", ShortDocument.GATEWAY);
  private static final Dialect NESTED =
      Dialect.parse(
          "my.yaml", ShortDocument.GATEWAY.replace("task: /data", "task: \"/the \\\"a\\\"/b~1c\""));

  private static QueryResult read(Dialect dialect, String body) {
    return dialect.read(SampleResponses.json(body));
  }

  @DisplayName("It is read as inside, and one finding says where it stands")
  @Test
  void isReadAsInside() {
    String task =
        "{'task_id':'t1','status':'SUCCESS','progress':'100%','created_at':1774493400,"
            + "'result_url':'https://files.example/1.mp4'}";

    for (Dialect dialect : new Dialect[] {GATEWAY, NESTED}) {
      VideoTask found = read(dialect, task).taskOrThrow();

      assertThat(found.id()).isEqualTo("t1");
      assertThat(((TaskState.Succeeded) found.state()).video().url())
          .hasToString("https://files.example/1.mp4");
      assertThat(found.createdAt()).hasToString("2026-03-26T02:50:00Z");
      assertThat(found.findings())
          .extracting(Object::toString)
          .containsExactly(
              "Finding[kind=ENVELOPED, pointer=, detail=the task stands outside of its envelope]");
    }
  }

  @DisplayName("Pointers of findings are those of the body")
  @Test
  void hasThePointersOfTheBody() {
    VideoTask found =
        read(GATEWAY, "{'task_id':'t1','status':'LOST','error':{'message':'none'}}").taskOrThrow();

    assertThat(found.findings())
        .extracting(finding -> finding.kind().jsonName() + " " + finding.pointer())
        .containsExactly("enveloped ", "ignored-value /error/message");
  }

  @DisplayName("Words of common use are understood there too")
  @Test
  void understandsCommonWords() {
    VideoTask found = read(GATEWAY, "{'task_id':'t1','status':'in_progress'}").taskOrThrow();

    assertThat(found.status()).isEqualTo(TaskStatus.RUNNING);
  }

  @DisplayName("Without an id of its own it is no task")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'status':'error','message':'bad key'}",
        "{'status':'FAILURE','code':'broken','message':'it broke'}",
        "{'code':'success','data':null}"
      })
  void isNoTaskWithoutAnId(String body) {
    assertThat(read(GATEWAY, body)).isInstanceOf(QueryResult.Failed.class);
  }

  @DisplayName("What stands in the envelope comes first")
  @Test
  void prefersTheEnvelope() {
    VideoTask found =
        read(
                GATEWAY,
                "{'task_id':'t2','status':'FAILURE','data':{'task_id':'t1','status':'QUEUED'}}")
            .taskOrThrow();

    assertThat(found.id()).isEqualTo("t1");
    assertThat(found.status()).isEqualTo(TaskStatus.QUEUED);
  }
}
