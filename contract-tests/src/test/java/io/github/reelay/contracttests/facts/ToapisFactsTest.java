package io.github.reelay.contracttests.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contracttests.facts.RecordingProvider.SentRequest;
import io.github.reelay.contracttools.facts.Fact;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.dialect.PollingDefaults;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.task.Video;
import io.github.reelay.task.VideoTask;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToapisFactsTest {
  private static final Dialect TOAPIS = new ToapisDialect();
  private static final PollingDefaults POLLING = TOAPIS.profile().polling();

  private final DialectResults dialectResults = new DialectResults(TOAPIS);

  @Test
  @Fact("T3")
  void respondsAtTheDocumentedServer() {
    assertThat(TOAPIS.profile().baseUrl()).isEqualTo(URI.create("https://toapis.com"));
  }

  @Test
  @Fact("T11")
  void namesTheIndexOfTheDocumentation() {
    assertThat(TOAPIS.profile().documentation())
        .isEqualTo(URI.create("https://docs.toapis.com/llms.txt"));
  }

  @Test
  @Fact("T1")
  @Fact("T2")
  @Fact("T5")
  @Fact("T14")
  void isQueriedByGetWithTheIdInThePathAndNothingElse() throws IOException {
    SentRequest request = RecordingProvider.request(TOAPIS, "task_01K9S419324DREZFBWNSVXYR6H");

    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.target())
        .isEqualTo("/v1/videos/generations/task_01K9S419324DREZFBWNSVXYR6H");
    assertThat(request.bodyBytes()).isZero();
  }

  @Test
  @Fact("T6")
  @Fact("T7")
  @Fact("T10")
  void getsTheKeyAsBearerAndNoContentType() throws IOException {
    SentRequest request = RecordingProvider.request(TOAPIS, "task_1");

    assertThat(request.headers().get("Authorization")).containsExactly("Bearer sk-sample");
    assertThat(request.headers()).doesNotContainKey("Content-Type");
  }

  @Test
  @Fact("T43")
  void isQueriedFirstAfterFiveSeconds() {
    assertThat(POLLING.initialDelay()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  @Fact("T44")
  @Fact("T53")
  void isQueriedEveryTenSeconds() {
    assertThat(POLLING.interval()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  @Fact("T38")
  @Fact("T39")
  @Fact("TC8")
  void isQueriedInTheOneIntervalThatBothRangesAllow() {
    assertThat(POLLING.interval()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
    assertThat(POLLING.interval()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(15));
  }

  @Test
  @Fact("T45")
  @Fact("T47")
  void isGivenUpAfterTenMinutesWithTheFirstSecondsIncluded() {
    assertThat(POLLING.timeout()).isEqualTo(Duration.ofSeconds(600));
  }

  @Test
  @Fact("T49")
  void isQueriedSixtyTimesAtMost() {
    long more = POLLING.timeout().minus(POLLING.initialDelay()).dividedBy(POLLING.interval());
    Duration last = POLLING.initialDelay().plus(POLLING.interval().multipliedBy(more));

    assertThat(1 + more).isEqualTo(60);
    assertThat(last).isEqualTo(Duration.ofSeconds(595));
  }

  @Test
  @Fact("T46")
  @Fact("T54")
  @Fact("TC9")
  void isGivenUpNoSoonerThanALongVideoMayTake() {
    Duration usual = Duration.ofMinutes(5);
    Duration longest = Duration.ofMinutes(10);

    assertThat(POLLING.timeout()).isGreaterThan(usual).isGreaterThanOrEqualTo(longest);
  }

  @ParameterizedTest
  @CsvSource({
    "queued, QUEUED, false",
    "submitted, QUEUED, false",
    "in_progress, RUNNING, false",
    "failed, FAILED, true",
  })
  @Fact("T18")
  @Fact("T19")
  @Fact("T21")
  @Fact("T38")
  @Fact("T42")
  @Fact("TC1")
  void hasWordsThatAreFinalAndWordsThatAreNot(String word, TaskStatus status, boolean isFinal) {
    VideoTask task = dialectResults.task("{'id':'task_1','status':'%s'}".formatted(word));

    assertThat(task.status()).isEqualTo(status);
    assertThat(task.status().terminal()).isEqualTo(isFinal);
  }

  @Test
  @Fact("T51")
  void keepsATaskOpenOnAWordThatNobodyKnows() {
    VideoTask task = dialectResults.task("{'id':'task_1','status':'hovering'}");

    assertThat(task.status()).isEqualTo(TaskStatus.UNKNOWN);
    assertThat(task.status().terminal()).isFalse();
  }

  @Test
  @Fact("T20")
  @Fact("T33")
  @Fact("T34")
  @Fact("T35")
  @Fact("T40")
  @Fact("T50")
  @Fact("TC3")
  void showsAddressThumbnailAndLengthOfACompletedTask() {
    Video video =
        dialectResults.video(
            """
            {'id':'task_1','status':'completed','url':'https://a.example/v.mp4',
             'thumbnail':'https://a.example/t.jpg','duration':10}\
            """);

    assertThat(video.url()).isEqualTo(URI.create("https://a.example/v.mp4"));
    assertThat(video.thumbnailUrl()).isEqualTo(URI.create("https://a.example/t.jpg"));
    assertThat(video.duration()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  @Fact("T36")
  @Fact("T41")
  @Fact("T50")
  void showsTheMessageOfAFailedTask() {
    VideoTask task =
        dialectResults.task("{'id':'task_1','status':'failed','error':{'message':'no output'}}");

    assertThat(((TaskState.Failed) task.state()).failure().message()).isEqualTo("no output");
  }

  @Test
  @Fact("T57")
  @Fact("TC17")
  void hasAddressesThatWorkForADayFromCompletion() {
    Video video =
        dialectResults.video(
            """
            {'id':'task_1','status':'completed','url':'https://a.example/v.mp4',
             'completed_at':1768380514}\
            """);

    assertThat(video.expiresAt()).isEqualTo(Instant.ofEpochSecond(1768380514 + 24 * 60 * 60));
    assertThat(video.expiryEstimated()).isTrue();
  }

  @Test
  @Fact("T57")
  void hasAddressesThatWorkForADayFromTheResponseWhereItStatesNoTime() {
    Video video =
        dialectResults.video(
            "{'id':'task_1','status':'completed','url':'https://a.example/v.mp4'}");

    assertThat(video.expiresAt()).isEqualTo(DialectResults.OBSERVED.plus(Duration.ofHours(24)));
  }

  @Test
  @Fact("T26")
  @Fact("T32")
  @Fact("T59")
  void statesItselfWhenAnAddressDies() {
    Video video =
        dialectResults.video(
            """
            {'id':'task_1','status':'completed','url':'https://a.example/v.mp4',
             'completed_at':1768380514,'expires_at':1768466000}\
            """);

    assertThat(video.expiresAt()).isEqualTo(Instant.ofEpochSecond(1768466000));
    assertThat(video.expiryEstimated()).isFalse();
  }

  @Test
  @Fact("T60")
  void keepsATaskSucceededWhoseAddressHasDied() {
    VideoTask task =
        dialectResults.task(
            """
            {'id':'task_1','status':'completed','url':'https://a.example/v.mp4','expires_at':1}\
            """);

    assertThat(task.status()).isEqualTo(TaskStatus.SUCCEEDED);
    assertThat(((TaskState.Succeeded) task.state()).video().expiresAt())
        .isBefore(DialectResults.OBSERVED);
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_request, INVALID_REQUEST",
    "401, unauthorized, UNAUTHORIZED",
    "402, insufficient_quota, QUOTA_EXHAUSTED",
    "404, task_not_found, NOT_FOUND",
    "422, content_policy_violation, CONTENT_REJECTED",
    "429, rate_limit_exceeded, RATE_LIMITED",
    "500, internal_error, PROVIDER_ERROR",
  })
  @Fact("T62")
  @Fact("T63")
  @Fact("T64")
  @Fact("T65")
  @Fact("T66")
  @Fact("T67")
  @Fact("T68")
  @Fact("TC12")
  void hasOneKindForEachErrorWhereverItsWordStands(int status, String word, FailureKind kind) {
    String inCode = "{'error':{'code':'%s','message':'m'}}".formatted(word);
    String inType = "{'error':{'type':'%s','message':'m'}}".formatted(word);

    assertThat(dialectResults.refusal(status, inCode).kind()).isEqualTo(kind);
    assertThat(dialectResults.refusal(status, inType).kind()).isEqualTo(kind);
    assertThat(dialectResults.refusal(status, "").kind()).isEqualTo(kind);
  }

  @Test
  @Fact("T69")
  void documentsSevenErrors() {
    assertThat(dialectResults.documented().keySet())
        .map(String::valueOf)
        .containsExactly("200", "400", "401", "402", "404", "422", "429", "500");
  }
}
