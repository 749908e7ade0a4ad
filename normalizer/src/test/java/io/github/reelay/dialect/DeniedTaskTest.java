package io.github.reelay.dialect;

import static io.github.reelay.dialect.SampleResponses.CODEX;
import static io.github.reelay.dialect.SampleResponses.TOAPIS;
import static io.github.reelay.dialect.SampleResponses.XING;
import static io.github.reelay.dialect.SampleResponses.body;
import static io.github.reelay.dialect.SampleResponses.failure;
import static io.github.reelay.dialect.SampleResponses.read;
import static io.github.reelay.dialect.SampleResponses.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a failure says that the provider does not know the task. */
class DeniedTaskTest {

  @DisplayName("A code member with the contract's word says so, in a refusal and in an envelope")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'error':{'code':'%s','message':'x'}}",
        "{'error':{'code':' %s ','type':'invalid_request_error'}}",
        "{'code':'%s','message':'x','data':null}",
        "{'code':'%s','error':{'message':'x','type':'not_found_error'}}",
        "{'error':{'code':404},'code':'%s'}"
      })
  void denies(String body) {
    for (int httpStatus : new int[] {200, 400, 404, 410}) {
      for (String word : new String[] {"task_not_found", "TASK_NOT_FOUND"}) {
        Failure failure = failure(read(TOAPIS, status(httpStatus, body.formatted(word))));

        assertThat(failure.deniesTask()).isTrue();
        assertThat(failure.kind()).isEqualTo(FailureKind.NOT_FOUND);
      }
      for (Dialect dialect : new Dialect[] {XING, CODEX}) {
        assertThat(
                failure(read(dialect, status(httpStatus, body.formatted("task_not_exist"))))
                    .deniesTask())
            .isTrue();
      }
    }
  }

  @DisplayName("Nothing else says so: a type, a number, a message, another provider's word")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html></html>",
        "{'error':{'type':'task_not_found','code':''}}",
        "{'error':{'type':'task_not_found','message':'x'}}",
        "{'error':{'type':'invalid_request_error','code':'','param':''}}",
        "{'error':{'code':404}}",
        "{'error':{'code':'404','message':'Task not found','type':'not_found_error'}}",
        "{'code':404,'message':'task_not_found'}",
        "{'error':'task_not_found'}",
        "{'message':'task_not_found'}",
        "{'detail':'task_not_found'}",
        "{'error':{'code':'task_not_exist'}}",
        "{'error':{'code':'model_not_found'},'code':'task_not_found'}",
        "{'error':{'code':['task_not_found']}}"
      })
  void saysNothing(String body) {
    assertThat(failure(read(TOAPIS, status(404, body))).deniesTask()).isFalse();
  }

  @DisplayName("Next to a status or a code that speaks of something else the word does not count")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          401 | {'error':{'code':'task_not_found'}}
          402 | {'code':'task_not_found'}
          408 | {'error':{'code':'task_not_found'}}
          429 | {'code':'task_not_found'}
          500 | {'error':{'code':'task_not_found'}}
          503 | {'code':'task_not_found'}
          302 | {'code':'task_not_found'}
          404 | {'error':{'code':'task_not_found'},'code':401}
          200 | {'code':503,'error':{'code':'task_not_found'}}
          400 | {'error':{'code':'task_not_found','type':'rate_limit_exceeded'}}
          """)
  void doesNotCount(int httpStatus, String body) {
    assertThat(failure(read(TOAPIS, status(httpStatus, body))).deniesTask()).isFalse();
  }

  @DisplayName("The kind and the code stay what they were where a type says so")
  @Test
  void keepsKindAndCode() {
    Failure failure = failure(read(TOAPIS, status(400, "{'error':{'type':'task_not_found'}}")));

    assertThat(failure.kind()).isEqualTo(FailureKind.NOT_FOUND);
    assertThat(failure.code()).isEqualTo("task_not_found");
    assertThat(failure.deniesTask()).isFalse();
  }

  @DisplayName("A failed task never denies itself")
  @Test
  void failedTasksDenyNothing() {
    String body = "{'id':'t1','status':'failed','error':{'code':'task_not_found'}}";

    assertThat(failure(read(TOAPIS, body(body))).deniesTask()).isFalse();
  }
}
