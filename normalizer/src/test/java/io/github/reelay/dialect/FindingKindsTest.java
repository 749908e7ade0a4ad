package io.github.reelay.dialect;

import static io.github.reelay.dialect.SampleResponses.CODEX;
import static io.github.reelay.dialect.SampleResponses.TOAPIS;
import static io.github.reelay.dialect.SampleResponses.XING;
import static io.github.reelay.dialect.SampleResponses.body;
import static io.github.reelay.dialect.SampleResponses.findings;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of finding has one cause. */
class FindingKindsTest {

  @DisplayName("undocumented-field: a member that the spec declares nowhere, null included")
  @ParameterizedTest
  @ValueSource(strings = {"1", "null", "'x'", "{'id':1,'status':[]}", "[{'a':{}}]"})
  void undocumentedField(String value) {
    assertThat(findings(TOAPIS, "{'id':'t1','status':'queued','foo':" + value + "}"))
        .as("nothing inside it is reported")
        .containsExactly("undocumented-field /foo");
    assertThat(findings(CODEX, "{'id':'t1','status':'pending','detail':{'foo':" + value + "}}"))
        .containsExactly("undocumented-field /detail/foo");
  }

  @DisplayName("undocumented-field: a pointer is escaped as RFC 6901 says")
  @Test
  void escapesPointers() {
    assertThat(findings(TOAPIS, "{'id':'t1','status':'queued','a/b~c':1,'':2}"))
        .containsExactly("undocumented-field /", "undocumented-field /a~1b~0c");
  }

  @DisplayName("undocumented-field: what is declared as inferred is declared")
  @Test
  void inferredIsDeclared() {
    assertThat(
            findings(
                TOAPIS,
                "{'id':'t1','status':'completed','task_id':'x','client_business_id':'y',"
                    + "'usage':{'tool_usage':{'web_search':1}},"
                    + "'result':{'data':[{'last_frame_url':'z'}]}}"))
        .isEmpty();
    assertThat(
            findings(
                CODEX,
                "{'id':'t1','status':'pending','object':'video','error':null,'seconds':'1'}"))
        .isEmpty();
  }

  @DisplayName(
      "undocumented-value: a status outside the known words, also when a common word maps it")
  @ParameterizedTest
  @MethodSource("statusTexts")
  void undocumentedStatus(String text) {
    for (Dialect dialect : SampleResponses.ALL) {
      String body = "{'id':'t1','status':'" + text + "'}";

      assertThat(findings(dialect, body).contains("undocumented-value /status"))
          .as("%s at %s", text, dialect)
          .isEqualTo(!DocumentedBodies.statusTexts(dialect).contains(text));
    }
  }

  /** Those that a provider documents, and some that none does. */
  static Stream<String> statusTexts() {
    return Stream.concat(
            SampleResponses.ALL.stream()
                .flatMap(each -> DocumentedBodies.statusTexts(each).stream()),
            Stream.of("canceled", "succeeded", "Completed", "no_word"))
        .distinct();
  }

  @Test
  void knowsWhatIsDocumented() {
    assertThat(DocumentedBodies.statusTexts(TOAPIS))
        .containsExactlyInAnyOrder("queued", "submitted", "in_progress", "completed", "failed");
    assertThat(DocumentedBodies.statusTexts(CODEX))
        .containsExactlyInAnyOrder("pending", "completed");
  }

  @DisplayName("undocumented-value: the word is compared exactly as received")
  @ParameterizedTest
  @ValueSource(strings = {"Queued", "QUEUED", " queued", "queued ", "queued\\n"})
  void comparesExactly(String word) {
    assertThat(findings(TOAPIS, "{'id':'t1','status':'" + word + "'}"))
        .containsExactly("undocumented-value /status");
  }

  @DisplayName("undocumented-value: status at any depth")
  @Test
  void undocumentedInnerStatus() {
    String body =
        "{'id':'t1','status':'pending','detail':{'status':'queued',"
            + "'pending_info':{'status':'running'}}}";

    assertThat(findings(CODEX, body))
        .containsExactly(
            "undocumented-value /detail/pending_info/status", "undocumented-value /detail/status");
  }

  @DisplayName("undocumented-value: object")
  @Test
  void undocumentedObject() {
    assertThat(findings(TOAPIS, "{'id':'t1','status':'queued','object':'video'}"))
        .containsExactly("undocumented-value /object");
    assertThat(findings(XING, "{'id':'t1','status':'queued','object':'video'}"))
        .containsExactly("undocumented-value /object");
    assertThat(findings(CODEX, "{'id':'t1','status':'pending','object':'generation.task'}"))
        .containsExactly("undocumented-value /object");
  }

