package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.internal.download.file.PartialFileInfo;
import io.github.reelay.internal.download.file.PartialFileNotes;
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
  private static final SampleMp4 FILM = SampleMp4.of(400_000, 2);
  private static final SampleMp4 OTHER = SampleMp4.of(400_000, 3);
  private static final String DATE = "Sat, 21 Nov 2026 00:00:00 GMT";

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

  private void fetchesIt() throws IOException {
    DownloadOutcome.Saved saved = fixture.fetch(host.url("/a.mp4?sig=1")).savedOrThrow();
    assertThat(fixture.file).hasBinaryContent(FILM.bytes());
    assertThat(saved.sha256()).isEqualTo(FILM.sha256());
    assertThat(saved.bytes()).isEqualTo(FILM.length());
    assertThat(fixture.files()).containsExactly("video.mp4");
  }

  private String range(int request) {
    return host.requests().get(request).header("Range");
  }

  private String condition(int request) {
    return host.requests().get(request).header("If-Range");
  }

  @Test
  void requestsTheRestOfTheSameFile() throws IOException {
    fixture.leave(FILM, 123_456);

    fetchesIt();

    assertThat(host.requests()).hasSize(1);
    assertThat(range(0)).isEqualTo("bytes=123456-");
    assertThat(condition(0)).isEqualTo(FILM.etag());
  }

  @Test
  void namesTheDateWhereThereIsNoTag() throws IOException {
    host.script(
        (request, out) -> {
          int start = request.start();
          HostServer.write(
              out,
              206,
              "Last-Modified: " + DATE,
              "Content-Length: " + (FILM.length() - start),
              "Content-Range: bytes " + start + "-399999/400000");
          out.write(FILM.bytes(), start, FILM.length() - start);
        });
    fixture.leave(FILM.first(1_000), PartialFileInfo.of(null, DATE, FILM.length()));

    fetchesIt();

    assertThat(range(0)).isEqualTo("bytes=1000-");
    assertThat(condition(0)).isEqualTo(DATE);
  }

  @Test
  void startsOverWhenTheFileHasChanged() throws IOException {
    fixture.leave(OTHER, 123_456);

    fetchesIt();

    assertThat(host.requests()).hasSize(1);
    assertThat(condition(0)).isEqualTo(OTHER.etag());
  }

  @Test
  void startsOverWhenTheVideoHostOverlooksThatTheFileHasChanged() throws IOException {
    SampleMp4 longer = new SampleMp4(Arrays.copyOf(OTHER.bytes(), 500_000), OTHER.etag());
    fixture.leave(longer, 123_456);
    host.script(
        (request, out) -> {
          if (request.header("Range") == null) {
            HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
          } else {
            HostServer.write(
                out, 206, "Content-Length: 1", "Content-Range: bytes 123456-123456/400000");
            out.write(0);
          }
        });

    fetchesIt();

    assertThat(host.requests()).hasSize(2);
    assertThat(range(1)).isNull();
  }

  @Test
  void startsOverWhenAnotherTagComesWithThePart() throws IOException {
    fixture.leave(OTHER, 123_456);
    host.script(
        (request, out) -> {
          if (request.header("Range") == null) {
            HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
          } else {
            HostServer.write(
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
    fixture.leave(OTHER.first(123_456), PartialFileInfo.of(null, DATE, FILM.length()));
    host.script(
        (request, out) -> {
          if (request.header("Range") == null) {
            HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
          } else {
            HostServer.write(
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
    fixture.leave(FILM, 123_456);
    host.script(
        (request, out) -> {
          if (request.header("Range") == null) {
            HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
          } else {
            HostServer.write(
                out, 206, "Content-Length: 276544", "Content-Range: bytes 100000-376543/400000");
            out.write(FILM.bytes(), 100_000, 276_544);
          }
        });

    fetchesIt();
  }

  @Test
  void startsOverWithoutAValidator() throws IOException {
    fixture.leave(FILM.first(1_000), PartialFileInfo.of(null, null, FILM.length()));

    fetchesIt();

    assertThat(range(0)).isNull();
  }

  @Test
  void startsOverWithoutTheNote() throws IOException {
    fixture.leave(FILM, 1_000);
    Files.writeString(fixture.info(), "reelay-part 2\n\"film-2\"\n");

    fetchesIt();

    assertThat(range(0)).isNull();
  }

  @Test
  void startsOverWhenThePartIsNoVideo() throws IOException {
    fixture.leave(
        "<html>this is what another program left</html>".getBytes(StandardCharsets.US_ASCII),
        PartialFileInfo.of(FILM.etag(), null, FILM.length()));

    fetchesIt();

    assertThat(range(0)).isNull();
  }

  @Test
  void startsOverWhenThePartIsLongerThanTheFile() throws IOException {
    fixture.leave(
        Arrays.copyOf(FILM.bytes(), 400_001), PartialFileInfo.of(FILM.etag(), null, FILM.length()));

    fetchesIt();

    assertThat(range(0)).isNull();
  }

  @Test
  void takesACompleteFileAsSuchWhenNothingIsLeftToFetch() throws IOException {
    fixture.leave(FILM, FILM.length());

    fetchesIt();

    assertThat(host.requests()).hasSize(1);
    assertThat(range(0)).isEqualTo("bytes=400000-");
  }

  @Test
  void startsOverWhenTheVideoHostHasLessThanThePart() throws IOException {
    fixture.leave(FILM.first(300_000), PartialFileInfo.of(FILM.etag(), null, -1));
    host.script(
        (request, out) -> {
          if (request.header("Range") == null) {
            HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
          } else {
            HostServer.write(out, 416, "Content-Range: bytes */200000", "Content-Length: 0");
          }
        });

    fetchesIt();
  }

  @Test
  void keepsACompletePartWhenTheVideoHostHasForgottenTheFile() throws IOException {
    fixture.leave(FILM, FILM.length());
    host.script(HostServer.always(410, "gone"));
    fixture.providerShows(host.url("/a.mp4?sig=1"));

    fetchesIt();
  }

  @Test
  void goesOnWhereTheVideoHostSendsLessThanRequested() throws IOException {
    fixture.leave(FILM, 100_000);
    host.script(
        (request, out) -> {
          int start = request.start();
          int end = Math.min(start + 100_000, FILM.length());
          HostServer.write(
              out,
              206,
              "Content-Length: " + (end - start),
              "Content-Range: bytes " + start + "-" + (end - 1) + "/400000");
          out.write(FILM.bytes(), start, end - start);
        });

    fetchesIt();

    assertThat(host.requests()).hasSize(3);
  }

  @Test
  void writesTheNoteWithoutTheUrlBeforeTheFirstByte() throws IOException {
    host.script(
        (request, out) -> {
          if (request.header("Range") == null) {
            HostServer.serve(FILM, request, out, 200);
          } else {
            HostServer.write(out, 503, "Content-Length: 0");
          }
        });
    Downloader downloader = fixture.open(fixture.timed());

    var future =
        downloader.download(DownloadFixture.task(host.url("/a.mp4?sig=secret")), fixture.file);
    fixture.time.awaitAndAdvance(Duration.ofSeconds(1));
    future.cancel(true);
    downloader.close();

    assertThat(fixture.part()).hasBinaryContent(FILM.first(200));
    PartialFileInfo of = PartialFileInfo.of(FILM.etag(), null, FILM.length());
    assertThat(fixture.info()).hasContent(PartialFileNotes.text(of, FILM.first(200)));
  }
}
