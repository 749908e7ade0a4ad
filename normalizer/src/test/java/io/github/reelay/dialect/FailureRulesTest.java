package io.github.reelay.dialect;

import static io.github.reelay.dialect.SampleResponses.CODEX;
import static io.github.reelay.dialect.SampleResponses.TOAPIS;
import static io.github.reelay.dialect.SampleResponses.XING;
import static io.github.reelay.dialect.SampleResponses.body;
import static io.github.reelay.dialect.SampleResponses.failure;
import static io.github.reelay.dialect.SampleResponses.json;
import static io.github.reelay.dialect.SampleResponses.line;
import static io.github.reelay.dialect.SampleResponses.read;
import static io.github.reelay.dialect.SampleResponses.status;
import static io.github.reelay.dialect.SampleResponses.withHeaders;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where each member of a failure comes from. */
class FailureRulesTest {

  @DisplayName(
      "origin: task if the body shows a failed task or one without its video, else provider")
  @Test
  void namesTheOrigin() {
    assertThat(failure(read(TOAPIS, body("{'status':'failed'}"))).origin()).isEqualTo(Origin.TASK);
    assertThat(failure(read(TOAPIS, body("{'status':'completed'}"))).origin())
        .isEqualTo(Origin.TASK);
    assertThat(failure(read(TOAPIS, body("{'error':'x'}"))).origin()).isEqualTo(Origin.RELAY);
    assertThat(failure(read(TOAPIS, body("<html>"))).origin()).isEqualTo(Origin.RELAY);
    assertThat(failure(read(TOAPIS, status(500, "{'status':'failed'}"))).origin())
        .isEqualTo(Origin.RELAY);
    assertThat(Failure.unreachable("no response").origin()).isEqualTo(Origin.TRANSPORT);
  }

  @DisplayName("httpStatus: always, except for unreachable")
  @Test
  void namesTheStatus() {
    assertThat(failure(read(TOAPIS, status(201, "{'status':'failed'}"))).httpStatus())
        .isEqualTo(201);
    assertThat(failure(read(TOAPIS, status(202, "{'error':'x'}"))).httpStatus()).isEqualTo(202);
    assertThat(failure(read(TOAPIS, status(204, ""))).httpStatus()).isEqualTo(204);
    assertThat(failure(read(TOAPIS, status(302, ""))).httpStatus()).isEqualTo(302);
    assertThat(Failure.unreachable("no response").httpStatus()).isNull();
  }

