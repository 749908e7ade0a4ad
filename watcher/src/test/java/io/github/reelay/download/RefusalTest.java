package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {
  private static final Film FILM = Film.of(300_000, 5);

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

  @ParameterizedTest
  @CsvSource({
    "text/html, <html>the link has expired</html>, an HTML page",
    "video/mp4, <html>the link has expired</html>, an HTML page",
    "application/json, {\"error\":\"the link has expired\"}, JSON",
    "video/mp4, {\"error\":\"the link has expired\"}, JSON",
    "video/mp4, the link has expired, something else",
    "video/mp4, short, something else",
    "video/mp4, '', nothing"
  })
  void savesNoPageUnderTheNameOfAVideo(String type, String body, String found) throws IOException {
    store.script(Store.always(200, body, "Content-Type: " + type));

    DownloadFailure failure = bench.failureOf(store.url("/a.mp4?sig=secret"));

    assertThat(failure)
        .isEqualTo(
            DownloadFailure.of(
                DownloadFailureKind.NOT_A_VIDEO,
                "toapis:ok-1: expected a video from 127.0.0.1, found "
                    + found
                    + "; query the task for another URL, or look at this one"));
    assertThat(bench.files()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"text/html", "video/mp4"})
  void keepsAPartWhenAPageComesInstead(String type) throws IOException {
    bench.leave(FILM, 1_000);
    store.script(Store.always(200, "<html>log in first</html>", "Content-Type: " + type));

    bench.failureOf(store.url("/a.mp4"));

    assertThat(bench.part()).hasBinaryContent(FILM.first(1_000));
  }

  @Test
  void refusesAFileThatIsAnnouncedTooLarge() throws IOException {
    Downloader downloader = bench.open(bench.builder().maxBytes(FILM.length() - 1));

    DownloadOutcome outcome =
        Bench.get(downloader.download(Bench.task(store.url("/a.mp4")), bench.file));

    assertThat(Bench.failure(outcome))
        .isEqualTo(
            DownloadFailure.of(
                DownloadFailureKind.TOO_LARGE,
                "toapis:ok-1: expected at most 299999 bytes from 127.0.0.1, found more; allow more"
                    + " if this is meant"));
    assertThat(bench.files()).isEmpty();
  }

  @Test
  void refusesTheRestOfAFileThatIsTooLarge() throws IOException {
    bench.leave(FILM, 1_000);
    Downloader downloader = bench.open(bench.builder().maxBytes(FILM.length() - 1));

    DownloadOutcome outcome =
        Bench.get(downloader.download(Bench.task(store.url("/a.mp4")), bench.file));

    assertThat(Bench.failure(outcome).kind()).isEqualTo(DownloadFailureKind.TOO_LARGE);
  }

  @Test
  void takesAFileOfTheLargestSize() {
    Downloader downloader = bench.open(bench.builder().maxBytes(FILM.length()));

    Bench.get(downloader.download(Bench.task(store.url("/a.mp4")), bench.file)).savedOrThrow();
  }

  @Test
  void stopsReadingAFileThatTurnsOutTooLarge() throws IOException {
    store.script(
        (request, out) -> {
          Store.write(out, 200, "Transfer-Encoding: chunked");
          while (true) {
            out.write("493e0\r\n".getBytes(StandardCharsets.US_ASCII));
            out.write(FILM.bytes());
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
          }
        });
    Downloader downloader = bench.open(bench.builder().maxBytes(10_000_000));

    DownloadOutcome outcome =
        Bench.get(downloader.download(Bench.task(store.url("/a.mp4")), bench.file));

    assertThat(Bench.failure(outcome).kind()).isEqualTo(DownloadFailureKind.TOO_LARGE);
    assertThat(bench.files()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"400", "402", "418", "204", "304"})
  void endsAtAStatusThatIsFinal(int status) throws IOException {
    store.script(Store.always(status, ""));

    DownloadFailure failure = bench.failureOf(store.url("/a.mp4"));

    assertThat(failure)
        .isEqualTo(
            new DownloadFailure(
                DownloadFailureKind.REFUSED,
                "toapis:ok-1: expected the video from 127.0.0.1, found status " + status,
                status,
                null));
    assertThat(bench.queries()).isZero();
    assertThat(bench.files()).isEmpty();
  }
}
