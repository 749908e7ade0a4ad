package io.github.reelay.download;

import static io.github.reelay.download.LateFileFixture.FILM;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.sandbox.SandboxResponse;
import io.github.reelay.task.VideoTask;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
  private static final Instant NOW = ManualScheduler.START;

  @TempDir Path folder;
  private DownloadFixture fixture;
  private LateFileFixture lateFile;
  private HostServer host;

  @BeforeEach
  void open() {
    fixture = new DownloadFixture(folder);
    lateFile = new LateFileFixture(fixture);
    host = lateFile.host;
  }

  @AfterEach
  void close() throws IOException {
    fixture.close();
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
    lateFile.providerShowsNothingElse(1);
    String range = "Content-Range: bytes 0-22/23"; // for what is called a part
    lateFile.isMissing(2, HostServer.always(status, body, "Content-Type: " + type, range));

    CompletableFuture<DownloadOutcome> future = lateFile.start(NOW.minusSeconds(60));
    lateFile.pass(2);

    DownloadFixture.get(future).savedOrThrow();
    assertThat(fixture.file).hasBinaryContent(FILM.bytes());
    assertThat(fixture.files()).containsExactly("video.mp4");
    assertThat(host.requests()).hasSize(3);
    assertThat(fixture.queries()).isEqualTo(1);
  }

  @Test
  void isWaitedForAlsoIfTheResponseIsGzip() throws IOException {
    lateFile.providerShowsNothingElse(1);
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write("{\"status\":\"processing\"}".getBytes(StandardCharsets.US_ASCII));
    }
    String body = zipped.toString(StandardCharsets.ISO_8859_1);
    lateFile.isMissing(
        2, HostServer.always(200, body, "Content-Type: video/mp4", "Content-Encoding: gzip"));

    CompletableFuture<DownloadOutcome> future = lateFile.start(NOW);
    lateFile.pass(2);

    DownloadFixture.get(future).savedOrThrow();
  }

  @Test
  void isFetchedFortySecondsAfterTheEndOfTheTask() {
    lateFile.providerShowsNothingElse(2);
    host.script(
        (request, out) -> {
          if (fixture.time.clock().instant().isBefore(NOW.plusSeconds(40))) {
            HostServer.write(out, 404, "Content-Length: 0");
          } else {
            HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
          }
        });

    CompletableFuture<DownloadOutcome> future = lateFile.start(NOW);
    lateFile.pass(5);

    DownloadFixture.get(future).savedOrThrow();
    assertThat(host.requests()).hasSize(6);
  }

  @Test
  void leavesNothingWrongInBetween() throws IOException {
    lateFile.providerShowsNothingElse(1);
    lateFile.isMissing(
        2, HostServer.always(200, "{\"status\":\"processing\"}", "Content-Type: video/mp4"));

    CompletableFuture<DownloadOutcome> future = lateFile.start(null);
    DownloadFixture.await(() -> fixture.time.delays().contains(Duration.ofSeconds(2)));

    assertThat(fixture.file).doesNotExist();
    assertThat(fixture.part()).isEmptyFile();
    lateFile.pass(2);
    DownloadFixture.get(future).savedOrThrow();
  }

  @Test
  void isFetchedFromAnotherUrlImmediatelyIfTheProviderShowsOne() {
    fixture.providerShows(host.url("/moved.mp4"));
    lateFile.isMissing(1, HostServer.always(404, ""));

    DownloadFixture.get(lateFile.start(NOW)).savedOrThrow();

    assertThat(host.requests().get(1).line()).isEqualTo("GET /moved.mp4 HTTP/1.1");
  }

  @Test
  void isWaitedForAlsoIfTheProviderDoesNotRespond() {
    fixture.sandbox.enqueue("toapis", "ok-1", SandboxResponse.html(502, "<html>"));
    lateFile.isMissing(1, HostServer.always(404, "", "Retry-After: 45"));

    CompletableFuture<DownloadOutcome> future = lateFile.start(NOW);
    fixture.time.awaitAndAdvance(Duration.ofSeconds(45));

    DownloadFixture.get(future).savedOrThrow();
  }

  @Test
  void isNotWaitedForIfItsUrlHasExpired() {
    lateFile.providerShowsNothingElse(1);
    host.script(HostServer.always(400, ""));
    VideoTask task = DownloadFixture.task(host.url("/a.mp4"), NOW, NOW.minusSeconds(5));

    DownloadOutcome outcome =
        DownloadFixture.get(fixture.open(lateFile.builder()).download(task, fixture.file));

    assertThat(DownloadFixture.failure(outcome).kind()).isEqualTo(DownloadFailureKind.EXPIRED);
    assertThat(DownloadFixture.failure(outcome).message())
        .isEqualTo(
            "toapis:ok-1: expected the video from 127.0.0.1, found status 400 after the URL's"
                + " expiry, and no other URL at toapis");
    assertThat(host.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 409})
  void isNotWaitedForIfThatIsSwitchedOff(int status) {
    lateFile.providerShowsNothingElse(1);
    host.script(HostServer.always(status, ""));
    VideoTask task = DownloadFixture.task(host.url("/a.mp4"), null, NOW);

    DownloadOutcome outcome =
        DownloadFixture.get(
            fixture
                .open(lateFile.builder().gracePeriod(Duration.ZERO))
                .download(task, fixture.file));

    assertThat(DownloadFixture.failure(outcome).httpStatus()).isEqualTo(status);
    assertThat(host.requests()).hasSize(1);
  }

  @Test
  void isWaitedForByThoseWhoMustNotQueryTheProvider() {
    lateFile.isMissing(2, HostServer.always(404, ""));
    VideoTask task = DownloadFixture.task(host.url("/a.mp4"), null, NOW);

    CompletableFuture<DownloadOutcome> future =
        fixture.open(lateFile.builder().freshUrls(false)).download(task, fixture.file);
    lateFile.pass(2);

    DownloadFixture.get(future).savedOrThrow();
    assertThat(fixture.queries()).isZero();
  }

  @Test
  void isWaitedForByAHandleToo() {
    lateFile.providerShowsNothingElse(2);
    lateFile.isMissing(1, HostServer.always(404, ""));

    CompletableFuture<DownloadOutcome> future =
        fixture.open(lateFile.builder()).download(DownloadFixture.HANDLE, fixture.file);
    lateFile.pass(1);

    DownloadFixture.get(future).savedOrThrow();
  }

  @Test
  void isNotWaitedForIfTheProviderSaysThatItIsOld() {
    String body =
        "{\"id\":\"ok-1\",\"status\":\"completed\",\"completed_at\":%d,\"url\":\"%s\"}"
            .formatted(NOW.minusSeconds(601).getEpochSecond(), host.url("/a.mp4"));
    fixture.sandbox.enqueue("toapis", "ok-1", SandboxResponse.json(200, body));
    lateFile.providerShowsNothingElse(1);
    host.script(HostServer.always(404, ""));

    DownloadOutcome outcome =
        DownloadFixture.get(
            fixture.open(lateFile.builder()).download(DownloadFixture.HANDLE, fixture.file));

    assertThat(DownloadFixture.failure(outcome).kind()).isEqualTo(DownloadFailureKind.GONE);
    assertThat(host.requests()).hasSize(1);
  }

  @Test
  void takesNoPlaceMeanwhile() {
    lateFile.providerShowsNothingElse(1);
    lateFile.isMissing(1, HostServer.always(404, ""));
    Downloader downloader = fixture.open(lateFile.builder().concurrency(1));
    VideoTask late = DownloadFixture.task(host.url("/a.mp4"), null, NOW);

    CompletableFuture<DownloadOutcome> first = downloader.download(late, fixture.file);
    Path second = folder.resolve("second.mp4");
    CompletableFuture<DownloadOutcome> other =
        downloader.download(DownloadFixture.task(host.url("/b.mp4")), second);

    DownloadFixture.get(other).savedOrThrow();
    assertThat(first).isNotDone();
    lateFile.pass(1);
    DownloadFixture.get(first).savedOrThrow();
  }
}
