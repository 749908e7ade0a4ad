package io.github.reelay.dialect;

import static io.github.reelay.dialect.SampleResponses.TOAPIS;
import static io.github.reelay.dialect.SampleResponses.XING;
import static io.github.reelay.dialect.SampleResponses.body;
import static io.github.reelay.dialect.SampleResponses.findings;
import static io.github.reelay.dialect.SampleResponses.json;
import static io.github.reelay.dialect.SampleResponses.line;
import static io.github.reelay.dialect.SampleResponses.read;
import static io.github.reelay.dialect.SampleResponses.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which bodies show a task: what a body is, which envelope holds the task, and its status. */
class WhatIsATaskTest {
  private static final String UNREADABLE =
      json(
          "{'provider':'toapis','id':'t1','failure':{'kind':'unreadable-response',"
              + "'origin':'relay','httpStatus':200,'retry':'yes'},'findings':[]}");
  private static final String QUEUED =
      json(
          "{'provider':'toapis','id':'t1','status':'queued','providerStatus':'queued',"
              + "'terminal':false,'findings':[]}");
  private static final String ENVELOPED =
      json(
          "{'provider':'toapis','id':'t1','status':'queued','providerStatus':'queued',"
              + "'terminal':false,'findings':[{'kind':'enveloped','pointer':'/data',"
              + "'detail':'the task stands inside an envelope'}]}");

  static Stream<Arguments> bodiesThatAreNoObject() {
    return Stream.of(
        Arguments.of("empty", bytes("")),
        Arguments.of("blank", bytes(" \n\t ")),
        Arguments.of("HTML", bytes("<html><body>Bad gateway</body></html>")),
        Arguments.of("array", bytes("[{\"id\":\"t1\",\"status\":\"queued\"}]")),
        Arguments.of("text", bytes("\"queued\"")),
        Arguments.of("number", bytes("17")),
        Arguments.of("null", bytes("null")),
        Arguments.of("truncated in a name", bytes("{\"id\":\"t1\",\"sta")),
        Arguments.of("truncated behind the status", bytes("{\"id\":\"t1\",\"status\":\"queued\"")),
        Arguments.of("trailing object", bytes("{\"id\":\"t1\",\"status\":\"queued\"}{}")),
        Arguments.of("trailing text", bytes("{\"id\":\"t1\",\"status\":\"queued\"} x")),
        Arguments.of("bad UTF-8", new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, '"', '}'}),
        Arguments.of("UTF-16", "{\"status\":\"queued\"}".getBytes(StandardCharsets.UTF_16LE)),
        Arguments.of("too large", bytes("{\"status\":\"queued\"" + " ".repeat(8 << 20) + "}")),
        Arguments.of("too deep", bytes("{\"status\":\"queued\",\"x\":" + "[".repeat(10_001))),
        Arguments.of("single quotes", bytes("{'status':'queued'}")));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @DisplayName("A 2xx body that is not one complete JSON object is an unreadable response")
  @ParameterizedTest(name = "{0}")
  @MethodSource("bodiesThatAreNoObject")
  void isUnreadable(String name, byte[] body) {
    assertThat(line(TOAPIS, RecordedResponse.ofBody(body))).as(name).isEqualTo(UNREADABLE);
  }

  @DisplayName("A byte order mark is skipped")
  @Test
  void skipsByteOrderMark() {
    byte[] body = bytes("\uFEFF{\"id\":\"t1\",\"status\":\"queued\"}");

    assertThat(line(TOAPIS, RecordedResponse.ofBody(body))).isEqualTo(QUEUED);
  }

