package io.github.reelay.dialect;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From HTTP status and body to failure kind, code, message and retry advice: toapis. */
class ToapisFailuresTest extends ProviderFailures {
  ToapisFailuresTest() {
    super(SampleResponses.TOAPIS);
  }

  @DisplayName("T62 to T69 and the bodies of TE5 to TE9")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # T62 to T68, by status and by word
          400 | {'error':{'code':'invalid_request','message':'Invalid request parameters'}} | invalid-request; invalid_request; Invalid request parameters; no
          401 | {'error':{'type':'unauthorized','message':'Check API Key'}}       | unauthorized; unauthorized; Check API Key; no
          402 | {'error':{'code':'insufficient_quota'}}                           | quota-exhausted; insufficient_quota; ; no
          404 | {'error':{'code':'task_not_found'}}                               | not-found; task_not_found; ; no
          422 | {'error':{'code':'content_policy_violation'}}                     | content-rejected; content_policy_violation; ; no
          429 | {'code':'rate_limit_exceeded'}                                    | rate-limited; rate_limit_exceeded; ; yes
          500 | {'code':'internal_error','msg':'Internal server error'}           | provider-error; internal_error; Internal server error; yes
          # TE5: a number as code, another type than the table's word
          404 | {'error':{'code':404,'message':'Task not found','type':'not_found_error'}} | not-found; 404; Task not found; no
          # TE6
          401 | {'error':{'code':401,'message':'Authentication failed, please check your API key','type':'authentication_error'}} | unauthorized; 401; Authentication failed, please check your API key; no
          # TE7
          400 | {'error':{'code':400,'type':'invalid_request_error'}}             | invalid-request; 400; ; no
          402 | {'error':{'code':402,'type':'payment_required'}}                  | quota-exhausted; 402; ; no
          429 | {'error':{'code':429,'type':'rate_limit_error'}}                  | rate-limited; 429; ; yes
          # TE8: a word as code, no type
          429 | {'error':{'code':'rate_limit_exceeded','message':'Async task request rate exceeded'}} | rate-limited; rate_limit_exceeded; Async task request rate exceeded; yes
          # TE5 to TE7 with their numbers as text
          404 | {'error':{'code':'404','message':'Task not found','type':'not_found_error'}} | not-found; 404; Task not found; no
          429 | {'error':{'code':'429','type':'rate_limit_error'}}                | rate-limited; 429; ; yes
          # TE9: a word outside the table
          503 | {'error':{'code':'rate_limit_unavailable','message':'later'}}     | provider-error; rate_limit_unavailable; later; yes
          # the code in the body decides, not the status before it
          500 | {'error':{'code':404,'message':'Task not found'}}                 | not-found; 404; Task not found; no
          400 | {'error':{'code':'rate_limit_exceeded'}}                          | rate-limited; rate_limit_exceeded; ; yes
          400 | {'code':'task_not_exist','message':'task not exist'}              | not-found; task_not_exist; task not exist; no
          # another task's body under an error status is no task
          500 | {'id':'t2','status':'failed','error':{'code':'generation_failed','message':'no output'}} | provider-error; generation_failed; no output; yes
          """)
  void mapsToapis(int httpStatus, String body, String expected) {
    check(httpStatus, body, expected);
  }
}
