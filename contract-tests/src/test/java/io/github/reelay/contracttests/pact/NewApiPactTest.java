package io.github.reelay.contracttests.pact;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.Matchers;
import io.github.reelay.contracttools.facts.Fact;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.VideoTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The pact with new-api: what is sent, what the responses hold, and what the mapper makes of them;
 * and how the contradictions of its sources come out. An apostrophe stands for a quotation mark.
 */
class NewApiPactTest {
  private static final Dialect NEW_API = Dialect.named("new-api");
  private static final String PATH = "/v1/video/generations/";
  private static final String ID = "task_7dK2mPq9XvB4sRw8LzT1nYc6HfJ3gAeU";
  private static final String URL = "https://files.example.com/1.mp4?signature=s";
  private static final String VIDEO = ",'video':{'url':'" + URL + "'}";
  private static final String NO_VIDEO = failure("video-missing", "", 200, "yes");
  private static final String NO_OUTPUT =
      failure("generation-failed", ",'message':'No output'", 200, "no");
  private static final String WITH_CODE = NO_OUTPUT.replace(",'message", ",'code':'500','message");
  private static final String DONE = ",'progressPercent':100";

  /** What every record has, and how it is read. */
  private static final String RECORD =
      "'created_at':1774493400,'updated_at':1774493401,'properties':{'origin_model_name':'kling'}";

  private static final String CREATED = ",'createdAt':'2026-03-26T02:50:00Z'";
  private static final String ENDED = ",'completedAt':'2026-03-26T02:56:11Z'";
  private static final String READ =
      ",'model':'kling'" + CREATED + ",'updatedAt':'2026-03-26T02:50:01Z'";
  private static final String METADATA =
      "'format':'mp4','metadata':{'duration':5.5,'width':1280,'height':720}";
  private static final String MEASURED =
      VIDEO.replace("'}", "','format':'mp4','durationSeconds':5.5,'width':1280,'height':720}");
  private static final String REJECTED = // by these words
      failure("content-rejected", ",'message':'The content policy'", 200, "no");

  private static final ProviderPact PACT =
      new ProviderPact(
          NewApiPactTest.class,
          NEW_API,
          ID,
          request -> request.path(Matchers.fromProviderState(PATH + "${taskId}", PATH + ID)));

