package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.log.RecordedLog;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.provider.toapis.ToapisDialect;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ManyDownloadsTest {
  @RegisterExtension final RecordedLog log = RecordedLog.of(Downloader.class);

  private static final SampleMp4 FILM = SampleMp4.of(300_000, 9);

  @TempDir Path folder;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Semaphore begun = new Semaphore(0);
  private DownloadFixture fixture;
  private HostServer host;

  @BeforeEach
  void open() {
    fixture = new DownloadFixture(folder);
    host = fixture.host(HostServer.of(FILM));
  }

  @AfterEach
  void close() throws IOException {
    over.countDown();
    fixture.close();
  }

  /** The first so many bytes, and the rest when it is over. */
  private void hold(int bytes) {
    host.script(
        (request, out) -> {
          HostServer.serve(FILM, request, out, bytes);
          out.flush();
          begun.release();
          await(over);
          int at = Math.min(FILM.length(), request.start() + bytes);
          out.write(FILM.bytes(), at, FILM.length() - at);
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private CompletableFuture<DownloadOutcome> start(Downloader downloader) {
    return downloader.download(DownloadFixture.task(host.url("/a.mp4")), fixture.file);
  }

  @Test
  void runsAtMostSoManyTogether() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    host.script(
        (request, out) -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          HostServer.serve(FILM, request, out, FILM.length() - 1);
          now.decrementAndGet();
          out.write(FILM.bytes(), FILM.length() - 1, 1);
        });
    Downloader downloader = fixture.open(fixture.builder().concurrency(3));

    List<CompletableFuture<DownloadOutcome>> all = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      all.add(
          downloader.download(DownloadFixture.task(host.url("/" + i)), folder.resolve(i + ".mp4")));
    }

    all.forEach(future -> DownloadFixture.get(future).savedOrThrow());
    assertThat(most.get()).isBetween(1, 3);
  }

  @Test
  void beginsWithThoseNearestToTheirExpiry() {
    hold(16);
    Downloader downloader = fixture.open(fixture.timed().concurrency(1));
    Instant noon = ManualScheduler.START.plus(Duration.ofHours(12));
    CompletableFuture<DownloadOutcome> first = start(downloader);
    begun.acquireUninterruptibly();

    List<CompletableFuture<DownloadOutcome>> others = new ArrayList<>();
    Instant[] expiries = {null, noon.plusSeconds(60), noon, noon.plusSeconds(30), null};
    for (int i = 0; i < expiries.length; i++) {
      var task = DownloadFixture.task(host.url("/" + i), expiries[i]);
      others.add(downloader.download(task, folder.resolve(i + ".mp4")));
    }
    over.countDown();
    DownloadFixture.get(first).savedOrThrow();
    others.forEach(future -> DownloadFixture.get(future).savedOrThrow());

    assertThat(host.requests().stream().map(request -> request.line().split(" ")[1]))
        .containsExactly("/a.mp4", "/2", "/3", "/1", "/0", "/4");
  }

  @Test
  void letsOthersRunWhileOneWaitsForBetterTimes() {
    host.script(
        (request, out) -> {
          if (request.line().contains("/a.mp4")) {
            HostServer.write(out, 503, "Content-Length: 0");
          } else {
            HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
          }
        });
    Downloader downloader = fixture.open(fixture.timed().concurrency(1));

    CompletableFuture<DownloadOutcome> waiting = start(downloader);
    CompletableFuture<DownloadOutcome> other =
        downloader.download(DownloadFixture.task(host.url("/b.mp4")), folder.resolve("b.mp4"));

    DownloadFixture.get(other).savedOrThrow();
    assertThat(waiting).isNotDone();
  }

  @Test
  void refusesASecondDownloadToTheSameFile() {
    hold(1_000);
    Downloader downloader = fixture.open(fixture.builder());
    Downloader another = fixture.open(fixture.builder());
    CompletableFuture<DownloadOutcome> first = start(downloader);
    begun.acquireUninterruptibly();
    fixture.awaitPart(1_000);

    DownloadFailure here = DownloadFixture.failure(DownloadFixture.get(start(downloader)));
    DownloadFailure there = DownloadFixture.failure(DownloadFixture.get(start(another)));

    assertThat(here)
        .isEqualTo(there)
        .isEqualTo(
            DownloadFixture.failure(
                DownloadFailureKind.BUSY,
                "toapis:ok-1: expected to be the only download to "
                    + fixture.file
                    + ", found another one, here or in another process; wait for its end"));
    over.countDown();
    DownloadFixture.get(first).savedOrThrow();
    assertThat(fixture.file).hasBinaryContent(FILM.bytes());
  }

  @Test
  void refusesAFileThatAnotherProcessDownloads() throws IOException {
    fixture.leave(FILM, 1_000);
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(),
                fixture.part().toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader says = other.inputReader(StandardCharsets.US_ASCII)) {
      assertThat(says.readLine()).isEqualTo("locked");

      assertThat(fixture.failureOf(host.url("/a.mp4")).kind()).isEqualTo(DownloadFailureKind.BUSY);
      assertThat(fixture.part()).hasBinaryContent(FILM.first(1_000));
    } finally {
      other.destroyForcibly();
      assertThat(other.onExit()).succeedsWithin(60, TimeUnit.SECONDS);
    }
    fixture.fetch(host.url("/a.mp4")).savedOrThrow();
    assertThat(host.requests().get(0).start()).isEqualTo(1_000);
  }

  @Test
  void stopsWhenItIsCancelledAndResumesLater() throws IOException {
    hold(1_000);
    Downloader downloader = fixture.open(fixture.builder());
    CompletableFuture<DownloadOutcome> first = start(downloader);
    fixture.awaitPart(1_000);

    first.cancel(true);
    over.countDown();
    host.script((request, out) -> HostServer.serve(FILM, request, out, Integer.MAX_VALUE));
    DownloadFixture.get(start(downloader)).savedOrThrow();

    assertThat(host.requests()).hasSize(2);
    assertThat(host.requests().get(1).start()).isEqualTo(1_000);
    assertThat(fixture.files()).containsExactly("video.mp4");
  }

  @Test
  void forgetsWhatIsCancelledWhileItWaits() {
    hold(1_000);
    Downloader downloader = fixture.open(fixture.builder().concurrency(1));
    CompletableFuture<DownloadOutcome> first = start(downloader);
    begun.acquireUninterruptibly();
    CompletableFuture<DownloadOutcome> second =
        downloader.download(DownloadFixture.task(host.url("/b.mp4")), folder.resolve("b.mp4"));

    second.cancel(true);
    over.countDown();
    DownloadFixture.get(first).savedOrThrow();
    DownloadFixture.get(
            downloader.download(DownloadFixture.task(host.url("/c.mp4")), folder.resolve("c.mp4")))
        .savedOrThrow();

    assertThat(host.requests()).hasSize(2);
  }

  @Test
  void forgetsWhatIsCancelledWhileItWaitsForBetterTimes() {
    Downloader downloader = fixture.open(fixture.timed().concurrency(1));
    host.script(HostServer.always(503, ""));
    CompletableFuture<DownloadOutcome> parked = start(downloader);
    fixture.time.awaitAndAdvance(Duration.ofSeconds(1));

    parked.cancel(true);
    fixture.time.advance(Duration.ofHours(1));
    host.script((request, out) -> HostServer.serve(FILM, request, out, Integer.MAX_VALUE));

    DownloadFixture.get(start(downloader)).savedOrThrow();
  }

  @Test
  void cancelsTheQuestionToTheProvider() {
    HostServer silent =
        fixture.host(
            new HostServer(
                (request, out) -> {
                  begun.release();
                  await(over);
                }));
    Provider provider =
        Provider.builder(new ToapisDialect()).baseUrl(silent.url("")).key(() -> "k").build();
    try (Providers providers = Providers.of(List.of(provider));
        Downloader downloader =
            Downloader.builder(providers).allowPrivateAddresses(true).concurrency(1).build()) {
      CompletableFuture<DownloadOutcome> querying =
          downloader.download(DownloadFixture.HANDLE, fixture.file);
      begun.acquireUninterruptibly();

      querying.cancel(true);

      DownloadFixture.get(start(downloader)).savedOrThrow();
    }
  }

  @Test
  void endsAllWhenItIsClosed() throws IOException {
    hold(1_000);
    Downloader downloader = fixture.open(fixture.builder().concurrency(1));
    CompletableFuture<DownloadOutcome> running = start(downloader);
    CompletableFuture<DownloadOutcome> waiting =
        downloader.download(DownloadFixture.task(host.url("/b.mp4")), folder.resolve("b.mp4"));
    fixture.awaitPart(1_000);

    downloader.close();
    DownloadOutcome late = DownloadFixture.get(start(downloader));

    DownloadFailure closed =
        DownloadFixture.failure(
            DownloadFailureKind.CLOSED,
            "toapis:ok-1: expected an open downloader, found it closed; what was fetched is kept"
                + " for the next");
    assertThat(DownloadFixture.failure(running.getNow(null))).isEqualTo(closed);
    assertThat(DownloadFixture.failure(waiting.getNow(null))).isEqualTo(closed);
    assertThat(DownloadFixture.failure(late)).isEqualTo(closed);
    assertThat(fixture.part()).hasBinaryContent(FILM.first(1_000));
    over.countDown();
    host.script((request, out) -> HostServer.serve(FILM, request, out, Integer.MAX_VALUE));
    fixture.fetch(host.url("/a.mp4")).savedOrThrow();
  }
}
