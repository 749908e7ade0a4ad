package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoRequestTest {
  private static final SampleMp4 FILM = SampleMp4.of(10_000, 7);

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
  @ValueSource(
      strings = {
        "/a%2Fb.mp4?X-Sig=a%2Fb%2f%3D",
        "/a/%2e%2E/b/./../c.mp4",
        "//a//b///c.mp4?x=//",
        "/a+b%20c;v=1;w?q=a+b&empty=&novalue&=&&x=1",
        "/a.mp4?",
        "/a.mp4??a=?b/c:@!$'()*,",
        "/%E4%BB%BB%e5%8a%a1.mp4",
        "/:a/~b/-_.!.mp4?sig=abc%3d%3D=",
        "/?a=1"
      })
  void changesNoByteOfAUrl(String pathAndQuery) {
    fixture.fetch(host.url(pathAndQuery)).savedOrThrow();

    assertThat(host.requests().get(0).line()).isEqualTo("GET " + pathAndQuery + " HTTP/1.1");
  }

  @ParameterizedTest
  @CsvSource({"'', /", "'?a=1', /?a=1", "/a#frag, /a", "/a?b#c?d, /a?b", "/任.mp4, /%E4%BB%BB.mp4"})
  void writesWhatARequestLineNeeds(String pathAndQuery, String sent) {
    fixture.fetch(host.url(pathAndQuery)).savedOrThrow();

    assertThat(host.requests().get(0).line()).isEqualTo("GET " + sent + " HTTP/1.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/next%2Fa?sig=%2f+;&&",
        "http://127.0.0.1:PORT/next%2Fa?sig=%2f+;&&",
        "//127.0.0.1:PORT/next%2Fa?sig=%2f+;&&"
      })
  void followsARedirectByteForByte(String location) {
    host.script(
        (request, out) -> {
          if (request.line().startsWith("GET /next")) {
            HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
          } else {
            String port = Integer.toString(host.port());
            HostServer.write(
                out,
                307,
                "Location: " + location.replace("PORT", port),
                "Set-Cookie: a=b",
                "Content-Length: 0");
          }
        });

    fixture.fetch(host.url("/a.mp4?sig=1")).savedOrThrow();

    assertThat(host.requests()).hasSize(2);
    assertThat(host.requests().get(1).line()).isEqualTo("GET /next%2Fa?sig=%2f+;&& HTTP/1.1");
    assertThat(host.requests().get(1).headerNames())
        .containsExactly("Host", "User-Agent", "Accept", "Accept-Encoding", "Connection");
  }

  @Test
  void followsARedirectThatChangesTheQueryOnly() {
    host.script(
        (request, out) -> {
          if (request.line().contains("?new")) {
            HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
          } else {
            HostServer.write(out, 302, "Location: ?new=%2F", "Content-Length: 0");
          }
        });

    fixture.fetch(host.url("/b/a.mp4?sig=1")).savedOrThrow();

    assertThat(host.requests().get(1).line()).isEqualTo("GET /b/a.mp4?new=%2F HTTP/1.1");
  }

  @Test
  void followsNoRedirectThatIsCutShort() {
    host.script(
        (request, out) -> {
          if (host.requests().size() == 1) {
            out.write("HTTP/1.1 302 Found\r\nLocation: /wro".getBytes(StandardCharsets.US_ASCII));
          } else {
            HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
          }
        });
    Downloader downloader = fixture.open(fixture.timed());

    var future = downloader.download(DownloadFixture.task(host.url("/a.mp4")), fixture.file);
    fixture.time.awaitAndAdvance(Duration.ofSeconds(1));

    DownloadFixture.get(future).savedOrThrow();
    assertThat(host.requests().get(1).line()).isEqualTo("GET /a.mp4 HTTP/1.1");
  }

  @Test
  void followsNoRedirectToNowhere() {
    host.script(HostServer.always(302, ""));

    assertThat(fixture.failureOf(host.url("/a.mp4")).message())
        .isEqualTo(
            "toapis:ok-1: expected an absolute http or https URL with a host, found one that"
                + " makes no sense in redirect 1 from 127.0.0.1");
  }

  private void redirects(int hops) {
    host.script(
        (request, out) -> {
          int hop = host.requests().size();
          if (hop <= hops) {
            HostServer.write(out, 302, "Location: /" + hop, "Content-Length: 0");
          } else {
            HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
          }
        });
  }

  @Test
  void followsFiveRedirects() {
    redirects(5);

    fixture.fetch(host.url("/a.mp4")).savedOrThrow();

    assertThat(host.requests()).hasSize(6);
  }

  @Test
  void followsNoSixthRedirect() {
    redirects(6);

    assertThat(fixture.failureOf(host.url("/a.mp4")))
        .isEqualTo(
            DownloadFixture.failure(
                DownloadFailureKind.TOO_MANY_REDIRECTS,
                "toapis:ok-1: expected a video after at most 5 redirects, found one more at"
                    + " 127.0.0.1"));
    assertThat(host.requests()).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://cdn.example/a.mp4, with another scheme",
    "file:///etc/passwd, with another scheme",
    "http://user:word@cdn.example/a.mp4, with a user",
    "http://127.0.0.1@cdn.example/a.mp4, with a user",
    "http:///a.mp4, without a host that makes sense",
    "http://cdn.example:0/a.mp4, with a port that does not exist",
    "http://cdn.example:65536/a.mp4, with a port that does not exist",
    "http://cdn.example:http/a.mp4, without a host that makes sense"
  })
  void sendsNoRequestForAnUnfitUrl(URI url, String found) {
    String sentence =
        "toapis:ok-1: expected an absolute http or https URL with a host, found one " + found;

    assertThat(fixture.failureOf(url))
        .isEqualTo(DownloadFixture.failure(DownloadFailureKind.BAD_URL, sentence));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://cdn.example/a", "http://u@cdn.example/", "http://[", "http://a b/"})
  void followsNoRedirectToAnUnfitUrl(String location) {
    host.script(HostServer.always(302, "", "Location: " + location));

    assertThat(fixture.failureOf(host.url("/a.mp4")).kind()).isEqualTo(DownloadFailureKind.BAD_URL);
  }
}