  static final List<PactCase> CASES =
      quoted(
          PACT.query("queued", "a task that is submitted")
              .responds(task("SUBMITTED", RECORD + ",'progress':'10%'"))
              .reads("submitted", found("queued", "SUBMITTED", ",'progressPercent':10" + READ)),
          PACT.query("queued-not-started", "a task that is not started, with its prompt")
              .responds(task("NOT_START", "'submit_time':1774493400,'properties':{'input':'Dusk'}"))
              .reads("notStarted", found("queued", "NOT_START", ",'prompt':'Dusk'" + CREATED)),
          PACT.query("running", "a task in progress")
              .responds(task("IN_PROGRESS", RECORD + ",'progress':'30%'"))
              .reads("inProgress", found("running", "IN_PROGRESS", ",'progressPercent':30" + READ)),
          PACT.query("completed", "a completed task")
              .responds(
                  task("SUCCESS", RECORD + ",'finish_time':1774493771,'result_url':'" + URL + "'"))
              .reads("completed", found("succeeded", "SUCCESS", DONE + READ + ENDED + VIDEO)),
          PACT.query("completed-in-fail-reason", "a completed task of an earlier version")
              .responds(task("SUCCESS", "'fail_reason':'" + URL + "'"))
              .reads("videoInReason", found("succeeded", "SUCCESS", DONE + VIDEO)),
          PACT.query("completed-without-video", "a completed task without a video")
              .responds(task("SUCCESS", RECORD))
              .reads("withoutVideo", found("failed", "SUCCESS", READ + NO_VIDEO)),
          PACT.query("failed", "a failed task")
              .responds(task("FAILURE", "'fail_reason':'No output'"))
              .reads("failed", found("failed", "FAILURE", NO_OUTPUT)),
          PACT.query("failed-in-result-url", "a failed task with its reason in the URL alone")
              .like("failed")
              .without("/data/fail_reason")
              .responds(task("FAILURE", "'result_url':'No output'"))
              .reads("reasonInResultUrl", found("failed", "FAILURE", NO_OUTPUT)),
          PACT.query("rejected", "a task rejected for its content")
              .responds(task("FAILURE", "'fail_reason':'~.*content policy.*~The content policy'"))
              .reads("rejected", found("failed", "FAILURE", REJECTED)),
          PACT.query("running-of-the-page", "a task in progress, in the members of the page")
              .responds(task("processing", ""))
              .reads("inProgressOfThePage", found("running", "processing", "")),
          PACT.query("completed-of-the-page", "a completed task, in the members of the page")
              .responds(task("succeeded", METADATA + ",'url':'" + URL + "'"))
              .reads("completedOfThePage", found("succeeded", "succeeded", DONE + MEASURED)),
          PACT.query("failed-of-the-page", "a failed task, in the members of the page")
              .responds(task("failed", "'error':{'code':500,'message':'No output'}"))
              .reads("failedOfThePage", found("failed", "failed", WITH_CODE)),
          PACT.query("failed-in-url", "a failed task of the page with its reason in the URL")
              .like("failed-of-the-page")
              .with("/data/url", "No output")
              .without("/data/error")
              .responds(task("failed", "'url':'No output'"))
              .reads("reasonInUrl", found("failed", "failed", NO_OUTPUT)),
          word("QUEUED", "queued", "queued", ""),
          word("UNKNOWN", "running", "unknown", ""),
          word("queued", "running-of-the-page", "queued", ""),
          word("in_progress", "running-of-the-page", "running", ""),
          word("completed", "completed-without-video", "failed", NO_VIDEO),
          PACT.query("unknown-word", "a task with a status that no document names")
              .like("running")
              .with("/data/status", "archived")
              .responds(task("archived", ""))
              .reads(
                  "unknownWord",
                  found("unknown", "archived", "", "value /status does not name this word")),
          PACT.query("undocumented-field", "a task with a field that no document names")
              .like("running")
              .withUndeclared("/data/region", "eu")
              .responds(task("IN_PROGRESS", "'region':'eu'"))
              .reads(
                  "undocumentedField",
                  found("running", "IN_PROGRESS", "", "field /region declares no such member")),
          PACT.query("not-found", "a task that does not exist")
              .responds(400, PactBodies.like("{'code':'=task_not_exist','message':'None'}"))
              .reads("unknownTask", refused("not-found", "task_not_exist", 400, "no")),
          PACT.query("unauthorized", "a task with a key that is not accepted")
              .responds(401, PactBodies.like("{'error':{'message':'None','type':'bad_key'}}"))
              .reads("refusedKey", refused("unauthorized", "bad_key", 401, "no")),
          PACT.query("forbidden", "a task with a key that is not valid here")
              .responds(403, PactBodies.like("{'error':{'message':'None','code':'denied'}}"))
              .reads("refusedAddress", refused("forbidden", "denied", 403, "no")),
          PACT.query("rate-limited", "a task too often")
              .respondsRetryAfter(PactBodies.like("{'message':'None','type':'often'}"))
              .reads(
                  "whenToAskAgain",
                  refused("rate-limited", "often", 429, "yes")
                      .replace("'yes'", "'yes','retryAfterSeconds':30")),
          PACT.query("provider-error", "a task while the gateway fails")
              .responds(500, PactBodies.like("{'code':'failed','message':'None'}"))
              .reads("errorOfTheGateway", refused("provider-error", "failed", 500, "yes")),
          PACT.query("error-text", "a task, refused with an error in plain text")
              .like("unauthorized")
              .with("/error", "None")
              .responds(401, PactBodies.like("{'error':'None'}"))
              .reads(
                  "errorInPlainText",
                  refused("unauthorized", "", 401, "no").replace("'code':'',", "")),
          PACT.query("gateway-msg", "a task, refused with a short message")
              .like("provider-error")
              .with("/msg", "None")
              .responds(500, PactBodies.like("{'code':'failed','msg':'None'}"))
              .reads("shortMessage", refused("provider-error", "failed", 500, "yes")));

  private static List<PactCase> quoted(PactCase... cases) {
    return Stream.of(cases)
        .map(each -> new PactCase(each.test(), each.pact(), each.json().replace('\'', '"')))
        .toList();
  }

  private static DslPart task(String word, String more) {
    String members = "'task_id':'" + ID + "','status':'=" + word + "'";
    return PactBodies.like("{'data':{" + members + (more.isEmpty() ? "" : "," + more) + "}}");
  }

  private static String found(String status, String word, String more) {
    boolean ended = List.of("succeeded", "failed").contains(status);
    return "{'provider':'new-api','id':'%s','status':'%s','providerStatus':'%s','terminal':%s%s,"
            .formatted(ID, status, word, ended, more)
        + "'findings':[]}";
  }