  @DisplayName("code: the first not empty of error.code, error.type, top-level code; always text")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'error':{'code':'a','type':'b'},'code':'c'}          | a
          {'error':{'code':404,'type':'b'},'code':'c'}          | 404
          {'error':{'code':' a ','type':'b'}}                   | a
          {'error':{'code':4.50,'message':'x'}}                 | 4.50
          {'error':{'code':'','type':'b'},'code':'c'}           | b
          {'error':{'code':null,'type':' b'},'code':'c'}        | b
          {'error':{'code':{},'type':'b'}}                      | b
          {'error':{'code':' ','type':'','message':'x'},'code':'c'} | c
          {'error':{'message':'x'},'code':5}                    | 5
          {'error':'x','code':'c'}                              | c
          {'error':503}                                         | 503
          {'error':{},'code':'c'}                               | c
          {'error':null,'code':0}                               | 0
          {'error':{'code':0,'type':'b','message':''},'code':'c'} | c
          {'error':'x','code':''}                               |
          {'error':'x','code':[]}                               |
          {'message':'x'}                                       |
          """)
  void readsTheCode(String body, String code) {
    assertThat(failure(read(TOAPIS, status(400, body))).code()).isEqualTo(code);
    assertThat(failure(read(XING, body(withStatus(body)))).code()).isEqualTo(code);
  }

  private static String withStatus(String body) {
    return "{'status':'failed'," + body.substring(1);
  }

  @DisplayName("message: the first of error.message, error as text, message, msg; trimmed")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'error':{'message':' a '},'message':'b','msg':'c'} | a
          {'error':{'message':''},'message':'b','msg':'c'}    | b
          {'error':' a ','message':'b'}                       | a
          {'error':' ','message':' b ','msg':'c'}             | b
          {'error':404,'message':'b'}                         | b
          {'error':{'message':17}}                            | 17
          {'error':{'message':{}},'msg':'c'}                  | c
          {'message':null,'msg':' c\\n'}                      | c
          {'error':{'code':'x'}}                              |
          {'message':' '}                                     |
          """)
  void readsTheMessage(String body, String message) {
    assertThat(failure(read(TOAPIS, status(400, body))).message()).isEqualTo(message);
    assertThat(failure(read(XING, body(withStatus(body)))).message()).isEqualTo(message);
  }

  @DisplayName("message: never a sentence of ours; ours is the diagnosis, and repeats no value")
  @ParameterizedTest
  @ValueSource(strings = {"", "<html>zebra</html>", "{'zebra':1}", "[]", "{'id':'zebra'"})
  void keepsOurWordsApart(String body) {
    Failure failure = failure(read(TOAPIS, body(body)));

    assertThat(failure.message()).isNull();
    assertThat(failure.diagnosis()).startsWith("expected ").doesNotContain("zebra");
    assertThat(line(TOAPIS, body)).doesNotContain("expected");
  }

  @DisplayName("22codex: moderation_result.code and failure_reason come last")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
                                                      | r | m
          ,'error':{'code':'a','message':'b'}         | a | b
          ,'error':{'code':'a'}                       | a | m
          ,'error':'b'                                | r | b
          ,'code':7,'msg':'c'                         | 7 | c
          ,'error':{'code':0,'message':''},'code':''  | r | m
          """)
  void readsModerationLast(String members, String code, String message) {
    String pending = "'pending_info':{'failure_reason':' m ','moderation_result':{'code':' r '}}";
    String body =
        "{'status':'failed','detail':{" + pending + "}" + (members == null ? "" : members) + "}";

    Failure failure = failure(read(CODEX, body(body)));

    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.message()).isEqualTo(message);
  }

  @DisplayName("22codex: a number as moderation code is text, and an empty one is none")
  @ParameterizedTest
  @CsvSource({"17, 17", "' ', ", "null, "})
  void readsModerationCodes(String written, String code) {
    String value = written.isBlank() ? "' '" : written;
    String pending = "{'pending_info':{'failure_reason':' ','moderation_result':{'code':" + value;

    Failure failure = failure(read(CODEX, body("{'status':'failed','detail':" + pending + "}}}}")));

    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.message()).isNull();
  }

  @DisplayName("requestId: X-Request-Id, else X-Oneapi-Request-Id, names ignoring case")
  @Test
  void readsTheRequestId() {
    assertThat(requestId("X-Request-Id", "r1", "X-Oneapi-Request-Id", "r2")).isEqualTo("r1");
    assertThat(requestId("x-request-id", " r1 ")).isEqualTo("r1");
    assertThat(requestId("X-REQUEST-ID", " ", "x-oneapi-request-id", "r2")).isEqualTo("r2");
    assertThat(requestId("Request-Id", "r3")).isNull();
    RecordedResponse two =
        new RecordedResponse(500, Map.of("X-Request-Id", List.of("r1", "r2")), new byte[0], null);
    assertThat(failure(read(TOAPIS, two)).requestId()).isEqualTo("r1");
    RecordedResponse none =
        new RecordedResponse(500, Map.of("X-Request-Id", List.of()), new byte[0], null);
    assertThat(failure(read(TOAPIS, none)).requestId()).isNull();
  }

  private static String requestId(String... headers) {
    return failure(read(TOAPIS, withHeaders(500, "", headers))).requestId();
  }

  @DisplayName("Everything that a failure can hold, in one line")
  @Test
  void showsAll() {
    String body = "{'error':{'code':429,'message':'slow down','type':'rate_limit_error'}}";

    assertThat(line(TOAPIS, withHeaders(429, body, "Retry-After", "30", "X-Request-Id", "r1")))
        .isEqualTo(
            json(
                "{'provider':'toapis','id':'t1','failure':{'kind':'rate-limited',"
                    + "'origin':'relay','code':'429','message':'slow down','httpStatus':429,"
                    + "'requestId':'r1','retry':'yes','retryAfterSeconds':30},'findings':[]}"));
  }

  @DisplayName("kind of a failed task: content-rejected by code, by words or by moderation")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'error':{'code':'content_policy_violation'}
          'error':{'type':'content_policy_violation','message':'x'}
          'code':'content_policy_violation'
          'error':{'code':'generation_failed','message':'Content violates the Content Policy'}
          'error':'prompt contains PROHIBITED content'
          'message':'see our content policy'
          'detail':{'pending_info':{'failure_reason':'prohibited content'}}
          'detail':{'pending_info':{'moderation_result':{'code':'content_policy_violation'}}}
          'detail':{'pending_info':{'moderation_result':{'is_output_rejection':true}}}
          'error':'boom','detail':{'pending_info':{'moderation_result':{'is_output_rejection':'true'}}}
          """)
  void isContentRejected(String members) {
    Failure failure = failure(read(CODEX, body("{'status':'failed'," + members + "}")));

    assertThat(failure.kind()).isEqualTo(FailureKind.CONTENT_REJECTED);
    assertThat(failure.retry().jsonName()).isEqualTo("no");
  }

  @DisplayName("kind of a failed task: else generation-failed, whatever its code")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'error':null
          'error':{'code':'rate_limit_exceeded'}
          'error':{'code':401}
          'error':{'code':'422'}
          'error':{'code':'task_not_found','message':'policy of content'}
          'error':{'code':'InvalidParameter','message':'prohibited'}
          'error':{'code':'Content_Policy_Violation'}
          'error':{'code':0,'type':'content_policy_violation'}
          'detail':{'pending_info':{'moderation_result':{'is_output_rejection':false,'type':'rejected'}}}
          """)
  void isGenerationFailed(String members) {
    Failure failure = failure(read(CODEX, body("{'status':'failed'," + members + "}")));

    assertThat(failure.kind()).isEqualTo(FailureKind.GENERATION_FAILED);
    assertThat(failure.retry().jsonName()).isEqualTo("no");
  }

  @DisplayName("Retry-After: where retry is yes, and nowhere else")
  @ParameterizedTest
  @CsvSource({
    "429, 30", "500, 30", "503, 30", "408, 30", "425, 30", "200, 30", "400, ", "401, ", "402, ",
    "403, ", "404, ", "422, ", "302, "
  })
  void keepsRetryAfterWhereItHelps(int httpStatus, Long seconds) {
    Failure failure = failure(read(TOAPIS, withHeaders(httpStatus, "", "Retry-After", "30")));

    assertThat(failure.retryAfter())
        .isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds));
  }

  @DisplayName("Retry-After: a date counts from observedAt, and not at all without it")
  @Test
  void readsDates() {
    Map<String, List<String>> headers =
        Map.of("RETRY-AFTER", List.of("Wed, 14 Jan 2026 08:44:00 GMT"));
    Instant observedAt = Instant.parse("2026-01-14T08:43:42Z");

    assertThat(
            failure(read(XING, new RecordedResponse(429, headers, new byte[0], observedAt)))
                .retryAfter())
        .isEqualTo(Duration.ofSeconds(18));
    assertThat(
            failure(read(XING, new RecordedResponse(429, headers, new byte[0], null))).retryAfter())
        .isNull();
  }

  @DisplayName("The kind table: each kind has its word and its retry advice")
  @ParameterizedTest
  @EnumSource(FailureKind.class)
  void advises(FailureKind kind) {
    Map<String, String> table =
        Map.ofEntries(
            Map.entry("invalid-request", "no"),
            Map.entry("unauthorized", "no"),
            Map.entry("quota-exhausted", "no"),
            Map.entry("forbidden", "no"),
            Map.entry("not-found", "no"),
            Map.entry("content-rejected", "no"),
            Map.entry("rate-limited", "yes"),
            Map.entry("provider-error", "yes"),
            Map.entry("generation-failed", "no"),
            Map.entry("video-missing", "yes"),
            Map.entry("unreadable-response", "yes"),
            Map.entry("unreachable", "yes"),
            Map.entry("unknown", "unknown"));

    assertThat(table)
        .hasSize(FailureKind.values().length)
        .containsEntry(kind.jsonName(), kind.retry().jsonName());
  }
}
