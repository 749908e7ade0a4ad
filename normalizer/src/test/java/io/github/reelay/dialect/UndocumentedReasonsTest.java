package io.github.reelay.dialect;

import static io.github.reelay.dialect.SampleResponses.CODEX;
import static io.github.reelay.dialect.SampleResponses.TOAPIS;
import static io.github.reelay.dialect.SampleResponses.XING;
import static io.github.reelay.dialect.SampleResponses.body;
import static io.github.reelay.dialect.SampleResponses.failure;
import static io.github.reelay.dialect.SampleResponses.read;
import static io.github.reelay.dialect.SampleResponses.status;
import static io.github.reelay.dialect.SampleResponses.withHeaders;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a response says of a failure where no contract names a place. */
class UndocumentedReasonsTest {

  @DisplayName("message: then fail_reason, detail, reason; trimmed")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'fail_reason':' a ','detail':'b','reason':'c'}                | a
          {'fail_reason':'','detail':' b ','reason':'c'}                 | b
          {'reason':'c','detail':' '}                                    | c
          {'reason':'c','detail':null,'fail_reason':null}                | c
          {'msg':'m','fail_reason':'a'}                                  | m
          {'error':{'code':'x'},'fail_reason':'a'}                       | a
          {'error':'e','detail':'b'}                                     | e
          {'detail':[{'loc':['path'],'msg':'too long'},{'msg':'second'}]} | too long
          {'detail':['first','second']}                                  | first
          {'detail':{'msg':'inside'}}                                    | inside
          {'detail':{'message':'inside','code':1}}                       | inside
          {'detail':[]}                                                  |
          {'detail':[null,[],{}]}                                        |
          {'fail_reason':{'a':'b'},'reason':['x']}                       |
          {'fail_reason':'https://v.example/1?sig=abc'}                  |
          {'fail_reason':17}                                             | 17
          """)
  void readsMessagesLast(String body, String message) {
    String task = "{'status':'failed'," + body.substring(1);

    assertThat(failure(read(TOAPIS, status(400, body))).message()).isEqualTo(message);
    assertThat(failure(read(XING, body(task))).message()).isEqualTo(message);
    assertThat(failure(read(TOAPIS, body("{'data':[" + task + "]}"))).message()).isEqualTo(message);
  }

  @DisplayName("22codex: failure_reason counts before them, and its detail is no message")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'detail':{'pending_info':{'failure_reason':'m'}},'fail_reason':'a' | m
          'detail':{'pending_info':{'failure_reason':' '}},'fail_reason':'a' | a
          'detail':{'id':'x','status':'failed'},'reason':'c'                 | c
          'detail':{'id':'x','status':'failed'}                              |
          'detail':'b'                                                       | b
          """)
  void readsCodexLast(String members, String message) {
    assertThat(failure(read(CODEX, body("{'status':'failed'," + members + "}"))).message())
        .isEqualTo(message);
  }

  @DisplayName("422: a body that names a parameter is an invalid request, another one is not")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'detail':[{'loc':['path','task_id'],'msg':'too long','type':'string_too_long'}]} | invalid-request
          {'detail':['id is too long']}                                      | invalid-request
          {'detail':{'loc':['query','id'],'msg':'missing'}}                  | invalid-request
          {'error':{'message':'too long','param':'id','code':null}}          | invalid-request
          {'error':{'code':422,'param':'id','message':'too long'}}           | invalid-request
          {'param':'id','message':'too long'}                                | invalid-request
          {'error':{'message':'no','loc':['id']}}                            | invalid-request
          {'errors':{'size':['is not supported']}}                           | invalid-request
          {'errors':[{'field':'size','message':'is not supported'}]}         | invalid-request
          {'errors':['no']}                                                  | content-rejected
          {'errors':[{'field':null,'message':'no'}]}                         | content-rejected
          {'errors':{}}                                                      | content-rejected
          {'errors':{'size':null},'message':'no'}                            | content-rejected
          {'errors':{'prompt':['no']},'message':'it has sensitive words'}    | content-rejected
          {'detail':[]}                                                      | content-rejected
          {'detail':[null]}                                                  | content-rejected
          {'detail':'no'}                                                    | content-rejected
          {'error':{'message':'no','param':''}}                              | content-rejected
          {'error':{'message':'no','param':null}}                            | content-rejected
          {'error':{'message':'no','param':[]}}                              | content-rejected
          {'error':{'code':'content_policy_violation','param':'prompt'}}     | content-rejected
          {'detail':[{'loc':['body','prompt'],'msg':'flagged by a content checker','type':'content_policy_violation'}]} | content-rejected
          """)
  void readsMalformedParameters(String body, String kind) {
    assertThat(failure(read(TOAPIS, status(422, body))).kind().jsonName()).isEqualTo(kind);
  }

  @DisplayName("retry-after-ms: rounded up, before Retry-After; unreadable it does not count")
  @ParameterizedTest
  @CsvSource({"1500, , 2", "1500, 30, 2", "soon, 30, 30", "-1, 30s, 30", "0, 30, 0", "'', 1m, 60"})
  void readsMilliseconds(String millis, String seconds, long expected) {
    String[] headers =
        seconds == null
            ? new String[] {"Retry-After-Ms", millis}
            : new String[] {"retry-after-ms", millis, "retry-after", seconds};

    assertThat(failure(read(TOAPIS, withHeaders(429, "", headers))).retryAfter())
        .isEqualTo(Duration.ofSeconds(expected));
  }
}
