package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
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
  private static final Film FILM = Film.of(300_000, 4);

  @TempDir Path folder;
  private Bench bench;
  private Store store;

  @BeforeEach
  void open() {
    bench = new Bench(folder);
    store = bench.store(Store.of(FILM));
  }

  @AfterEach
  void close() throws IOException {
    bench.close();
  }

  private CompletableFuture<DownloadOutcome> start(DownloaderBuilder builder) {
    return bench.open(builder).download(Bench.task(store.url("/a.mp4")), bench.file);
  }

  private void passBackOffs() {
    for (int seconds = 1; seconds <= 8; seconds *= 2) {
      bench.time.awaitAndAdvance(Duration.ofSeconds(seconds));
    }
  }

  @Test
  void goesOnAtOnceAfterProgress() {
    store.script(
        (request, out) ->
            Store.serve(FILM, request, out, request.header("Range") == null ? 1_000 : 400_000));

    Bench.get(start(bench.timed())).savedOrThrow();

    assertThat(bench.file).hasBinaryContent(FILM.bytes());
    assertThat(store.requests()).hasSize(2);
  }

  @Test
  void waitsLongerEachTimeWithoutProgressAndKeepsWhatItHas() {
    store.script(
        (request, out) -> {
          if (request.header("Range") == null) {
            Store.serve(FILM, request, out, 1_000);
          }
        });

    CompletableFuture<DownloadOutcome> future = start(bench.timed());
    passBackOffs();

    DownloadFailure failure = Bench.failure(Bench.get(future));
    assertThat(failure)
        .isEqualTo(
            DownloadFailure.of(
                DownloadFailureKind.UNREACHABLE,
                "toapis:ok-1: expected the whole video from 127.0.0.1, found "
                    + "that it hangs up without an answer, 5 times in a row; try again later"));
    assertThat(store.requests()).hasSize(6);
    assertThat(bench.part()).hasBinaryContent(FILM.first(1_000));
  }

  @Test
  void givesUpAStoreThatAcceptsNoConnection() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0)) {
      port = closed.getLocalPort();
    }
    URI nowhere = URI.create("http://127.0.0.1:" + port + "/a.mp4");

    CompletableFuture<DownloadOutcome> future =
        bench.open(bench.timed()).download(Bench.task(nowhere), bench.file);
    passBackOffs();

    assertThat(Bench.failure(Bench.get(future)).sentence())
        .isEqualTo(
            "toapis:ok-1: expected the whole video from 127.0.0.1, found that it accepts no"
                + " connection, 5 times in a row; try again later");
    assertThat(bench.files()).isEmpty();
  }

  @Test
  void comesBackWhenTheStoreSaysAndNotEarlier() {
    store.script(
        (request, out) -> {
          if (store.requests().size() == 1) {
            Store.write(out, 503, "Retry-After: 30", "Content-Length: 0");
          } else {
            Store.serve(FILM, request, out, Integer.MAX_VALUE);
          }
        });
    CompletableFuture<DownloadOutcome> future = start(bench.timed().stallTimeout(STALL));

    bench.time.awaitAndAdvance(Duration.ofSeconds(30));

    Bench.get(future).savedOrThrow();
    assertThat(store.requests()).hasSize(2);
  }

  private static final Duration STALL = Duration.ofHours(1);

  @Test
  void givesUpAStoreThatKeepsFailing() {
    store.script(Store.always(500, "<html>"));

    CompletableFuture<DownloadOutcome> future = start(bench.timed());
    passBackOffs();

    DownloadFailure failure = Bench.failure(Bench.get(future));
    assertThat(failure.kind()).isEqualTo(DownloadFailureKind.UNREACHABLE);
    assertThat(failure.httpStatus()).isEqualTo(500);
  }

  @Test
  void breaksAnAttemptInWhichNothingComes() {
    CountDownLatch over = new CountDownLatch(1);
    store.script(
        (request, out) -> {
          Store.serve(FILM, request, out, request.header("Range") == null ? 1_000 : 0);
          await(over);
        });

    CompletableFuture<DownloadOutcome> future =
        start(bench.timed().stallTimeout(Duration.ofMillis(60)));
    passBackOffs();

    DownloadFailure failure = Bench.failure(Bench.get(future));
    over.countDown();
    assertThat(failure)
        .isEqualTo(
            DownloadFailure.of(
                DownloadFailureKind.STALLED,
                "toapis:ok-1: expected the whole video from 127.0.0.1, found next to nothing"
                    + " coming, 5 times in a row; try again later"));
    assertThat(bench.part()).hasBinaryContent(FILM.first(1_000));
  }

  @Test
  void breaksAnAttemptInWhichAByteComesNowAndThen() {
    Semaphore drops = new Semaphore(0);
    CountDownLatch over = new CountDownLatch(5);
    store.script(
        (request, out) -> {
          Store.serve(FILM, request, out, 20);
          out.flush();
          drops.release();
          over.countDown();
          await(over);
        });

    CompletableFuture<DownloadOutcome> future = start(bench.timed());
    for (int seconds = 1; seconds <= 16; seconds *= 2) {
      drops.acquireUninterruptibly();
      bench.time.awaitAndAdvance(Duration.ofSeconds(30));
      if (seconds < 16) {
        bench.time.awaitAndAdvance(Duration.ofSeconds(seconds));
      }
    }

    assertThat(Bench.failure(Bench.get(future)).kind()).isEqualTo(DownloadFailureKind.STALLED);
  }

  @Test
  void breaksAHeadThatNeverEnds() {
    Semaphore begun = new Semaphore(0);
    CountDownLatch over = new CountDownLatch(1);
    store.script(
        (request, out) -> {
          if (store.requests().size() > 1) {
            Store.serve(FILM, request, out, Integer.MAX_VALUE);
            return;
          }
          out.write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
          out.flush();
          begun.release();
          await(over);
        });

    CompletableFuture<DownloadOutcome> future = start(bench.timed());
    begun.acquireUninterruptibly();
    bench.time.awaitAndAdvance(Duration.ofSeconds(30));
    bench.time.awaitAndAdvance(Duration.ofSeconds(1));

    Bench.get(future).savedOrThrow();
    over.countDown();
  }

  @Test
  void toleratesAStoreThatIsSlowButSteady() {
    Semaphore written = new Semaphore(0);
    Semaphore windows = new Semaphore(0);
    store.script(
        (request, out) -> {
          Store.serve(FILM, request, out, 16);
          for (int at = 16; at < FILM.length(); at += 100_000) {
            out.write(FILM.bytes(), at, Math.min(100_000, FILM.length() - at));
            out.flush();
            written.release();
            windows.acquireUninterruptibly();
          }
        });

    CompletableFuture<DownloadOutcome> future = start(bench.timed());
    for (int i = 1; i <= 3; i++) {
      written.acquireUninterruptibly();
      awaitPart(Math.min(FILM.length(), 16 + i * 100_000));
      if (i < 3) {
        bench.time.awaitAndAdvance(Duration.ofSeconds(30));
      }
      windows.release();
    }

    Bench.get(future).savedOrThrow();
    assertThat(store.requests()).hasSize(1);
  }

  private void awaitPart(long bytes) {
    while (bench.part().toFile().length() < bytes && !bench.file.toFile().exists()) {
      Thread.onSpinWait();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
