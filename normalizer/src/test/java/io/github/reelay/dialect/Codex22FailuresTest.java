package io.github.reelay.dialect;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From HTTP status and body to failure kind, code, message and retry advice: 22codex. */
class Codex22FailuresTest {
  @DisplayName("CC24: nothing is documented; the shapes that providers of this family send")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          400 | {'code':'task_not_exist','message':'task_not_exist','data':null}  | not-found; task_not_exist; task_not_exist; no
          400 | {'error':{'code':'task_not_exist','message':'gone'}}              | not-found; task_not_exist; gone; no
          400 | {'error':{'type':'task_not_exist'}}                               | not-found; task_not_exist; ; no
          400 | {'error':{'code':'','message':'bad id','param':'id','type':'new_api_error'}} | invalid-request; new_api_error; bad id; no
          401 | {'error':{'code':'invalid_api_key','message':'no','type':'authentication_error'}} | unauthorized; invalid_api_key; no; no
          403 | {'error':{'code':'insufficient_quota','message':'empty'}}         | quota-exhausted; insufficient_quota; empty; no
          429 | {'error':{'code':null,'message':'busy','type':'rate_limit_error'}} | rate-limited; rate_limit_error; busy; yes
          500 | {'error':{'code':'internal_error','type':'server_error'}}         | provider-error; internal_error; ; yes
          # the words of a task do not speak for the relay
          502 | {'detail':{'pending_info':{'failure_reason':'m','moderation_result':{'code':'c'}}}} | provider-error; ; ; yes
          """)
  void mapsCodex(int httpStatus, String body, String expected) {
    FailureLine.check(SampleResponses.CODEX, httpStatus, body, expected);
  }
}
