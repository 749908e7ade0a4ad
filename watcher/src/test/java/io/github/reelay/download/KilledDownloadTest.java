package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledDownloadTest {
  private static final long SEED = Long.getLong("reelay.seed", 20_261_122);
  private static final int CUTS = 100;
  private static final Film FILM = Film.of(2 << 20, SEED);

  /** Small, because it is downloaded two hundred times. */
  private static final Film SHORT = Film.of(256 << 10, SEED);

  private static final int ONE_PERCENT = FILM.length() / 100;

  private final Random random = new Random(SEED);

  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench(folder);
  }

  @AfterEach
  void close() throws IOException {
    bench.close();
  }

  @Test
  void isIdenticalWhereverTheServerDied() throws IOException {
    for (int i = 0; i < CUTS; i++) {
      int cut = random.nextInt(SHORT.length());

      long twice = fetchedTwice(cut);

      assertThat(bench.file).as("cut at %s", cut).hasBinaryContent(SHORT.bytes());
      assertThat(twice).as("bytes fetched twice, cut at %s", cut).isBetween(0L, 16L);
      Files.delete(bench.file);
    }
  }

  /** The server sends so many bytes and is gone; it is back for another downloader. */
  private long fetchedTwice(int cut) throws IOException {
    AtomicBoolean dead = new AtomicBoolean();
    AtomicLong sent = new AtomicLong();
    try (Store store =
        new Store(
            (request, out) -> {
              if (dead.compareAndSet(false, true)) {
                Store.serve(SHORT, request, out, cut);
                sent.addAndGet(cut);
              } else {
                Store.write(out, 503, "Content-Length: 0");
              }
            })) {
      Downloader killed = bench.open(bench.timed());
      killed.download(Bench.task(store.url("/a.mp4")), bench.file);
      bench.time.awaitAndAdvance(Duration.ofSeconds(1));
      killed.close();
      store.script(
          (request, out) -> {
            Store.serve(SHORT, request, out, Integer.MAX_VALUE);
            sent.addAndGet(SHORT.length() - request.start());
          });
      bench.fetch(store.url("/a.mp4")).savedOrThrow();
    }
    return sent.get() - SHORT.length();
  }

  @Test
  void isIdenticalWhereverTheClientDied() throws IOException {
    for (int i = 0; i < CUTS; i++) {
      int cut = VideoCheck.HEAD + random.nextInt(SHORT.length() - VideoCheck.HEAD);

      int resumedAt = killedAt(cut);

      assertThat(bench.file).as("killed at %s", cut).hasBinaryContent(SHORT.bytes());
      assertThat(resumedAt).as("first byte that is fetched after a kill").isEqualTo(cut);
      Files.delete(bench.file);
    }
  }

  /** The client is ended when it has so many bytes; where another one then begins. */
  private int killedAt(int cut) throws IOException {
    CountDownLatch over = new CountDownLatch(1);
    try (Store store =
        new Store(
            (request, out) -> {
              Store.serve(SHORT, request, out, cut);
              out.flush();
              awaitUninterruptibly(over);
            })) {
      Downloader killed = bench.builder().build();
      CompletableFuture<DownloadOutcome> future =
          killed.download(Bench.task(store.url("/a.mp4")), bench.file);
      bench.awaitPart(cut);
      killed.close();
      store.script((request, out) -> Store.serve(SHORT, request, out, Integer.MAX_VALUE));
      bench.fetch(store.url("/a.mp4")).savedOrThrow();
      over.countDown();
      assertThat(Bench.failure(Bench.get(future)).kind()).isEqualTo(DownloadFailureKind.CLOSED);
      return store.requests().get(1).start();
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
    Store store =
        bench.store(
            new Store(
                (request, out) -> {
                  int most = 1 + random.nextInt(60_000);
                  Store.serve(FILM, request, out, most);
                  sent.addAndGet(Math.min(most, FILM.length() - request.start()));
                }));

    DownloadOutcome.Saved saved = bench.fetch(store.url("/a.mp4")).savedOrThrow();

    assertThat(saved.sha256()).isEqualTo(FILM.sha256());
    assertThat(store.requests()).hasSizeGreaterThan(30);
    assertThat(sent.get() - FILM.length()).isBetween(0L, (long) ONE_PERCENT);
  }
}
