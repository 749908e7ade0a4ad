package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A name service that hangs and cannot be interrupted costs an attempt, and no download's place.
 */
@Timeout(60)
class HangingNameServiceTest {
  private static final SampleMp4 FILM = SampleMp4.of(300_000, 1);

  @TempDir private Path folder;
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private DownloadFixture fixture;

  @BeforeEach
  void open() {
    fixture = new DownloadFixture(folder);
  }

  @AfterEach
  void close() throws IOException {
    over.countDown();
    fixture.close();
  }

  private InetAddress[] resolve(String host) {
    boolean interrupted = false;
    asked.countDown();
    while (host.equals("hangs.example") && over.getCount() > 0) {
      try {
        over.await();
      } catch (InterruptedException ignoredAsByAName) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return new InetAddress[] {InetAddress.getLoopbackAddress()};
  }

  private DownloaderBuilder builder() {
    return fixture
        .builder()
        .network(DownloadFixture.resolving(this::resolve))
        .concurrency(2)
        .maxRetriesWithoutProgress(1);
  }

  @Test
  void endsWithTheStallTimeoutAndFreesItsPlace() {
    HostServer host = fixture.host(HostServer.of(FILM));
    URI hanging = URI.create("http://hangs.example:" + host.port() + "/a.mp4");
    URI healthy = URI.create("http://works.example:" + host.port() + "/a.mp4");
    Downloader downloader = fixture.open(builder().stallTimeout(Duration.ofMillis(200)));

    CompletableFuture<DownloadOutcome> first =
        downloader.download(DownloadFixture.task(hanging), folder.resolve("1.mp4"));
    CompletableFuture<DownloadOutcome> second =
        downloader.download(DownloadFixture.task(hanging), folder.resolve("2.mp4"));
    CompletableFuture<DownloadOutcome> third =
        downloader.download(DownloadFixture.task(healthy), folder.resolve("3.mp4"));

    assertThat(DownloadFixture.get(third)).isInstanceOf(DownloadOutcome.Saved.class);
    assertThat(DownloadFixture.failure(DownloadFixture.get(first)).kind())
        .isEqualTo(DownloadFailureKind.STALLED);
    assertThat(DownloadFixture.failure(DownloadFixture.get(second)).message())
        .contains("hangs.example");
  }

  @Test
  void endsWhenTheDownloaderIsClosed() throws InterruptedException {
    Downloader downloader = fixture.open(builder());
    CompletableFuture<DownloadOutcome> hanging =
        downloader.download(
            DownloadFixture.task(URI.create("http://hangs.example/a.mp4")), fixture.file);

    asked.await();
    long start = System.nanoTime();
    downloader.close();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    assertThat(DownloadFixture.failure(DownloadFixture.get(hanging)).kind())
        .isEqualTo(DownloadFailureKind.CLOSED);
  }
}