  @DisplayName("undocumented-value: other words of a task are free")
  @Test
  void otherWordsAreFree() {
    assertThat(
            findings(
                CODEX,
                "{'id':'t1','status':'pending','detail':{'input':{'size':'huge','model':'m'},"
                    + "'pending_info':{'type':'x','operation':'y'},'draft_info':{'kind':'z'}}}"))
        .containsExactly("undocumented-presence /detail/draft_info");
  }

  @DisplayName("type-mismatch: whether or not it was read; 30.0 is an integer, an integer a number")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'progress':30.0    |
          'progress':3e1     |
          'progress':null    |
          'duration':10      |
          'duration':10.5    |
          'created_at':17.0  |
          'result':null      |
          'url':null         |
          'progress':30.5    | type-mismatch /progress
          'progress':'30'    | type-mismatch /progress
          'duration':'10'    | type-mismatch /duration
          'created_at':17.5  | type-mismatch /created_at
          'model':17         | type-mismatch /model
          'model':false      | type-mismatch /model
          'result':[]        | type-mismatch /result
          'result':'none'    | type-mismatch /result
          'error':true       | type-mismatch /error
          """)
  void typeMismatch(String member, String finding) {
    assertThat(
            String.join(" ", findings(TOAPIS, "{'id':'t1','status':'completed'," + member + "}")))
        .isEqualTo(finding == null ? "" : finding);
  }

  @DisplayName("missing-field: id or status, absent or null, in a response read as a task")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'status':'pending'}                       | missing-field /id
          {'id':null,'status':'pending'}             | missing-field /id
          {'id':'t1'}                                | missing-field /status
          {'id':'t1','status':null}                  | missing-field /status
          {'id':{},'status':'pending'}               | type-mismatch /id
          {'id':'t1','status':[]}                    | type-mismatch /status
          {'id':'','status':'pending'}               |
          {'id':'t1','status':''}                    | undocumented-value /status
          {'data':{'status':'pending'}}              | enveloped /data, missing-field /data/id
          {'data':[{'status':'pending','id':null}]}  | enveloped /data, missing-field /data/0/id
          {'id':'t1','code':0,'error':''}            | missing-field /status, undocumented-field /code
          """)
  void missingField(String body, String expected) {
    assertThat(findings(CODEX, body))
        .containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(", "));
  }

  @DisplayName("missing-field: a response that is no task misses nothing")
  @Test
  void missesNothingWithoutTask() {
    assertThat(findings(TOAPIS, "{'error':'no'}")).isEmpty();
  }

  @DisplayName("status-conflict: points at the inner status, in an envelope too")
  @Test
  void statusConflict() {
    String task = "{'id':'t1','status':'pending','detail':{'status':'completed'}}";

    assertThat(findings(CODEX, task)).containsExactly("status-conflict /detail/status");
    assertThat(findings(CODEX, "{'data':" + task + "}"))
        .containsExactly("enveloped /data", "status-conflict /data/detail/status");
  }

  @DisplayName("ignored-value: a URL, a time, a number of the right type that a rule refuses")
  @Test
  void ignoredValue() {
    assertThat(
            findings(
                TOAPIS,
                "{'id':'t1','status':'completed','url':'soon','thumbnail':'soon','created_at':0,"
                    + "'expires_at':-1,'duration':0,'progress':99999999999999999999}"))
        .containsExactly(
            "ignored-value /created_at",
            "ignored-value /duration",
            "ignored-value /expires_at",
            "ignored-value /progress",
            "ignored-value /thumbnail",
            "ignored-value /url");
  }

  @DisplayName("ignored-value: a reason on a task that did not fail")
  @ParameterizedTest
  @ValueSource(strings = {"queued", "processing", "cancelled", "expired", "no_word"})
  void ignoredReason(String status) {
    String body =
        "{'id':'t1','status':'"
            + status
            + "','error':'why','detail':{'pending_info':{'failure_reason':'because'}}}";

    assertThat(findings(CODEX, body))
        .contains("ignored-value /detail/pending_info/failure_reason", "ignored-value /error");
  }

  @DisplayName("ignored-value: no reason is noted on a failed task, and none that says nothing")
  @Test
  void ignoresNoOtherReason() {
    assertThat(findings(XING, "{'id':'t1','status':'failed','error':'why'}")).isEmpty();
    assertThat(findings(XING, "{'id':'t1','status':'queued','error':' '}")).isEmpty();
    assertThat(findings(XING, "{'id':'t1','status':'queued','error':{'code':0,'message':''}}"))
        .isEmpty();
    assertThat(
            findings(
                CODEX,
                "{'id':'t1','status':'pending','detail':{'pending_info':{'failure_reason':' '}}}"))
        .isEmpty();
  }
}
