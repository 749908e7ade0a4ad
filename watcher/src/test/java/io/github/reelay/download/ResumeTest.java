package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {
  private static final Film FILM = Film.of(400_000, 2);
  private static final Film OTHER = Film.of(400_000, 3);
  private static final String DATE = "Sat, 21 Nov 2026 00:00:00 GMT";

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

  private void fetchesIt() throws IOException {
    DownloadOutcome.Saved saved = bench.fetch(store.url("/a.mp4?sig=1")).savedOrThrow();
    assertThat(bench.file).hasBinaryContent(FILM.bytes());
    assertThat(saved.sha256()).isEqualTo(FILM.sha256());
    assertThat(saved.bytes()).isEqualTo(FILM.length());
    assertThat(bench.files()).containsExactly("video.mp4");
  }

  private String range(int request) {
    return store.requests().get(request).header("Range");
  }

  private String condition(int request) {
    return store.requests().get(request).header("If-Range");
  }

  @Test
  void asksForTheRestOfTheSameFile() throws IOException {
    bench.leave(FILM, 123_456);

    fetchesIt();

    assertThat(store.requests()).hasSize(1);
    assertThat(range(0)).isEqualTo("bytes=123456-");
    assertThat(condition(0)).isEqualTo(FILM.etag());
  }

  @Test
  void namesTheDateWhereThereIsNoTag() throws IOException {
    store.script(
        (request, out) -> {
          int start = request.start();
          Store.write(
              out,
              206,
              "Last-Modified: " + DATE,
              "Content-Length: " + (FILM.length() - start),
              "Content-Range: bytes " + start + "-399999/400000");
          out.write(FILM.bytes(), start, FILM.length() - start);
        });
    bench.leave(FILM.first(1_000), PartInfo.of(null, DATE, FILM.length()));

    fetchesIt();

    assertThat(range(0)).isEqualTo("bytes=1000-");
    assertThat(condition(0)).isEqualTo(DATE);
  }

  @Test
  void startsOverWhenTheFileHasChanged() throws IOException {
    bench.leave(OTHER, 123_456);

    fetchesIt();

    assertThat(store.requests()).hasSize(1);
    assertThat(condition(0)).isEqualTo(OTHER.etag());
  }

  @Test
  void startsOverWhenTheStoreOverlooksThatTheFileHasChanged() throws IOException {
    Film longer = new Film(Arrays.copyOf(OTHER.bytes(), 500_000), OTHER.etag());
    bench.leave(longer, 123_456);
    store.script(
        (request, out) -> {
          if (request.header("Range") == null) {
            Store.serve(FILM, request, out, Integer.MAX_VALUE);
          } else {
            Store.write(out, 206, "Content-Length: 1", "Content-Range: bytes 123456-123456/400000");
            out.write(0);
          }
        });

    fetchesIt();

    assertThat(store.requests()).hasSize(2);
    assertThat(range(1)).isNull();
  }

  @Test
  void startsOverWhenAnotherTagComesWithThePart() throws IOException {
    bench.leave(OTHER, 123_456);
    store.script(
        (request, out) -> {
          if (request.header("Range") == null) {
            Store.serve(FILM, request, out, Integer.MAX_VALUE);
          } else {
            Store.write(
                out,
                206,
                "ETag: " + FILM.etag(),
                "Content-Length: 276544",
                "Content-Range: bytes 123456-399999/400000");
            out.write(FILM.bytes(), 123_456, 276_544);
          }
        });

    fetchesIt();
  }

  @Test
  void startsOverWhenAnotherDateComesWithThePart() throws IOException {
    bench.leave(OTHER.first(123_456), PartInfo.of(null, DATE, FILM.length()));
    store.script(
        (request, out) -> {
          if (request.header("Range") == null) {
            Store.serve(FILM, request, out, Integer.MAX_VALUE);
          } else {
            Store.write(
                out,
                206,
                "Last-Modified: Sat, 02 Jan 2027 00:00:00 GMT",
                "Content-Length: 276544",
                "Content-Range: bytes 123456-399999/400000");
            out.write(FILM.bytes(), 123_456, 276_544);
          }
        });

    fetchesIt();
  }

  @Test
  void startsOverWhenThePartBeginsElsewhere() throws IOException {
    bench.leave(FILM, 123_456);
    store.script(
        (request, out) -> {
          if (request.header("Range") == null) {
            Store.serve(FILM, request, out, Integer.MAX_VALUE);
          } else {
            Store.write(
                out, 206, "Content-Length: 276544", "Content-Range: bytes 100000-376543/400000");
            out.write(FILM.bytes(), 100_000, 276_544);
          }
        });

    fetchesIt();
  }

  @Test
  void startsOverWithoutAValidator() throws IOException {
    bench.leave(FILM.first(1_000), PartInfo.of(null, null, FILM.length()));

    fetchesIt();

    assertThat(range(0)).isNull();
  }

  @Test
  void startsOverWithoutTheNote() throws IOException {
    bench.leave(FILM, 1_000);
    Files.writeString(bench.info(), "reelay-part 2\n\"film-2\"\n");

    fetchesIt();

    assertThat(range(0)).isNull();
  }

  @Test
  void startsOverWhenThePartIsNoVideo() throws IOException {
    bench.leave(
        "<html>this is what another program left</html>".getBytes(StandardCharsets.US_ASCII),
        PartInfo.of(FILM.etag(), null, FILM.length()));

    fetchesIt();

    assertThat(range(0)).isNull();
  }

  @Test
  void startsOverWhenThePartIsLongerThanTheFile() throws IOException {
    bench.leave(
        Arrays.copyOf(FILM.bytes(), 400_001), PartInfo.of(FILM.etag(), null, FILM.length()));

    fetchesIt();

    assertThat(range(0)).isNull();
  }

  @Test
  void takesACompleteFileAsSuchWhenNothingIsLeftToFetch() throws IOException {
    bench.leave(FILM, FILM.length());

    fetchesIt();

    assertThat(store.requests()).hasSize(1);
    assertThat(range(0)).isEqualTo("bytes=400000-");
  }

  @Test
  void startsOverWhenTheStoreHasLessThanThePart() throws IOException {
    bench.leave(FILM.first(300_000), PartInfo.of(FILM.etag(), null, -1));
    store.script(
        (request, out) -> {
          if (request.header("Range") == null) {
            Store.serve(FILM, request, out, Integer.MAX_VALUE);
          } else {
            Store.write(out, 416, "Content-Range: bytes */200000", "Content-Length: 0");
          }
        });

    fetchesIt();
  }

  @Test
  void keepsACompletePartWhenTheStoreHasForgottenTheFile() throws IOException {
    bench.leave(FILM, FILM.length());
    store.script(Store.always(410, "gone"));
    bench.providerShows(store.url("/a.mp4?sig=1"));

    fetchesIt();
  }

  @Test
  void goesOnWhereTheStoreSendsLessThanItWasAskedFor() throws IOException {
    bench.leave(FILM, 100_000);
    store.script(
        (request, out) -> {
          int start = request.start();
          int end = Math.min(start + 100_000, FILM.length());
          Store.write(
              out,
              206,
              "Content-Length: " + (end - start),
              "Content-Range: bytes " + start + "-" + (end - 1) + "/400000");
          out.write(FILM.bytes(), start, end - start);
        });

    fetchesIt();

    assertThat(store.requests()).hasSize(3);
  }

  @Test
  void writesTheNoteWithoutTheUrlBeforeTheFirstByte() throws IOException {
    store.script(
        (request, out) -> {
          if (request.header("Range") == null) {
            Store.serve(FILM, request, out, 200);
          } else {
            Store.write(out, 503, "Content-Length: 0");
          }
        });
    Downloader downloader = bench.open(bench.timed());

    var future = downloader.download(Bench.task(store.url("/a.mp4?sig=secret")), bench.file);
    bench.time.awaitAndAdvance(Duration.ofSeconds(1));
    future.cancel(true);
    downloader.close();

    assertThat(bench.part()).hasBinaryContent(FILM.first(200));
    PartInfo of = PartInfo.of(FILM.etag(), null, FILM.length());
    assertThat(bench.info()).hasContent(of.forced(200, Bench.crc(FILM.first(200))).text());
  }
}
