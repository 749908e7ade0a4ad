package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenConnectionTest {
  private static final SampleMp4 FILM = SampleMp4.of(300_000, 4);

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

  private CompletableFuture<DownloadOutcome> start(DownloaderBuilder builder) {
    return fixture.open(builder).download(DownloadFixture.task(host.url("/a.mp4")), fixture.file);
  }

  private void passBackOffs() {
    for (int seconds = 1; seconds <= 8; seconds *= 2) {
      fixture.time.awaitAndAdvance(Duration.ofSeconds(seconds));
    }
  }

  @Test
  void goesOnImmediatelyAfterProgress() {
    host.script(
        (request, out) ->
            HostServer.serve(
                FILM, request, out, request.header("Range") == null ? 1_000 : 400_000));

    DownloadFixture.get(start(fixture.timed())).savedOrThrow();

    assertThat(fixture.file).hasBinaryContent(FILM.bytes());
    assertThat(host.requests()).hasSize(2);
  }

  @Test
  void waitsLongerEachTimeWithoutProgressAndKeepsWhatItHas() {
    host.script(
        (request, out) -> {
          if (request.header("Range") == null) {
            HostServer.serve(FILM, request, out, 1_000);
          }
        });

    CompletableFuture<DownloadOutcome> future = start(fixture.timed());
    passBackOffs();

    DownloadFailure failure = DownloadFixture.failure(DownloadFixture.get(future));
    assertThat(failure)
        .isEqualTo(
            DownloadFixture.failure(
                DownloadFailureKind.UNREACHABLE,
                "toapis:ok-1: expected the whole video from 127.0.0.1, found "
                    + "that it hangs up without a response, 5 times in a row; try again later"));
    assertThat(host.requests()).hasSize(6);
    assertThat(fixture.part()).hasBinaryContent(FILM.first(1_000));
  }

  @Test
  void takesWhatAnEarlierDownloadLeftForNoProgress() throws IOException {
    fixture.leave(FILM, 1_000);
    host.script((request, out) -> {});

    CompletableFuture<DownloadOutcome> future = start(fixture.timed());
    passBackOffs();

    assertThat(DownloadFixture.failure(DownloadFixture.get(future)).kind())
        .isEqualTo(DownloadFailureKind.UNREACHABLE);
    assertThat(host.requests()).hasSize(5);
    assertThat(fixture.part()).hasBinaryContent(FILM.first(1_000));
  }

  @Test
  void givesUpAVideoHostThatAcceptsNoConnection() throws IOException {
    try (Socket silent = new Socket()) { // keeps a port from others, and accepts nothing
      silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      URI nowhere = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/a.mp4");

      CompletableFuture<DownloadOutcome> future =
          fixture.open(fixture.timed()).download(DownloadFixture.task(nowhere), fixture.file);
      passBackOffs();

      assertThat(DownloadFixture.failure(DownloadFixture.get(future)).message())
          .isEqualTo(
              "toapis:ok-1: expected the whole video from 127.0.0.1, found that it accepts no"
                  + " connection, 5 times in a row; try again later");
    }
    assertThat(fixture.files()).isEmpty();
  }

  @Test
  void comesBackWhenTheVideoHostSaysAndNotEarlier() {
    host.script(
        (request, out) -> {
          if (host.requests().size() == 1) {
            HostServer.write(out, 503, "Retry-After: 30", "Content-Length: 0");
          } else {
            HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
          }
        });
    CompletableFuture<DownloadOutcome> future = start(fixture.timed().stallTimeout(STALL));

    fixture.time.awaitAndAdvance(Duration.ofSeconds(30));

    DownloadFixture.get(future).savedOrThrow();
    assertThat(host.requests()).hasSize(2);
  }

  private static final Duration STALL = Duration.ofHours(1);

  @Test
  void givesUpAVideoHostThatKeepsFailing() {
    host.script(HostServer.always(500, "<html>"));

    CompletableFuture<DownloadOutcome> future = start(fixture.timed());
    passBackOffs();

    DownloadFailure failure = DownloadFixture.failure(DownloadFixture.get(future));
    assertThat(failure.kind()).isEqualTo(DownloadFailureKind.UNREACHABLE);
    assertThat(failure.httpStatus()).isEqualTo(500);
  }

  @Test
  void breaksAnAttemptInWhichNothingComes() throws IOException {
    fixture.leave(FILM, 1_000);
    CountDownLatch over = new CountDownLatch(1);
    host.script(
        (request, out) -> {
          HostServer.serve(FILM, request, out, 0);
          await(over);
        });

    CompletableFuture<DownloadOutcome> future =
        start(fixture.timed().stallTimeout(Duration.ofMillis(60)));
    passBackOffs();

    DownloadFailure failure = DownloadFixture.failure(DownloadFixture.get(future));
    over.countDown();
    assertThat(failure)
        .isEqualTo(
            DownloadFixture.failure(
                DownloadFailureKind.STALLED,
                "toapis:ok-1: expected the whole video from 127.0.0.1, found next to nothing"
                    + " coming, 5 times in a row; try again later"));
    assertThat(fixture.part()).hasBinaryContent(FILM.first(1_000));
  }

  @Test
  void breaksAnAttemptInWhichAByteComesNowAndThen() {
    Semaphore drops = new Semaphore(0);
    CountDownLatch over = new CountDownLatch(1);
    host.script(
        (request, out) -> {
          HostServer.serve(FILM, request, out, 20);
          out.flush();
          drops.release();
          await(over);
        });

    CompletableFuture<DownloadOutcome> future = start(fixture.timed());
    for (int seconds = 1; seconds <= 16; seconds *= 2) {
      drops.acquireUninterruptibly();
      fixture.time.awaitAndAdvance(Duration.ofSeconds(30));
      if (seconds < 16) {
        fixture.time.awaitAndAdvance(Duration.ofSeconds(seconds));
      }
    }

    DownloadFailure failure = DownloadFixture.failure(DownloadFixture.get(future));
    over.countDown(); // not before: a connection that the video host ends is no stall
    assertThat(failure.kind()).isEqualTo(DownloadFailureKind.STALLED);
  }

  @Test
  void breaksAHeadThatNeverEnds() {
    Semaphore begun = new Semaphore(0);
    CountDownLatch over = new CountDownLatch(1);
    host.script(
        (request, out) -> {
          if (host.requests().size() > 1) {
            HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
            return;
          }
          out.write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
          out.flush();
          begun.release();
          await(over);
        });

    CompletableFuture<DownloadOutcome> future = start(fixture.timed());
    begun.acquireUninterruptibly();
    fixture.time.awaitAndAdvance(Duration.ofSeconds(30));
    fixture.time.awaitAndAdvance(Duration.ofSeconds(1));

    DownloadFixture.get(future).savedOrThrow();
    over.countDown();
  }

  @Test
  void toleratesAVideoHostThatIsSlowButSteady() {
    Semaphore written = new Semaphore(0);
    Semaphore windows = new Semaphore(0);
    host.script(
        (request, out) -> {
          HostServer.serve(FILM, request, out, 16);
          for (int at = 16; at < FILM.length(); at += 100_000) {
            out.write(FILM.bytes(), at, Math.min(100_000, FILM.length() - at));
            out.flush();
            written.release();
            windows.acquireUninterruptibly();
          }
        });

    CompletableFuture<DownloadOutcome> future = start(fixture.timed());
    for (int i = 1; i <= 3; i++) {
      written.acquireUninterruptibly();
      fixture.awaitPart(Math.min(FILM.length(), 16 + i * 100_000));
      if (i < 3) {
        fixture.time.awaitAndAdvance(Duration.ofSeconds(30));
      }
      windows.release();
    }

    DownloadFixture.get(future).savedOrThrow();
    assertThat(host.requests()).hasSize(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
