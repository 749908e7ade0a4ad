package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.internal.download.format.VideoSignature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledDownloadTest {
  private static final long SEED = Long.getLong("kill.seed", 20_261_122);
  private static final int CUTS = Integer.getInteger("kill.cuts", 10);
  private static final SampleMp4 FILM = SampleMp4.of(2 << 20, SEED);

  /** Small, because it is downloaded twice for each cut. */
  private static final SampleMp4 SHORT = SampleMp4.of(256 << 10, SEED);

  private static final int ONE_PERCENT = FILM.length() / 100;

  private final Random random = new Random(SEED);

  @TempDir Path folder;
  private DownloadFixture fixture;

  @BeforeEach
  void open() {
    fixture = new DownloadFixture(folder);
  }

  @AfterEach
  void close() throws IOException {
    fixture.close();
  }

  @Test
  void isIdenticalWhereverTheServerDied() throws IOException {
    for (int i = 0; i < CUTS; i++) {
      int cut = random.nextInt(SHORT.length());

      long twice = fetchedTwice(cut);

      assertThat(fixture.file).as("cut at %s", cut).hasBinaryContent(SHORT.bytes());
      assertThat(twice).as("bytes fetched twice, cut at %s", cut).isBetween(0L, 16L);
      Files.delete(fixture.file);
    }
  }

  /** The server sends so many bytes and is gone; it is back for another downloader. */
  private long fetchedTwice(int cut) throws IOException {
    AtomicBoolean dead = new AtomicBoolean();
    AtomicInteger resumedAt = new AtomicInteger();
    try (HostServer host =
        new HostServer(
            (request, out) -> {
              if (dead.compareAndSet(false, true)) {
                HostServer.serve(SHORT, request, out, cut);
              } else {
                HostServer.write(out, 503, "Content-Length: 0");
              }
            })) {
      Downloader killed = fixture.open(fixture.timed());
      killed.download(DownloadFixture.task(host.url("/a.mp4")), fixture.file);
      fixture.awaitPart(cut < VideoSignature.HEAD ? 0 : cut); // of less than a head nothing is kept
      fixture.time.awaitAndAdvance(Duration.ofSeconds(1));
      killed.close();
      host.script(
          (request, out) -> {
            resumedAt.set(request.start());
            HostServer.serve(SHORT, request, out, Integer.MAX_VALUE);
          });
      fixture.fetch(host.url("/a.mp4")).savedOrThrow();
    }
    return cut - resumedAt.get();
  }

  @Test
  void isIdenticalWhereverTheClientDied() throws IOException {
    for (int i = 0; i < CUTS; i++) {
      int cut = VideoSignature.HEAD + random.nextInt(SHORT.length() - VideoSignature.HEAD);

      int resumedAt = killedAt(cut);

      assertThat(fixture.file).as("killed at %s", cut).hasBinaryContent(SHORT.bytes());
      assertThat(resumedAt).as("first byte that is fetched after a kill").isEqualTo(cut);
      Files.delete(fixture.file);
    }
  }

  /** The client is ended when it has so many bytes; where another one then begins. */
  private int killedAt(int cut) throws IOException {
    CountDownLatch over = new CountDownLatch(1);
    try (HostServer host =
        new HostServer(
            (request, out) -> {
              HostServer.serve(SHORT, request, out, cut);
              out.flush();
              awaitUninterruptibly(over);
            })) {
      Downloader killed = fixture.builder().build();
      CompletableFuture<DownloadOutcome> future =
          killed.download(DownloadFixture.task(host.url("/a.mp4")), fixture.file);
      fixture.awaitPart(cut);
      killed.close();
      host.script((request, out) -> HostServer.serve(SHORT, request, out, Integer.MAX_VALUE));
      fixture.fetch(host.url("/a.mp4")).savedOrThrow();
      over.countDown();
      assertThat(DownloadFixture.failure(DownloadFixture.get(future)).kind())
          .isEqualTo(DownloadFailureKind.CLOSED);
      return host.requests().get(1).start();
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void survivesADeathEveryFewBytes() throws IOException {
    AtomicLong sent = new AtomicLong();
    HostServer host =
        fixture.host(
            new HostServer(
                (request, out) -> {
                  int most = 1 + random.nextInt(60_000);
                  sent.addAndGet(Math.min(most, FILM.length() - request.start()));
                  HostServer.serve(FILM, request, out, most);
                }));

    DownloadOutcome.Saved saved = fixture.fetch(host.url("/a.mp4")).savedOrThrow();

    assertThat(saved.sha256()).isEqualTo(FILM.sha256());
    assertThat(host.requests()).hasSizeGreaterThan(30);
    assertThat(sent.get() - FILM.length()).isBetween(0L, (long) ONE_PERCENT);
  }
}
