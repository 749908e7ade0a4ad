package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.internal.download.http.RequestHeaders;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** User agent and headers that the caller sets for downloads. */
@Timeout(60)
class RequestHeadersTest {
  private static final SampleMp4 FILM = SampleMp4.of(20_000, 25);
  private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64)";

  @TempDir Path folder;
  private DownloadFixture fixture;
  private HostServer host;
  private HostServer other;

  @BeforeEach
  void open() {
    fixture = new DownloadFixture(folder);
    host = fixture.host(HostServer.of(FILM));
    other = fixture.host(HostServer.of(FILM));
  }

  @AfterEach
  void close() throws IOException {
    fixture.close();
  }

  private DownloadOutcome fetch(DownloaderBuilder builder) {
    return fixture.fetch(builder, host.url("/a.mp4"));
  }

  private void redirect(HostServer from, HostServer to) {
    from.script(HostServer.always(302, "", "Location: " + to.url("/b.mp4")));
  }

  @Test
  void fetchFromAHostThatIsPicky() {
    host.script(
        (request, out) -> {
          if (request.header("User-Agent").startsWith("Mozilla")) {
            HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
          } else {
            HostServer.write(out, 403, "Content-Length: 0");
          }
        });
    fixture.providerShows(host.url("/a.mp4"));

    DownloadFailure failure = DownloadFixture.failure(fetch(fixture.timed()));

    assertThat(failure.message())
        .isEqualTo(
            "toapis:ok-1: expected the video from 127.0.0.1, found status 403, and no other URL at"
                + " toapis; some hosts refuse a user agent that is no browser's: set another");
    fetch(fixture.timed().userAgent(BROWSER)).savedOrThrow();
    assertThat(fixture.file).hasBinaryContent(FILM.bytes());
  }

  @Test
  void areSentToTheRequestedOrigin() {
    fetch(
            fixture
                .timed()
                .userAgent(BROWSER)
                .header("Referer", "https://app.example/")
                .header("accept", "video/mp4")
                .header("X-Empty", ""))
        .savedOrThrow();

    assertThat(host.requests().get(0).lines())
        .containsExactly(
            "GET /a.mp4 HTTP/1.1",
            "Host: 127.0.0.1:" + host.port(),
            "User-Agent: " + BROWSER,
            "accept: video/mp4",
            "Accept-Encoding: identity",
            "Connection: close",
            "Referer: https://app.example/",
            "X-Empty: ");
  }

  @Test
  void stayAtTheOriginWhenARedirectLeavesIt() {
    redirect(host, other);

    fetch(fixture.timed().userAgent(BROWSER).header("Cookie", "sid=secret")).savedOrThrow();

    assertThat(host.requests().get(0).header("Cookie")).isEqualTo("sid=secret");
    assertThat(other.requests().get(0).header("Cookie")).isNull();
    assertThat(other.requests().get(0).header("User-Agent")).isEqualTo(BROWSER);
  }

  @Test
  void areNotSentAgainWhenARedirectLeadsBack() {
    redirect(other, host);
    host.script(
        (request, out) -> {
          if (host.requests().size() == 1) {
            HostServer.always(302, "", "Location: " + other.url("/")).respond(request, out);
          } else {
            HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
          }
        });

    fetch(fixture.timed().header("Cookie", "sid=secret")).savedOrThrow();

    assertThat(host.requests().get(1).header("Cookie")).isNull();
  }

  @Test
  void goAlongWithinTheOriginAndWithTheRestOfAFile() throws IOException {
    fixture.leave(FILM, 1_000);
    host.script(
        (request, out) -> {
          if (host.requests().size() == 1) {
            HostServer.always(302, "", "Location: /b.mp4").respond(request, out);
          } else {
            HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
          }
        });

    fetch(fixture.timed().header("Cookie", "sid=old").header("COOKIE", "sid=new")).savedOrThrow();

    assertThat(host.requests().get(1).header("Cookie")).isEqualTo("sid=new");
    assertThat(host.requests().get(1).start()).isEqualTo(1_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a\r\nb",
        "a\nb",
        "tab\t",
        " a",
        "a ",
        "\u0000",
        "\u007f",
        "ä",
        "a\u2028b"
      })
  void mayNotHoldWhatNoHeaderHolds(String value) {
    assertThatThrownBy(() -> fixture.timed().userAgent(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected a user agent of visible ASCII characters and blanks between them, found"
                + " something else");
    if (!value.isEmpty()) {
      assertThatThrownBy(() -> fixture.timed().header("X-A", value))
          .hasMessage(
              "expected a value of visible ASCII characters and blanks between them for X-A, found"
                  + " something else");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a:", "a\r\nHost", "ä", "(a)", "\"a\"", "a/b"})
  void haveATokenForAName(String name) {
    assertThatThrownBy(() -> fixture.timed().header(name, "secret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected a header name of letters, digits and !#$%&'*+-.^_`|~, found something else");
  }

  @ParameterizedTest
  @CsvSource({
    "User-Agent, 'it is set as the user agent, which is sent to every host'",
    "accept-encoding, a video is fetched byte for byte",
    "Range, the part that is already here decides it",
    "IF-RANGE, the part that is already here decides it",
    "If-None-Match, the part that is already here decides it",
    "Host, it belongs to the URL or the connection",
    "Connection, it belongs to the URL or the connection",
    "Content-Length, it belongs to the URL or the connection",
    "transfer-encoding, it belongs to the URL or the connection",
    "TE, it belongs to the URL or the connection",
    "Trailer, it belongs to the URL or the connection",
    "Expect, it belongs to the URL or the connection",
    "Upgrade, it belongs to the URL or the connection",
    "Keep-Alive, it belongs to the URL or the connection",
    "Proxy-Authorization, it belongs to the URL or the connection"
  })
  void areNoneThatADownloadSetsItself(String name, String reason) {
    assertThatThrownBy(() -> fixture.timed().header(name, "secret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected a header that a download does not set itself, found " + name + ": " + reason);
  }

  @Test
  void areNotShown() {
    RequestHeaders headers = RequestHeaders.STANDARD.with("Cookie", "secret");

    assertThat(headers).hasToString("RequestHeaders[Cookie]");
    host.script(HostServer.always(403, ""));
    fixture.providerShows(host.url("/a.mp4"));
    assertThat(fetch(fixture.timed().header("Cookie", "secret")).toString())
        .doesNotContain("secret");
  }
}
