package io.github.reelay.contracttests.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contracttools.facts.Fact;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.dialect.PollingDefaults;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Retry;
import io.github.reelay.provider.xingchaoyiqing.XingchaoyiqingDialect;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.task.Video;
import io.github.reelay.task.VideoTask;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XingchaoyiqingFactsTest {
  private static final Dialect XINGCHAOYIQING = new XingchaoyiqingDialect();
  private static final PollingDefaults POLLING = XINGCHAOYIQING.profile().polling();
  private static final String SIGNED = "https://a.example/v.mp4?expires=1&signature=a%2Fb+c";

  private final DialectResults dialectResults = new DialectResults(XINGCHAOYIQING);

  @Test
  @Fact("X4")
  void namesTheIndexOfTheDocumentation() {
    assertThat(XINGCHAOYIQING.profile().documentation())
        .isEqualTo(URI.create("https://docs.xingchaoyiqing.com/llms.txt"));
  }

  @Test
  @Fact("X2")
  @Fact("X3")
  @Fact("XC2")
  void isQueriedWithTheIdInThePath() throws IOException {
    assertThat(RecordingProvider.request(XINGCHAOYIQING, "sora_abc123def456").target())
        .isEqualTo("/v1/result/sora_abc123def456");
  }

  @ParameterizedTest
  @CsvSource({
    "queued, QUEUED, false",
    "processing, RUNNING, false",
    "failed, FAILED, true",
  })
  @Fact("X12")
  @Fact("X13")
  @Fact("X15")
  @Fact("X21")
  @Fact("X22")
  @Fact("X25")
  @Fact("X26")
  @Fact("X28")
  @Fact("XC5")
  void hasWordsThatAreFinalAndWordsThatAreNot(String word, TaskStatus status, boolean isFinal) {
    VideoTask task = dialectResults.task("{'id':'sora_1','status':'%s'}".formatted(word));

    assertThat(task.status()).isEqualTo(status);
    assertThat(task.status().terminal()).isEqualTo(isFinal);
  }

  @Test
  @Fact("X14")
  @Fact("X23")
  @Fact("X25")
  @Fact("X26")
  @Fact("X28")
  void isFinalOnceTheVideoIsThere() {
    VideoTask task =
        dialectResults.task(
            "{'id':'sora_1','status':'completed','video_url':'https://a.example/v.mp4'}");

    assertThat(task.status()).isEqualTo(TaskStatus.SUCCEEDED);
    assertThat(task.status().terminal()).isTrue();
  }

  @Test
  @Fact("X18")
  @Fact("X24")
  void explainsAFailureInWords() {
    VideoTask task = dialectResults.task("{'id':'sora_1','status':'failed','error':'no output'}");

    assertThat(((TaskState.Failed) task.state()).failure().message()).isEqualTo("no output");
  }

  @Test
  @Fact("X19")
  void reportsAProgressAsUndocumented() {
    VideoTask task = dialectResults.task("{'id':'sora_1','status':'processing','progress':40}");

    assertThat(task.progressPercent()).isNull();
    assertThat(task.findings()).extracting("pointer").containsExactly("/progress");
  }

  @Test
  @Fact("X20")
  @Fact("X34")
  @Fact("XC7")
  void hasAnAddressThatWorksForADayFromTheResponseForWantOfAnotherTime() {
    VideoTask task = dialectResults.example("completed");
    Video video = ((TaskState.Succeeded) task.state()).video();

    assertThat(task.completedAt()).isNull();
    assertThat(video.expiresAt()).isEqualTo(DialectResults.OBSERVED.plus(Duration.ofDays(1)));
    assertThat(video.expiryEstimated()).isTrue();
  }

  @Test
  @Fact("X27")
  @Fact("XC3")
  void isQueriedEveryThirtySecondsForWantOfADocumentedInterval() {
    assertThat(POLLING.interval()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  @Fact("X29")
  void demandsAPauseWhenThereWereTooManyQueries() {
    Failure failure = dialectResults.refusal(429, "");

    assertThat(failure.kind()).isEqualTo(FailureKind.RATE_LIMITED);
    assertThat(failure.retry()).isEqualTo(Retry.YES);
  }

  @ParameterizedTest
  @CsvSource({"4, 3", "8, 5", "12, 8"})
  @Fact("X31")
  @Fact("X32")
  @Fact("X33")
  @Fact("XC6")
  void isGivenUpNoSoonerThanTwiceAnyEstimate(int seconds, int minutes) {
    assertThat(POLLING.timeout())
        .as("the wait for a video of %d seconds", seconds)
        .isGreaterThanOrEqualTo(Duration.ofMinutes(minutes).multipliedBy(2));
  }

  @Test
  @Fact("X33")
  void isGivenUpAfterTwiceTheLongestEstimate() {
    assertThat(POLLING.timeout()).isEqualTo(Duration.ofMinutes(16));
  }

  @Test
  @Fact("X16")
  @Fact("X35")
  void hasMp4Files() {
    Video video =
        dialectResults.video(
            "{'id':'sora_1','status':'completed','video_url':'https://a.example/v'}");

    assertThat(video.format()).isEqualTo("mp4");
  }

  @Test
  @Fact("X36")
  @Fact("XC8")
  void keepsASignedAddressAsWrittenAndOutOfItsText() {
    Video video =
        dialectResults.video(
            "{'id':'sora_1','status':'completed','video_url':'%s'}".formatted(SIGNED));

    assertThat(video.url()).hasToString(SIGNED);
    assertThat(video.toString()).doesNotContain("signature");
  }
}