  private static String failure(String kind, String more, int status, String retry) {
    return ",'failure':{'kind':'%s','origin':'%s'%s,'httpStatus':%d,'retry':'%s'}"
        .formatted(kind, status == 200 ? "task" : "relay", more, status, retry);
  }

  private static String refused(String kind, String code, int status, String retry) {
    String said = ",'code':'" + code + "','message':'None'";
    return "{'provider':'new-api','id':'%s'%s,'findings':[]}"
        .formatted(ID, failure(kind, said, status, retry));
  }

  private static String found(String status, String word, String more, String finding) {
    String found =
        finding.replaceFirst(
            "(\\w+) (\\S+) (.*)",
            "[{'kind':'undocumented-$1','pointer':'/data$2','detail':'the contract $3'}]");
    return found(status, word, more).replace("[]", found);
  }

  /** A word that has no example of its own. */
  private static PactCase word(String word, String example, String status, String more) {
    return PACT.query("word-" + word, "a task with the status " + word)
        .like(example)
        .with("/data/status", word)
        .responds(task(word, ""))
        .reads("word_" + word, found(status, word, more));
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void readsTheResponse(PactCase pinned) throws Exception {
    PACT.requireReading(pinned);
  }

  @Test
  void theCommittedPactHoldsTheseInteractions() throws IOException {
    PACT.requireCommitted(CASES);
  }

  private static QueryResult read(int status, String body) {
    byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return NEW_API.read("new-api", null, new RecordedResponse(status, Map.of(), bytes));
  }

  private static VideoTask in(String members) {
    return read(200, "{'data':{'task_id':'" + ID + "'," + members + "}}").taskOrThrow();
  }

  @Test
  @Fact("N3")
  @Fact("N32")
  @Fact("N33")
  void leavesTheAddressToTheCallerAndQueriesAsOftenAsTheGatewayLooks() {
    assertThat(NEW_API.profile().baseUrl()).isNull();
    assertThat(NEW_API.profile().polling().interval()).isEqualTo(Duration.ofSeconds(15));
    assertThat(NEW_API.profile().polling().timeout()).isLessThan(Duration.ofHours(24));
  }

  @Test
  @DisplayName("NC1 the task is read in the envelope, and outside of it with a finding")
  void readsTheTaskOfThePageAtTheTop() {
    String page = "{'task_id':'t','status':'completed','url':'" + URL + "'}";
    VideoTask task = read(200, page).taskOrThrow();

    assertThat(task.status().jsonName()).isEqualTo("succeeded");
    assertThat(task.findings())
        .extracting("detail")
        .containsExactly("the task stands outside of its envelope");
    assertThat(in("'status':'completed','url':'" + URL + "'").findings()).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("NC2 the words of all three lists are known")
  @CsvSource({
    "queued, queued", "in_progress, running", "completed, failed", "failed, failed",
    "processing, running", "succeeded, failed", "NOT_START, queued", "SUBMITTED, queued",
    "QUEUED, queued", "IN_PROGRESS, running", "SUCCESS, failed", "FAILURE, failed",
    "UNKNOWN, unknown"
  })
  void knowsTheWordsOfEachList(String word, String status) {
    VideoTask task = in("'status':'" + word + "'");

    assertThat(task.status().jsonName()).isEqualTo(status);
    assertThat(task.findings()).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("NC3, NC5 url and result_url are read alike, by the state of the task")
  @CsvSource({"url", "result_url"})
  void readsEitherMemberByTheStateOfTheTask(String member) {
    VideoTask success = in("'status':'SUCCESS','" + member + "':'" + URL + "'");
    VideoTask failed = in("'status':'FAILURE','" + member + "':'No output'");

    assertThat(((TaskState.Succeeded) success.state()).video().url()).hasToString(URL);
    assertThat(((TaskState.Failed) failed.state()).failure().message()).isEqualTo("No output");
    assertThat(failed.findings()).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("NC4 each shape of refusal is read")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'error':{'message':'None','type':'t','param':'p','code':'c'}}",
        "{'code':'c','message':'None','param':'p','type':'t'}",
        "{'code':'c','message':'None','data':null}"
      })
  void readsEachShapeOfRefusal(String body) {
    assertThat(((QueryResult.Failed) read(403, body)).failure())
        .extracting("kind", "code", "message")
        .containsExactly(FailureKind.FORBIDDEN, "c", "None");
  }

  @Test
  @DisplayName("NC6 an unknown task is not found, whatever the HTTP status says")
  void takes400ForAnUnknownTask() {
    assertThat(((QueryResult.Failed) read(400, "{'code':'task_not_exist'}")).failure().kind())
        .isEqualTo(FailureKind.NOT_FOUND);
  }
}
