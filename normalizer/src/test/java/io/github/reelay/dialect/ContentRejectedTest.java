package io.github.reelay.dialect;

import static io.github.reelay.dialect.SampleResponses.ALL;
import static io.github.reelay.dialect.SampleResponses.TOAPIS;
import static io.github.reelay.dialect.SampleResponses.body;
import static io.github.reelay.dialect.SampleResponses.failure;
import static io.github.reelay.dialect.SampleResponses.read;
import static io.github.reelay.dialect.SampleResponses.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.failure.ContentRules;
import io.github.reelay.failure.FailureKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a code or a phrase decides that content was refused, and where it does not. */
class ContentRejectedTest {

  @DisplayName("Failed tasks and refusals with 400, 403, 422 or in an envelope are decided by it")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'error':{'code':'moderation_blocked','message':'stopped'}",
        "'error':{'code':'sentinel_block'}",
        "'error':{'code':'OutputVideoSensitiveContentDetected'}",
        "'error':{'code':'InputImageSensitiveContentDetected.PrivacyInformation'}",
        "'error':{'code':400,'type':'content_policy_violation'}",
        "'code':400,'msg':'it violates the content policy'",
        "'error':{'message':'Your request was rejected by our safety system.'}",
        "'error':'内容审核未通过，请修改提示词后重试'",
        "'error':{'code':'invalid_request','message':'提示词包含敏感信息'}",
        "'error':'x','code':'DataInspectionFailed'"
      })
  void decides(String members) {
    for (Dialect dialect : ALL) {
      for (int httpStatus : new int[] {200, 400, 403, 422}) {
        assertThat(failure(read(dialect, status(httpStatus, "{" + members + "}"))).kind())
            .isEqualTo(FailureKind.CONTENT_REJECTED);
      }
      assertThat(failure(read(dialect, body("{'status':'failed'," + members + "}"))).kind())
          .isEqualTo(FailureKind.CONTENT_REJECTED);
    }
  }

  @DisplayName("fail_reason decides for a failed task too")
  @Test
  void readsOtherReasons() {
    String body = "{'data':{'status':'FAILURE','fail_reason':'图片违规'}}";

    assertThat(failure(read(TOAPIS, body(body))).kind()).isEqualTo(FailureKind.CONTENT_REJECTED);
  }

  @DisplayName("rejected is a failure, of this kind only if its text says so")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
                                            | generation-failed
          ,'error':'no capacity'            | generation-failed
          ,'error':'no balance, rejected'   | generation-failed
          ,'error':'unsafe content'         | content-rejected
          ,'error':{'code':'content_filter'} | content-rejected
          """)
  void rejectedNeedsAText(String members, String kind) {
    String body = "{'id':'t1','status':'REJECTED'" + (members == null ? "" : members) + "}";

    assertThat(failure(read(TOAPIS, body(body))).kind().jsonName()).isEqualTo(kind);
  }

  @DisplayName("Where status or code speak of something else, they decide")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          401 | {'error':{'message':'content policy'}}                                   | unauthorized
          402 | {'error':{'code':'moderation_blocked'}}                                  | quota-exhausted
          408 | {'message':'safety system'}                                              | provider-error
          429 | {'error':{'message':'审核 sensitive'}}                                   | rate-limited
          500 | {'error':{'code':'content_policy_violation'}}                            | provider-error
          503 | {'error':{'code':400,'message':'prohibited content'}}                    | invalid-request
          503 | {'message':'moderation service busy'}                                    | provider-error
          404 | {'error':{'message':'sensitive'}}                                        | not-found
          409 | {'error':{'message':'sensitive'}}                                        | invalid-request
          302 | {'error':{'message':'sensitive'}}                                        | unknown
          200 | {'code':503,'message':'content policy'}                                  | provider-error
          200 | {'code':429,'message':'content policy'}                                  | rate-limited
          200 | {'code':401,'message':'敏感'}                                            | unauthorized
          200 | {'code':404,'message':'敏感'}                                            | not-found
          400 | {'error':{'code':500,'message':'content policy'}}                        | provider-error
          400 | {'error':{'code':'rate_limit_exceeded','message':'content policy'}}      | rate-limited
          400 | {'error':{'code':'insufficient_quota','message':'content policy'}}       | quota-exhausted
          400 | {'error':{'message':'the id is case-sensitive'}}                         | invalid-request
          400 | {'error':{'message':'审核服务繁忙'}}                                     | invalid-request
          403 | {'error':{'message':'no access'}}                                        | forbidden
          """)
  void othersDecide(int httpStatus, String body, String kind) {
    assertThat(failure(read(TOAPIS, status(httpStatus, body))).kind().jsonName()).isEqualTo(kind);
  }

  @DisplayName("A caller's own rules are used for tasks and refusals")
  @Test
  void takesOwnRules() {
    ContentRules rules = ContentRules.defaults().withCodes("E005").withPhrases("face swap");
    String[] bodies = {"{'error':{'code':'E005'}}", "{'message':'no Face-Swap please'}"};
    for (String body : bodies) {
      String task = "{'status':'failed'," + body.substring(1);

      assertThat(failure(TOAPIS.read("toapis", "t1", status(400, body), rules)).kind())
          .isEqualTo(FailureKind.CONTENT_REJECTED);
      assertThat(failure(TOAPIS.read("toapis", "t1", body(task), rules)).kind())
          .isEqualTo(FailureKind.CONTENT_REJECTED);
      assertThat(failure(read(TOAPIS, status(400, body))).kind())
          .isEqualTo(FailureKind.INVALID_REQUEST);
    }
  }
}
