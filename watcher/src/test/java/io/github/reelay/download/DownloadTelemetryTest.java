package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.RecordingTelemetry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What telemetry hears of downloads that fail and are repeated. */
@Timeout(60)
class DownloadTelemetryTest {
  private static final SampleMp4 FILM = SampleMp4.of(20_000, 4);

  private static final Duration PAUSE = Duration.ofMinutes(5);

  @TempDir Path folder;
  private final RecordingTelemetry heard = new RecordingTelemetry();
  private DownloadFixture fixture;
  private HostServer host;

  @BeforeEach
  void open() {
    fixture = new DownloadFixture(folder);
    host = fixture.host(HostServer.of(FILM));
  }

  @AfterEach
  void close() throws IOException {
    fixture.close();
  }

  private void breakDown(int failures) {
    host.script(
        (request, out) -> {
          if (host.requests().size() > failures) {
            HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
          } else {
            HostServer.write(out, 503);
          }
        });
  }

  private CompletableFuture<?> save(Downloader downloader) {
    return downloader
        .savingTo(folder)
        .apply(
            DownloadFixture.task(
                host.url("/a.mp4"), ManualScheduler.START.plus(Duration.ofHours(1))))
        .toCompletableFuture();
  }

  @Test
  void eachAttemptStartsAndEndsAndTheLastOneCloses() {
    breakDown(1);
    CompletableFuture<?> saved =
        save(fixture.open(fixture.timed().maxRetriesWithoutProgress(1).telemetry(heard)));

    fixture.time.awaitAndAdvance(PAUSE);
    saved.join();
    heard.await("download closed");

    assertThat(heard.lines("download"))
        .containsExactly(
            "download toapis opened",
            "download started",
            "download ended after 0 bytes: unreachable",
            "download started",
            "download ended after " + FILM.bytes().length + " bytes: null",
            "download closed");
    assertThat(heard.lines("expires")).containsOnly("expires 2026-11-22T01:00:00Z");
  }

  @Test
  void oneThatWaitsForItsRepetitionIsClosedWithTheDownloader() {
    breakDown(1000);
    Downloader downloader = fixture.timed().maxRetriesWithoutProgress(1).telemetry(heard).build();
    save(downloader);
    fixture.time.awaitAndAdvance(PAUSE);
    DownloadFixture.await(() -> fixture.time.delays().contains(PAUSE));

    downloader.close();

    assertThat(heard.lines("download"))
        .containsExactly(
            "download toapis opened",
            "download started",
            "download ended after 0 bytes: unreachable",
            "download started",
            "download ended after 0 bytes: unreachable",
            "download closed");
  }
}
