package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.task.VideoTask;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From when on, and how long, a file may be missing. */
@Timeout(60)
class LateFilePeriodTest {
  private static final Instant NOW = ManualScheduler.START;
  @TempDir Path folder;
  private DownloadFixture fixture;
  private LateFileFixture lateFile;
  private HostServer host;

  @BeforeEach
  void open() {
    fixture = new DownloadFixture(folder);
    lateFile = new LateFileFixture(fixture);
    host = lateFile.host;
  }

  @AfterEach
  void close() throws IOException {
    fixture.close();
  }

  @ParameterizedTest
  @CsvSource({"404, GONE", "400, REFUSED", "409, REFUSED"})
  void isGivenUpTenMinutesAfterTheEndOfTheTask(int status, DownloadFailureKind kind) {
    lateFile.providerShowsNothingElse(10);
    host.script(HostServer.always(status, ""));

    CompletableFuture<DownloadOutcome> future = lateFile.start(NOW.minusSeconds(500));
    lateFile.pass(6);
    fixture.time.awaitAndAdvance(Duration.ofSeconds(10)); // what is left of the ten minutes

    DownloadFailure failure = DownloadFixture.failure(DownloadFixture.get(future));
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.httpStatus()).isEqualTo(status);
    assertThat(host.requests()).hasSize(8);
    assertThat(fixture.queries()).isEqualTo(status == 404 ? 4 : 3);
  }

  @Test
  void isNoVideoTenMinutesAfterTheEndOfTheTask() {
    lateFile.providerShowsNothingElse(10);
    host.script(HostServer.always(200, "{\"status\":\"processing\"}"));

    CompletableFuture<DownloadOutcome> future = lateFile.start(NOW.minusSeconds(599));
    fixture.time.awaitAndAdvance(Duration.ofSeconds(1));

    assertThat(DownloadFixture.failure(DownloadFixture.get(future)).message())
        .isEqualTo(
            "toapis:ok-1: expected a video from 127.0.0.1, found JSON; query the task for another"
                + " URL, or look at this one");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T23:50:00Z, false",
    "2026-11-21T23:50:01Z, true",
    "2001-01-01T00:00:00Z, false",
    "-1000000000-01-01T00:00:00Z, true",
    "1970-01-01T00:00:00Z, true",
    "2026-11-22T00:00:01Z, true",
    "+1000000000-12-31T23:59:59Z, true",
    ", true"
  })
  void isExpectedTenMinutesFromAnEndThatIsPossible(Instant completedAt, boolean waits) {
    lateFile.providerShowsNothingElse(1);
    lateFile.isMissing(1, HostServer.always(404, ""));

    CompletableFuture<DownloadOutcome> future = lateFile.start(completedAt);
    if (waits) {
      Duration second = Duration.ofSeconds(1);
      boolean last = Instant.parse("2026-11-21T23:50:01Z").equals(completedAt);
      fixture.time.awaitAndAdvance(last ? second : second.multipliedBy(2));
      DownloadFixture.get(future).savedOrThrow();
    } else {
      assertThat(DownloadFixture.failure(DownloadFixture.get(future)).kind())
          .isEqualTo(DownloadFailureKind.GONE);
    }
  }

  @Test
  void isNotExpectedOfATaskThatEndedBeforeItWasCreated() {
    lateFile.providerShowsNothingElse(1);
    lateFile.isMissing(1, HostServer.always(404, ""));
    VideoTask old = DownloadFixture.task(host.url("/a.mp4"));
    VideoTask odd =
        VideoTask.builder("toapis", "ok-1", old.state())
            .createdAt(NOW.minusSeconds(60))
            .completedAt(NOW.minus(Duration.ofDays(365)))
            .build();

    CompletableFuture<DownloadOutcome> future =
        fixture.open(lateFile.builder()).download(odd, fixture.file);
    lateFile.pass(1);

    DownloadFixture.get(future).savedOrThrow();
  }
}
