package io.github.reelay.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.reelay.contract.Finding;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.task.Video;
import io.github.reelay.task.VideoTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Responses of a provider that Reelay does not know, read as its document says. */
class LoadedDialectTest {
  private static final Dialect GATEWAY = Dialect.parse("my.yaml", ShortDocument.GATEWAY);

  private static VideoTask task(Dialect dialect, String body) {
    return dialect.read(body.replace('\'', '"')).taskOrThrow();
  }

  @Test
  void theProfileIsThatOfTheDocument(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("my.yaml"), ShortDocument.GATEWAY);

    ProviderProfile profile = Dialect.load(file).profile();

    assertThat(profile.name()).isEqualTo("my");
    assertThat(profile.baseUrl()).hasToString("https://relay.example");
    assertThat(profile.path()).isEqualTo("/v1/video/generations/{id}");
    assertThat(profile.polling())
        .isEqualTo(
            new PollingDefaults(
                Duration.ZERO, Duration.ofSeconds(15), Duration.ofMinutes(30), null));
    assertThat(profile.unknownTaskCodes()).containsExactly("task_not_exist");
  }

  @ParameterizedTest
  @CsvSource({
    "https://my_relay.example/v1/, https://my_relay.example/v1",
    "HTTPS://relay.example, https://relay.example",
    "https://例え.example, https://xn--r8jz45g.example",
  })
  void theBaseUrlIsReadAsASettingIsRead(String written, String read) {
    String text = ShortDocument.GATEWAY.replace("https://relay.example", written);

    assertThat(Dialect.parse("my.yaml", text).profile().baseUrl()).hasToString(read);
  }

  @Test
  void whatItCannotKnowItSays() {
    assertThat(GATEWAY.profile().lastVerified()).isNull();
    assertThat(GATEWAY.profile().documentation()).isNull();
    assertThat(GATEWAY.hasContract()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_START, QUEUED",
    "submitted, QUEUED",
    "IN_PROGRESS, RUNNING",
    "in progress, RUNNING",
    "FAILURE, FAILED",
    "cancelled, CANCELLED",
    "FROZEN, UNKNOWN"
  })
  void wordsMeanWhatTheDocumentSaysAndElseWhatIsCommon(String word, TaskStatus status) {
    VideoTask task = task(GATEWAY, "{'data':{'task_id':'t1','status':'" + word + "'}}");

    assertThat(task.status()).isEqualTo(status);
    assertThat(task.providerStatus()).isEqualTo(word);
  }

  @Test
  void aRunningTaskInAnEnvelopeLeavesNoFinding() {
    QueryResult result =
        GATEWAY.read(
            """
            {"code": "success", "message": "", "data": {"task_id": "t1", "status": "IN_PROGRESS",
             "progress": "30%", "created_at": 1768380222, "finish_time": 0, "extra": [1, {"a": true}]}}
            """);

    assertThat(CanonicalJson.line(result))
        .isEqualTo(
            "{\"provider\":\"my\",\"id\":\"t1\",\"status\":\"running\",\"providerStatus\":"
                + "\"IN_PROGRESS\",\"terminal\":false,\"progressPercent\":30,\"createdAt\":\"2026-01-14T08:43:42Z\","
                + "\"findings\":[]}");
  }

  @Test
  void theSamePlaceIsAUrlAfterASuccessAndElseAReason() {
    VideoTask succeeded =
        task(
            GATEWAY,
            "{'data':{'task_id':'t1','status':'SUCCESS','fail_reason':'https://v.example/1.mp4'}}");
    VideoTask failed =
        task(
            GATEWAY,
            "{'code':'success','data':{'task_id':'t1','status':'FAILURE',"
                + "'fail_reason':'no frames'}}");

    assertThat(succeeded.video().url()).hasToString("https://v.example/1.mp4");
    assertThat(succeeded.findings()).isEmpty();
    assertThat(failed.failure().message()).isEqualTo("no frames");
    assertThat(failed.findings()).isEmpty();
  }

  @Test
  void theFirstPlaceThatHasAUrlCounts() {
    VideoTask task =
        task(
            GATEWAY,
            "{'data':{'task_id':'t1','status':'SUCCESS','url':'https://v.example/2.mp4',"
                + "'result_url':'https://v.example/1.mp4','fail_reason':''}}");

    assertThat(task.video().url()).hasToString("https://v.example/1.mp4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | {'code':'task_not_exist','message':'no such task'}    | NOT_FOUND",
        "404 | {'error':{'code':'task_not_exist','message':'gone'}}  | NOT_FOUND",
        "401 | {'error':{'message':'bad key'}}                       | UNAUTHORIZED",
        "200 | {'code':'quota','message':'no quota','data':null}     | UNKNOWN",
        "200 | {'code':0,'data':{'error':{'code':429,'message':'x'}}} | RATE_LIMITED"
      })
  void anErrorIsReadAtTheTopAndInTheTask(int status, String body, FailureKind kind) {
    byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);

    QueryResult result =
        GATEWAY.read("my", "t1", new RecordedResponse(status, Map.of(), bytes, null));

    Failure failure = ((QueryResult.Failed) result).failure();
    assertThat(failure.kind()).isEqualTo(kind);
  }

  @Test
  void whatIsMissingIsMissedInsideTheEnvelope() {
    VideoTask task = task(GATEWAY, "{'data':{'status':'IN_PROGRESS'}}");

    assertThat(task.findings())
        .extracting(Finding::kind, Finding::pointer)
        .containsExactly(tuple(Finding.Kind.MISSING_FIELD, "/data/task_id"));
  }

  @Test
  void anErrorInTheTaskIsItsOwnAndNotTheEnvelopes() {
    VideoTask task =
        task(
            GATEWAY,
            "{'code':'success','message':'ok','data':{'task_id':'t1','status':'FAILURE',"
                + "'error':{'code':'no_frames','message':'nothing came'}}}");

    assertThat(task.failure().code()).isEqualTo("no_frames");
    assertThat(task.failure().message()).isEqualTo("nothing came");
  }

  @Test
  void eachElementOfAListIsAVideo() {
    Dialect several =
        Dialect.parse(
            "several.yaml",
            ShortDocument.reading(
                "id: /id",
                "status: /state",
                "video.url: '/videos/*/url'",
                "video.thumbnailUrl: '/videos/*/cover'",
                "video.width: '/videos/*/w'"));

    VideoTask task =
        task(
            several,
            "{'id':7,'state':'there','videos':[{'url':'https://v.example/1','w':640},"
                + "{'url':'https://v.example/2','cover':'https://v.example/2.jpg'}]}");

    assertThat(task.id()).isEqualTo("7");
    assertThat(task.video().width()).isEqualTo(640);
    Video second = ((TaskState.Succeeded) task.state()).more().get(0);
    assertThat(second.url()).hasToString("https://v.example/2");
    assertThat(second.thumbnailUrl()).hasToString("https://v.example/2.jpg");
  }

  @Test
  void aListCanBeEnteredAtOneElement() {
    Dialect first =
        Dialect.parse(
            "first.yaml",
            ShortDocument.reading(
                "id: /jobs/0/id",
                "status: /jobs/0/state",
                "video.url: /jobs/0/files/1",
                "video.thumbnailUrl: /jobs/0/files/0"));

    VideoTask task =
        task(
            first,
            "{'jobs':[{'id':'j1','state':'there','files':['https://v.example/1.jpg',"
                + "'https://v.example/1.mp4']},{'id':'j2','state':'busy'}]}");

    assertThat(task.id()).isEqualTo("j1");
    assertThat(task.video().url()).hasToString("https://v.example/1.mp4");
    assertThat(task.video().thumbnailUrl()).hasToString("https://v.example/1.jpg");
    assertThat(task.findings()).isEmpty();
  }

  @Test
  void aStatusMayBeANumberAndStandInSeveralPlaces() {
    Dialect numbers =
        Dialect.parse(
            "numbers.yaml",
            "\uFEFF"
                + ShortDocument.reading(
                        "id: /id", "status: [/state, /status_code]", "video.url: /url")
                    .replace("busy", "'1', 2"));

    assertThat(task(numbers, "{'id':'a','state':'','status_code':2}").status())
        .isEqualTo(TaskStatus.RUNNING);
    assertThat(task(numbers, "{'id':'a','status_code':1}").providerStatus()).isEqualTo("1");
    assertThat(task(numbers, "{'id':'a','state':'there','url':'https://v.example/1'}").status())
        .isEqualTo(TaskStatus.SUCCEEDED);
  }
}
