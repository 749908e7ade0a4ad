package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.internal.download.file.PartialFileNotes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Others want the same names at the same time, or the thread. */
@Timeout(60)
class ContestedFileTest {
  private static final SampleMp4 FILM = SampleMp4.of(300_000, 14);

  @TempDir Path folder;
  private final CountDownLatch goOn = new CountDownLatch(1);
  private DownloadFixture fixture;
  private HostServer host;

  @BeforeEach
  void open() {
    fixture = new DownloadFixture(folder);
    host =
        fixture.host(
            new HostServer(
                (request, out) -> {
                  HostServer.serve(FILM, request, out, 100_000);
                  out.flush();
                  awaitGoOn();
                  int sent = Math.min(FILM.length(), request.start() + 100_000);
                  out.write(FILM.bytes(), sent, FILM.length() - sent);
                }));
  }

  @AfterEach
  void close() throws IOException {
    goOn.countDown();
    fixture.close();
  }

  private void awaitGoOn() {
    try {
      goOn.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A download of which a third is there. */
  private CompletableFuture<DownloadOutcome> begun(DownloaderBuilder builder) {
    Downloader downloader = fixture.open(builder);
    CompletableFuture<DownloadOutcome> future =
        downloader.download(DownloadFixture.task(host.url("/a.mp4")), fixture.file);
    DownloadFixture.await(() -> future.isDone() || fixture.part().toFile().length() >= 100_000);
    assertThat(future).as("%s", future).isNotDone();
    return future;
  }

  private String seenByAnotherProcess() throws IOException {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(),
                fixture.part().toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var out = other.inputReader()) {
      return out.readLine();
    } finally {
      other.destroy();
    }
  }

  @Test
  void keepsItsLockWhenAnotherDownloaderIsRefused() throws IOException {
    CompletableFuture<DownloadOutcome> first = begun(fixture.builder());
    for (int i = 0; i < 3; i++) {
      assertThat(fixture.failureOf(host.url("/a.mp4")).kind()).isEqualTo(DownloadFailureKind.BUSY);
    }

    assertThat(seenByAnotherProcess()).isEqualTo("busy");

    goOn.countDown();
    DownloadFixture.get(first).savedOrThrow();
    assertThat(fixture.file).hasBinaryContent(FILM.bytes());
  }

  @Test
  void keepsItsLockWhenOneIsRefusedThatCallsTheFileOtherwise() throws IOException {
    CompletableFuture<DownloadOutcome> first = begun(fixture.builder());
    Path other = Files.createSymbolicLink(folder.resolve("other"), folder);
    Downloader second = fixture.open(fixture.builder());

    DownloadOutcome refused =
        DownloadFixture.get(
            second.download(DownloadFixture.task(host.url("/a.mp4")), other.resolve("video.mp4")));

    assertThat(DownloadFixture.failure(refused).kind()).isEqualTo(DownloadFailureKind.BUSY);
    assertThat(seenByAnotherProcess()).isEqualTo("busy");
    goOn.countDown();
    DownloadFixture.get(first).savedOrThrow();
  }

  @Test
  void canBeLockedAgainWhenADownloadHasEnded() throws IOException {
    CompletableFuture<DownloadOutcome> first = begun(fixture.builder());
    first.cancel(true);
    DownloadFixture.awaitAsserted(
        () -> assertThat(PartialFileNotes.forced(fixture.info())).isEqualTo(100_000));

    goOn.countDown();

    DownloadFixture.await(() -> fixture.fetch(host.url("/a.mp4")) instanceof DownloadOutcome.Saved);
    assertThat(fixture.file).hasBinaryContent(FILM.bytes());
  }

  @Test
  void takesAWholeVideoThatAppearsMeanwhile() throws IOException {
    SampleMp4 other = SampleMp4.of(5_000, 15);
    CompletableFuture<DownloadOutcome> future = begun(fixture.builder());
    Files.write(fixture.file, other.bytes());
    goOn.countDown();

    assertThat(DownloadFixture.get(future))
        .isEqualTo(
            new DownloadOutcome.Saved(
                DownloadFixture.HANDLE, fixture.file, 5_000, other.sha256(), true));
    assertThat(fixture.file).hasBinaryContent(other.bytes());
    DownloadFixture.awaitAsserted(() -> assertThat(fixture.files()).containsExactly("video.mp4"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "my notes", "\0\0\0\u0018ftypisom\0\0\2\0 cut off"})
  void replacesNothingThatAppearsMeanwhile(String text) throws IOException {
    CompletableFuture<DownloadOutcome> future = begun(fixture.builder());
    Files.writeString(fixture.file, text);
    goOn.countDown();

    assertThat(DownloadFixture.failure(DownloadFixture.get(future)))
        .isEqualTo(
            DownloadFixture.failure(
                DownloadFailureKind.DISK,
                "toapis:ok-1: expected no file at "
                    + fixture.file
                    + " until the video was whole, found one that appeared meanwhile; move it away"
                    + " and try again, the video is kept next to it"));
    assertThat(fixture.file).hasContent(text);
    assertThat(fixture.part()).hasBinaryContent(FILM.bytes());

    Files.delete(fixture.file);
    fixture.fetch(host.url("/a.mp4")).savedOrThrow();
    assertThat(host.requests().get(1).header("Range")).isEqualTo("bytes=300000-");
  }

  @Test
  void replacesWhatAppearsMeanwhileIfConfigured() throws IOException {
    CompletableFuture<DownloadOutcome> future = begun(fixture.builder().replace(true));
    Files.writeString(fixture.file, "old");
    goOn.countDown();

    DownloadFixture.get(future).savedOrThrow();

    assertThat(fixture.file).hasBinaryContent(FILM.bytes());
  }

  @Test
  void isClosedByAnInterruptAndKeepsWhatIsThere() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    CompletableFuture<DownloadOutcome> future = begun(fixture.builder().executor(pool));

    pool.shutdownNow();
    goOn.countDown();

    assertThat(DownloadFixture.failure(DownloadFixture.get(future)))
        .isEqualTo(
            DownloadFixture.failure(
                DownloadFailureKind.CLOSED,
                "toapis:ok-1: expected an open downloader, found it closed; what was fetched is"
                    + " kept for the next"));
    assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(fixture.part()).hasBinaryContent(FILM.first(100_000));
    fixture.fetch(host.url("/a.mp4")).savedOrThrow();
    assertThat(host.requests().get(1).header("Range")).isEqualTo("bytes=100000-");
  }

  @Test
  void isClosedByAnInterruptBeforeItReadsAPart() throws IOException {
    fixture.leave(FILM, 200_000);

    DownloadOutcome outcome =
        fixture.fetch(
            fixture.builder().executor(ContestedFileTest::interrupted), host.url("/a.mp4"));

    assertThat(DownloadFixture.failure(outcome).kind()).isEqualTo(DownloadFailureKind.CLOSED);
    assertThat(fixture.part()).hasBinaryContent(FILM.first(200_000));
    goOn.countDown();
    fixture.fetch(host.url("/a.mp4")).savedOrThrow();
    assertThat(host.requests().get(0).header("Range")).isEqualTo("bytes=200000-");
  }

  private static void interrupted(Runnable work) {
    Thread thread =
        new Thread(
            () -> {
              Thread.currentThread().interrupt();
              work.run();
            });
    thread.start();
  }
}
