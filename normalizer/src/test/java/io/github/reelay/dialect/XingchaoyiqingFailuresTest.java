package io.github.reelay.dialect;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From HTTP status and body to failure kind, code, message and retry advice: xingchaoyiqing. */
class XingchaoyiqingFailuresTest {
  @DisplayName("X29, X30, XE8 and the shapes that other providers send")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # X29: the only documented error has no documented body
          429 |                                                                   | rate-limited; ; ; yes
          429 | Too Many Requests                                                 | rate-limited; ; ; yes
          429 | {'error':'Too Many Requests'}                                     | rate-limited; ; Too Many Requests; yes
          # XE8: the shape of a failed creation, under an error status
          400 | {'id':null,'object':'error','created':1774493771,'model':null,'status':'failed','error':'Creation failed'} | invalid-request; ; Creation failed; no
          500 | {'id':null,'object':'error','created':1774493771,'model':null,'status':'failed','error':'Creation failed'} | provider-error; ; Creation failed; yes
          # XC9: an object instead of text
          401 | {'error':{'code':401,'message':'bad key','type':'authentication_error'}} | unauthorized; 401; bad key; no
          404 | {'error':{'message':'no such task'}}                              | not-found; ; no such task; no
          400 | {'code':'task_not_exist','message':'gone'}                        | not-found; task_not_exist; gone; no
          403 | {'msg':'not yours'}                                               | forbidden; ; not yours; no
          """)
  void mapsXingchaoyiqing(int httpStatus, String body, String expected) {
    FailureLine.check(SampleResponses.XING, httpStatus, body, expected);
  }
}
