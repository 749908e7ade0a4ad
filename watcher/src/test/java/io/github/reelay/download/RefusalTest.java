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
  private static final SampleMp4 FILM = SampleMp4.of(300_000, 5);

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

  @ParameterizedTest
  @CsvSource({
    "text/html, <html>the link has expired</html>, an HTML page",
    "video/mp4, <html>the link has expired</html>, an HTML page",
    "application/json, {\"error\":\"there is no such file\"}, JSON",
    "video/mp4, {\"error\":\"there is no such file\"}, JSON",
    "video/mp4, the link has expired, something else",
    "video/mp4, short, something else",
    "video/mp4, '', nothing"
  })
  void savesNoPageUnderTheNameOfAVideo(String type, String body, String found) throws IOException {
    host.script(HostServer.always(200, body, "Content-Type: " + type));

    DownloadFailure failure = fixture.failureOf(host.url("/a.mp4?sig=secret"));

    assertThat(failure)
        .isEqualTo(
            DownloadFixture.failure(
                DownloadFailureKind.NOT_A_VIDEO,
                "toapis:ok-1: expected a video from 127.0.0.1, found "
                    + found
                    + "; query the task for another URL, or look at this one"));
    assertThat(fixture.files()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"text/html", "video/mp4"})
  void keepsAPartWhenAPageComesInstead(String type) throws IOException {
    fixture.leave(FILM, 1_000);
    host.script(HostServer.always(200, "<html>log in first</html>", "Content-Type: " + type));

    fixture.failureOf(host.url("/a.mp4"));

    assertThat(fixture.part()).hasBinaryContent(FILM.first(1_000));
  }

  @Test
  void refusesAFileThatIsAnnouncedTooLarge() throws IOException {
    DownloadOutcome outcome =
        fixture.fetch(fixture.builder().maxBytes(FILM.length() - 1), host.url("/a.mp4"));

    assertThat(DownloadFixture.failure(outcome))
        .isEqualTo(
            DownloadFixture.failure(
                DownloadFailureKind.TOO_LARGE,
                "toapis:ok-1: expected at most 299999 bytes from 127.0.0.1, found more; allow more"
                    + " if this is meant"));
    assertThat(fixture.files()).isEmpty();
  }

  @Test
  void refusesTheRestOfAFileThatIsTooLarge() throws IOException {
    fixture.leave(FILM, 1_000);

    DownloadOutcome outcome =
        fixture.fetch(fixture.builder().maxBytes(FILM.length() - 1), host.url("/a.mp4"));

    assertThat(DownloadFixture.failure(outcome).kind()).isEqualTo(DownloadFailureKind.TOO_LARGE);
  }

  @Test
  void takesAFileOfTheLargestSize() {
    fixture.fetch(fixture.builder().maxBytes(FILM.length()), host.url("/a.mp4")).savedOrThrow();
  }

  @Test
  void stopsReadingAFileThatTurnsOutTooLarge() throws IOException {
    host.script(
        (request, out) -> {
          HostServer.write(out, 200, "Transfer-Encoding: chunked");
          while (true) {
            out.write("493e0\r\n".getBytes(StandardCharsets.US_ASCII));
            out.write(FILM.bytes());
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
          }
        });

    DownloadOutcome outcome =
        fixture.fetch(fixture.builder().maxBytes(10_000_000), host.url("/a.mp4"));

    assertThat(DownloadFixture.failure(outcome).kind()).isEqualTo(DownloadFailureKind.TOO_LARGE);
    assertThat(fixture.files()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"400", "402", "418", "204", "304"})
  void endsAtAStatusThatIsFinal(int status) throws IOException {
    host.script(HostServer.always(status, ""));

    DownloadFailure failure = fixture.failureOf(host.url("/a.mp4"));

    assertThat(failure)
        .isEqualTo(
            new DownloadFailure(
                DownloadFailureKind.REFUSED,
                "toapis:ok-1: expected the video from 127.0.0.1, found status " + status,
                status,
                null));
    assertThat(fixture.queries()).isZero();
    assertThat(fixture.files()).isEmpty();
  }
}