  @DisplayName("Of duplicate members the last counts, and only its findings are shown")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':'t1','status':'failed','status':'queued'}",
        "{'id':'t1','status':'no such word','status':'queued'}",
        "{'id':'t1','status':{},'status':'queued'}",
        "{'id':17,'id':'t1','status':'queued'}",
        "{'id':'t1','status':'queued','result':{'strange':1},'result':null}"
      })
  void lastDuplicateCounts(String body) {
    assertThat(line(TOAPIS, body)).isEqualTo(QUEUED);
  }

  @DisplayName("Of duplicate members the last counts, null included")
  @Test
  void lastDuplicateNullCounts() {
    assertThat(line(TOAPIS, "{'id':'t1','status':'queued','status':null}"))
        .isEqualTo(
            json(
                "{'provider':'toapis','id':'t1','status':'unknown','terminal':false,'findings':["
                    + "{'kind':'missing-field','pointer':'/status',"
                    + "'detail':'every task has this member'}]}"));
  }

  @DisplayName("Of duplicate envelopes the last counts, whatever the first one was")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'data':{'id':'x','status':'failed'},'data':{'id':'t1','status':'queued'}}",
        "{'data':[{'id':'x','status':'failed'}],'data':{'id':'t1','status':'queued'}}",
        "{'data':{'id':'x','status':'failed','odd':1},'data':[{'id':'t1','status':'queued'}]}"
      })
  void lastEnvelopeCounts(String body) {
    assertThat(line(TOAPIS, body)).isEqualTo(ENVELOPED);
  }

  @DisplayName("1: a status that is not 2xx is a provider's failure without task and findings")
  @Test
  void notSuccessIsNoTask() {
    String body = "{'id':'t1','status':'in_progress','url':'https://v.example/1','odd':1}";

    assertThat(line(TOAPIS, status(503, body)))
        .isEqualTo(
            json(
                "{'provider':'toapis','id':'t1','failure':{'kind':'provider-error',"
                    + "'origin':'relay','httpStatus':503,'retry':'yes'},'findings':[]}"));
  }

  @DisplayName("1: every 2xx is read")
  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 203, 226, 299})
  void readsEverySuccess(int httpStatus) {
    assertThat(line(TOAPIS, status(httpStatus, "{'id':'t1','status':'queued'}"))).isEqualTo(QUEUED);
  }

  @DisplayName("2: a top-level status that is not null is a task, next to an error and a code too")
  @Test
  void statusMakesATask() {
    String body = "{'id':'t1','status':'queued','error':{'code':500},'data':{'status':'failed'}}";

    assertThat(line(TOAPIS, body))
        .isEqualTo(
            json(
                "{'provider':'toapis','id':'t1','status':'queued','providerStatus':'queued',"
                    + "'terminal':false,'findings':[{'kind':'undocumented-field','pointer':'/data',"
                    + "'detail':'the contract declares no such member'},{'kind':'ignored-value',"
                    + "'pointer':'/error','detail':'a reason on a task that did not fail'}]}"));
  }

  @DisplayName("2: XE8 is a failed task with the message Creation failed")
  @Test
  void creationFailedIsAFailedTask() {
    String body =
        "{'id':null,'object':'error','created':1774493771,'model':null,'status':'failed',"
            + "'error':'Creation failed'}";

    assertThat(line(XING, body))
        .isEqualTo(
            json(
                "{'provider':'xingchaoyiqing','id':'t1','status':'failed',"
                    + "'providerStatus':'failed','terminal':true,"
                    + "'createdAt':'2026-03-26T02:56:11Z',"
                    + "'failure':{'kind':'generation-failed','origin':'task',"
                    + "'message':'Creation failed','httpStatus':200,'retry':'no'},"
                    + "'findings':[{'kind':'missing-field','pointer':'/id',"
                    + "'detail':'every task has this member'},{'kind':'undocumented-value',"
                    + "'pointer':'/object','detail':'the contract does not name this word'}]}"));
  }

  @DisplayName("2: a status of another type is not null, so it makes a task of unknown state")
  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "[1]", "{'a':{'b':null}}"})
  void oddStatusMakesATask(String oddStatus) {
    String found = oddStatus.startsWith("{") ? "an object" : "an array";

    assertThat(line(TOAPIS, "{'id':'t1','error':'no','status':" + oddStatus + "}"))
        .isEqualTo(
            json(
                "{'provider':'toapis','id':'t1','status':'unknown','terminal':false,'findings':["
                    + "{'kind':'ignored-value','pointer':'/error',"
                    + "'detail':'a reason on a task that did not fail'},"
                    + "{'kind':'type-mismatch','pointer':'/status','detail':'expected text, found "
                    + found
                    + "'}]}"));
  }

  @DisplayName(
      "3: data, or its first element, with a status is the task; the envelope's own"
          + " members leave no finding")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'data':{'id':'t1','status':'queued'}}",
        "{'data':[{'id':'t1','status':'queued'}]}",
        "{'code':200,'data':[{'id':'t1','status':'queued'},{'id':'x','status':'failed','odd':1}]}",
        "{'code':500,'message':'no','error':{'code':'x'},'data':{'id':'t1','status':'queued'}}",
        "{'id':'outer','object':17,'data':{'id':'t1','status':'queued'},'trace':{'id':[]}}",
        "{'status':null,'data':{'id':'t1','status':'queued'}}"
      })
  void readsEnvelopes(String body) {
    assertThat(line(TOAPIS, body)).isEqualTo(ENVELOPED);
  }

  @DisplayName("3: TE13 the older envelope is read, with its task_id as the id")
  @Test
  void readsTheOlderEnvelope() {
    String body = "{'code':200,'data':[{'status':'submitted','task_id':'task_01K8'}]}";

    assertThat(CanonicalJson.line(read(TOAPIS, null, body(body))))
        .isEqualTo(
            json(
                "{'provider':'toapis','id':'task_01K8','status':'queued',"
                    + "'providerStatus':'submitted','terminal':false,'findings':["
                    + "{'kind':'enveloped','pointer':'/data',"
                    + "'detail':'the task stands inside an envelope'},"
                    + "{'kind':'missing-field','pointer':'/data/0/id',"
                    + "'detail':'every task has this member'}]}"));
  }

  @DisplayName("3: pointers lead into the body as received")
  @Test
  void pointsIntoTheEnvelope() {
    assertThat(findings(TOAPIS, "{'data':[{'id':'t1','status':'queued','odd':1,'url':'no'}]}"))
        .containsExactly(
            "enveloped /data",
            "undocumented-field /data/0/odd",
            "ignored-value /data/0/url",
            "undocumented-presence /data/0/url");
    assertThat(findings(XING, "{'data':{'id':3,'status':'queued','video_url':'ftp://x'}}"))
        .containsExactly(
            "enveloped /data",
            "type-mismatch /data/id",
            "ignored-value /data/video_url",
            "undocumented-presence /data/video_url");
  }

  @DisplayName("3: one level only")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'data':{'data':{'id':'t1','status':'queued'}}}",
        "{'data':[[{'id':'t1','status':'queued'}]]}",
        "{'data':[1,{'id':'t1','status':'queued'}]}",
        "{'data':[]}",
        "{'data':null}",
        "{'data':{'status':null}}",
        "{'result':{'id':'t1','status':'queued'}}"
      })
  void readsOneLevelOnly(String body) {
    assertThat(line(TOAPIS, body)).isEqualTo(UNREADABLE);
  }

  @DisplayName("3: an enveloped failed task has its own error, not the envelope's")
  @Test
  void readsTheErrorInsideTheEnvelope() {
    String body =
        "{'code':200,'message':'ok','data':{'id':'t1','status':'failed',"
            + "'error':{'code':'generation_failed','message':' no output '}}}";

    assertThat(line(TOAPIS, body))
        .isEqualTo(
            json(
                "{'provider':'toapis','id':'t1','status':'failed','providerStatus':'failed',"
                    + "'terminal':true,'failure':{'kind':'generation-failed','origin':'task',"
                    + "'code':'generation_failed','message':'no output','httpStatus':200,"
                    + "'retry':'no'},'findings':[{'kind':'enveloped','pointer':'/data',"
                    + "'detail':'the task stands inside an envelope'}]}"));
  }
}
