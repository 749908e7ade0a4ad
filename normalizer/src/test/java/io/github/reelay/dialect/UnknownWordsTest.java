package io.github.reelay.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.failure.FailureKind;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.task.VideoTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** What no document names survives with its raw text, for every provider. */
@ParameterizedClass
@FieldSource("io.github.reelay.dialect.SampleResponses#ALL")
class UnknownWordsTest {
  @Parameter private Dialect dialect;

  @DisplayName("An invented status, failure code, type of object and member")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'id':'t1','status':'hovering'}                         | UNKNOWN | hovering |       | /status
          {'id':'t1','status':'failed','error':{'code':'flux'}}   | FAILED  | failed   | flux  |
          {'id':'t1','status':'failed','error':{'code':-7.5}}     | FAILED  | failed   | -7.5  |
          {'id':'t1','status':'completed','error':{'type':'ion'}} | FAILED  | completed | ion  |
          {'id':'t1','status':'queued','object':'hologram'}       | QUEUED  | queued   |       | /object
          {'id':'t1','status':'queued','flavour':'mint'}          | QUEUED  | queued   |       | /flavour
          """)
  void survive(String body, TaskStatus status, String text, String code, String finding) {
    VideoTask task = SampleResponses.task(dialect, body);

    assertThat(task.status()).isEqualTo(status);
    assertThat(task.providerStatus()).isEqualTo(text);
    assertThat(task.failure() == null ? null : task.failure().code()).isEqualTo(code);
    if (finding != null) {
      assertThat(SampleResponses.findings(dialect, body))
          .anyMatch(each -> each.matches("undocumented-(value|field) " + finding));
    }
  }

  @DisplayName("An invented code of an error body")
  @ParameterizedTest
  @CsvSource({"{'error':{'code':'flux'}}, flux", "{'code':'FLUX-9'}, FLUX-9"})
  void surviveInErrorBodies(String body, String code) {
    assertThat(
            SampleResponses.failure(
                SampleResponses.read(dialect, SampleResponses.status(418, body))))
        .returns(FailureKind.INVALID_REQUEST, failure -> failure.kind())
        .returns(code, failure -> failure.code());
  }
}
