package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.sandbox.SandboxAnswer;
import io.github.reelay.task.VideoTask;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is not there yet. */
@Timeout(60)
class LateFileTest {
  private static final Film FILM = Film.of(20_000, 22);
  private static final Instant NOW = ManualTime.START;
  private static final List<Integer> SECONDS = List.of(2, 4, 8, 16, 30, 30, 30);

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

  private DownloaderBuilder builder() {
    return bench.timed().stallTimeout(Duration.ofSeconds(90));
  }

  private CompletableFuture<DownloadOutcome> start(Instant completedAt) {
    VideoTask task = Bench.task(store.url("/a.mp4"), null, completedAt);
    return bench.open(builder()).download(task, bench.file);
  }

  private void providerShowsNothingElse(int times) {
    for (int i = 0; i < times; i++) {
      bench.providerShows(store.url("/a.mp4"));
    }
  }

  private void late(int times, Store.Script early) {
    Store.Script film = (request, out) -> Store.serve(FILM, request, out, Integer.MAX_VALUE);
    store.script(
        (request, out) -> (store.requests().size() <= times ? early : film).answer(request, out));
  }

  private void pass(int waits) {
    SECONDS.subList(0, waits).forEach(each -> bench.time.awaitAndAdvance(Duration.ofSeconds(each)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          404 | text/html        | <html>not found</html>
          404 | application/xml  | <Error><Code>NoSuchKey</Code></Error>
          400 | application/json | {"error":{"code":"video_not_ready"}}
          409 | application/json | {"error":{"code":"conflict"}}
          425 | text/plain       | too early
          202 | application/json | {"status":"processing"}
          200 | video/mp4        | {"error":{"code":"video_not_ready"}}
          200 | application/json | {"status":"processing","expires_at":1}
          200 | video/mp4        | [{"status":"processing"}]
          200 | video/mp4        | ''
          204 | video/mp4        | ''
          206 | video/mp4        | {"status":"processing"}
          200 | application/xml  | <?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>
          """)
  void isWaitedFor(int status, String type, String body) throws IOException {
    providerShowsNothingElse(1);
    String range = "Content-Range: bytes 0-22/23"; // for what is called a part
    late(2, Store.always(status, body, "Content-Type: " + type, range));

    CompletableFuture<DownloadOutcome> future = start(NOW.minusSeconds(60));
    pass(2);

    Bench.get(future).savedOrThrow();
    assertThat(bench.file).hasBinaryContent(FILM.bytes());
    assertThat(bench.files()).containsExactly("video.mp4");
    assertThat(store.requests()).hasSize(3);
    assertThat(bench.queries()).isEqualTo(1);
  }

  @Test
  void isWaitedForAlsoIfTheAnswerIsGzip() throws IOException {
    providerShowsNothingElse(1);
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write("{\"status\":\"processing\"}".getBytes(StandardCharsets.US_ASCII));
    }
    String body = zipped.toString(StandardCharsets.ISO_8859_1);
    late(2, Store.always(200, body, "Content-Type: video/mp4", "Content-Encoding: gzip"));

    CompletableFuture<DownloadOutcome> future = start(NOW);
    pass(2);

    Bench.get(future).savedOrThrow();
  }

  @Test
  void isFetchedFortySecondsAfterTheEndOfTheTask() {
    providerShowsNothingElse(2);
    store.script(
        (request, out) -> {
          if (bench.time.clock().instant().isBefore(NOW.plusSeconds(40))) {
            Store.write(out, 404, "Content-Length: 0");
          } else {
            Store.serve(FILM, request, out, Integer.MAX_VALUE);
          }
        });

    CompletableFuture<DownloadOutcome> future = start(NOW);
    pass(5);

    Bench.get(future).savedOrThrow();
    assertThat(store.requests()).hasSize(6);
  }

  @Test
  void leavesNothingWrongInBetween() throws IOException {
    providerShowsNothingElse(1);
    late(2, Store.always(200, "{\"status\":\"processing\"}", "Content-Type: video/mp4"));

    CompletableFuture<DownloadOutcome> future = start(null);
    while (!bench.time.delays().contains(Duration.ofSeconds(2))) {
      Thread.onSpinWait();
    }

    assertThat(bench.file).doesNotExist();
    assertThat(bench.part()).isEmptyFile();
    pass(2);
    Bench.get(future).savedOrThrow();
  }

  @ParameterizedTest
  @CsvSource({"404, GONE", "400, REFUSED", "409, REFUSED"})
  void isGivenUpTenMinutesAfterTheEndOfTheTask(int status, DownloadFailureKind kind) {
    providerShowsNothingElse(10);
    store.script(Store.always(status, ""));

    CompletableFuture<DownloadOutcome> future = start(NOW.minusSeconds(500));
    pass(6);
    bench.time.awaitAndAdvance(Duration.ofSeconds(10)); // what is left of the ten minutes

    DownloadFailure failure = Bench.failure(Bench.get(future));
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.httpStatus()).isEqualTo(status);
    assertThat(store.requests()).hasSize(8);
    assertThat(bench.queries()).isEqualTo(status == 404 ? 4 : 3);
  }

  @Test
  void isNoVideoTenMinutesAfterTheEndOfTheTask() {
    providerShowsNothingElse(10);
    store.script(Store.always(200, "{\"status\":\"processing\"}"));

    CompletableFuture<DownloadOutcome> future = start(NOW.minusSeconds(599));
    bench.time.awaitAndAdvance(Duration.ofSeconds(1));

    assertThat(Bench.failure(Bench.get(future)).sentence())
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
    providerShowsNothingElse(1);
    late(1, Store.always(404, ""));

    CompletableFuture<DownloadOutcome> future = start(completedAt);
    if (waits) {
      Duration second = Duration.ofSeconds(1);
      boolean last = Instant.parse("2026-11-21T23:50:01Z").equals(completedAt);
      bench.time.awaitAndAdvance(last ? second : second.multipliedBy(2));
      Bench.get(future).savedOrThrow();
    } else {
      assertThat(Bench.failure(Bench.get(future)).kind()).isEqualTo(DownloadFailureKind.GONE);
    }
  }

  @Test
  void isNotExpectedOfATaskThatEndedBeforeItWasCreated() {
    providerShowsNothingElse(1);
    late(1, Store.always(404, ""));
    VideoTask old = Bench.task(store.url("/a.mp4"));
    VideoTask odd =
        VideoTask.builder("toapis", "ok-1", old.state())
            .createdAt(NOW.minusSeconds(60))
            .completedAt(NOW.minus(Duration.ofDays(365)))
            .build();

    CompletableFuture<DownloadOutcome> future = bench.open(builder()).download(odd, bench.file);
    pass(1);

    Bench.get(future).savedOrThrow();
  }

  @Test
  void isFetchedFromAnotherUrlAtOnceIfTheProviderShowsOne() {
    bench.providerShows(store.url("/moved.mp4"));
    late(1, Store.always(404, ""));

    Bench.get(start(NOW)).savedOrThrow();

    assertThat(store.requests().get(1).line()).isEqualTo("GET /moved.mp4 HTTP/1.1");
  }

  @Test
  void isWaitedForAlsoIfTheProviderDoesNotAnswer() {
    bench.sandbox.answerNext("toapis", "ok-1", SandboxAnswer.html(502, "<html>"));
    late(1, Store.always(404, "", "Retry-After: 45"));

    CompletableFuture<DownloadOutcome> future = start(NOW);
    bench.time.awaitAndAdvance(Duration.ofSeconds(45));

    Bench.get(future).savedOrThrow();
  }

  @Test
  void isNotWaitedForIfItsUrlHasExpired() {
    providerShowsNothingElse(1);
    store.script(Store.always(400, ""));
    VideoTask task = Bench.task(store.url("/a.mp4"), NOW, NOW.minusSeconds(5));

    DownloadOutcome outcome = Bench.get(bench.open(builder()).download(task, bench.file));

    assertThat(Bench.failure(outcome).kind()).isEqualTo(DownloadFailureKind.EXPIRED);
    assertThat(Bench.failure(outcome).sentence())
        .isEqualTo(
            "toapis:ok-1: expected the video from 127.0.0.1, found status 400 after the URL's"
                + " expiry, and no other URL at toapis");
    assertThat(store.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 409})
  void isNotWaitedForIfThatIsSwitchedOff(int status) {
    providerShowsNothingElse(1);
    store.script(Store.always(status, ""));
    VideoTask task = Bench.task(store.url("/a.mp4"), null, NOW);

    DownloadOutcome outcome =
        Bench.get(bench.open(builder().gracePeriod(Duration.ZERO)).download(task, bench.file));

    assertThat(Bench.failure(outcome).httpStatus()).isEqualTo(status);
    assertThat(store.requests()).hasSize(1);
  }

  @Test
  void isWaitedForByThoseWhoMustNotAskTheProvider() {
    late(2, Store.always(404, ""));
    VideoTask task = Bench.task(store.url("/a.mp4"), null, NOW);

    CompletableFuture<DownloadOutcome> future =
        bench.open(builder().freshUrls(false)).download(task, bench.file);
    pass(2);

    Bench.get(future).savedOrThrow();
    assertThat(bench.queries()).isZero();
  }

  @Test
  void isWaitedForByAHandleToo() {
    providerShowsNothingElse(2);
    late(1, Store.always(404, ""));

    CompletableFuture<DownloadOutcome> future =
        bench.open(builder()).download(Bench.HANDLE, bench.file);
    pass(1);

    Bench.get(future).savedOrThrow();
  }

  @Test
  void isNotWaitedForIfTheProviderSaysThatItIsOld() {
    String body =
        "{\"id\":\"ok-1\",\"status\":\"completed\",\"completed_at\":%d,\"url\":\"%s\"}"
            .formatted(NOW.minusSeconds(601).getEpochSecond(), store.url("/a.mp4"));
    bench.sandbox.answerNext("toapis", "ok-1", SandboxAnswer.json(200, body));
    providerShowsNothingElse(1);
    store.script(Store.always(404, ""));

    DownloadOutcome outcome = Bench.get(bench.open(builder()).download(Bench.HANDLE, bench.file));

    assertThat(Bench.failure(outcome).kind()).isEqualTo(DownloadFailureKind.GONE);
    assertThat(store.requests()).hasSize(1);
  }

  @Test
  void isWaitedForFromTheFirstTryOfAFollowUp() {
    providerShowsNothingElse(5);
    store.script(Store.always(503, ""));
    VideoTask task = Bench.task(store.url("/a.mp4"), null, null);

    CompletableFuture<?> saved =
        bench.open(builder().setbacks(1)).into(folder).apply(task).toCompletableFuture();
    bench.time.awaitAndAdvance(Duration.ofMinutes(5));
    bench.time.awaitAndAdvance(Duration.ofMinutes(5));

    // Ten minutes have passed.
    while (store.requests().size() < 3) {
      Thread.onSpinWait();
    }
    store.script(Store.always(404, ""));
    bench.time.awaitAndAdvance(Duration.ofMinutes(5));

    assertThatThrownBy(saved::join).cause().isInstanceOf(NotSavedException.class);
    assertThat(store.requests()).hasSize(4);
  }

  @Test
  void takesNoPlaceMeanwhile() {
    providerShowsNothingElse(1);
    late(1, Store.always(404, ""));
    Downloader downloader = bench.open(builder().concurrency(1));
    VideoTask late = Bench.task(store.url("/a.mp4"), null, NOW);

    CompletableFuture<DownloadOutcome> first = downloader.download(late, bench.file);
    Path second = folder.resolve("second.mp4");
    CompletableFuture<DownloadOutcome> other =
        downloader.download(Bench.task(store.url("/b.mp4")), second);

    Bench.get(other).savedOrThrow();
    assertThat(first).isNotDone();
    pass(1);
    Bench.get(first).savedOrThrow();
  }
}
