package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.log.RecordedLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A download ends with an outcome where its executor or its look-up cannot work. */
class UnableExecutorTest {
  @RegisterExtension final RecordedLog log = RecordedLog.of(Downloader.class);
  private static final SampleMp4 FILM = SampleMp4.of(300_000, 9);
  @TempDir Path folder;
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

  @Test
  void endsWithAnOutcomeWhenItsExecutorTakesNoWork() {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    executor.shutdownNow();

    DownloadOutcome outcome =
        fixture.fetch(fixture.builder().executor(executor), host.url("/a.mp4"));

    assertThat(DownloadFixture.failure(outcome).kind()).isEqualTo(DownloadFailureKind.CLOSED);
  }

  @Test
  void endsWithAnOutcomeWhenThereIsNoThreadToGoOnWith() {
    AtomicBoolean exhausted = new AtomicBoolean();
    Downloader downloader =
        fixture.open(
            fixture
                .builder()
                .executor(
                    work -> {
                      if (exhausted.getAndSet(true)) {
                        throw new OutOfMemoryError("unable to create native thread");
                      }
                      new Thread(work, "first").start();
                    }));

    DownloadOutcome outcome =
        DownloadFixture.get(downloader.download(DownloadFixture.HANDLE, fixture.file));

    assertThat(DownloadFixture.failure(outcome).kind()).isEqualTo(DownloadFailureKind.CLOSED);
  }

  @Test
  void endsWithAnOutcomeWhenSomethingUnheardOfHappens() {
    DownloaderBuilder builder = fixture.builder();
    builder.network(
        DownloadFixture.resolving(
            host -> {
              throw new IllegalStateException("on purpose");
            }));

    DownloadFailure failure = DownloadFixture.failure(fixture.fetch(builder, host.url("/a.mp4")));

    assertThat(failure.message())
        .isEqualTo(
            "toapis:ok-1: expected to save the video, found something else"
                + " (IllegalStateException); see the log");
    assertThat(log.lines())
        .containsExactly("WARNING expected no exception in toapis:ok-1 (Exception)");
  }
}
