package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

class RequestLineTest {
  private static final Film FILM = Film.of(10_000, 7);

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
    bench.fetch(store.url(pathAndQuery)).savedOrThrow();

    assertThat(store.requests().get(0).line()).isEqualTo("GET " + pathAndQuery + " HTTP/1.1");
  }

  @ParameterizedTest
  @CsvSource({"'', /", "'?a=1', /?a=1", "/a#frag, /a", "/a?b#c?d, /a?b", "/任.mp4, /%E4%BB%BB.mp4"})
  void writesWhatARequestLineNeeds(String pathAndQuery, String sent) {
    bench.fetch(store.url(pathAndQuery)).savedOrThrow();

    assertThat(store.requests().get(0).line()).isEqualTo("GET " + sent + " HTTP/1.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/next%2Fa?sig=%2f+;&&",
        "http://127.0.0.1:PORT/next%2Fa?sig=%2f+;&&",
        "//127.0.0.1:PORT/next%2Fa?sig=%2f+;&&"
      })
  void followsARedirectByteForByte(String location) {
    store.script(
        (request, out) -> {
          if (request.line().startsWith("GET /next")) {
            Store.serve(FILM, request, out, Integer.MAX_VALUE);
          } else {
            String port = Integer.toString(store.port());
            Store.write(
                out,
                307,
                "Location: " + location.replace("PORT", port),
                "Set-Cookie: a=b",
                "Content-Length: 0");
          }
        });

    bench.fetch(store.url("/a.mp4?sig=1")).savedOrThrow();

    assertThat(store.requests()).hasSize(2);
    assertThat(store.requests().get(1).line()).isEqualTo("GET /next%2Fa?sig=%2f+;&& HTTP/1.1");
    assertThat(store.requests().get(1).headerNames())
        .containsExactly("Host", "User-Agent", "Accept", "Accept-Encoding", "Connection");
  }

  @Test
  void followsARedirectThatChangesTheQueryOnly() {
    store.script(
        (request, out) -> {
          if (request.line().contains("?new")) {
            Store.serve(FILM, request, out, Integer.MAX_VALUE);
          } else {
            Store.write(out, 302, "Location: ?new=%2F", "Content-Length: 0");
          }
        });

    bench.fetch(store.url("/b/a.mp4?sig=1")).savedOrThrow();

    assertThat(store.requests().get(1).line()).isEqualTo("GET /b/a.mp4?new=%2F HTTP/1.1");
  }

  @Test
  void followsNoRedirectThatIsCutShort() {
    store.script(
        (request, out) -> {
          if (store.requests().size() == 1) {
            out.write("HTTP/1.1 302 Found\r\nLocation: /wro".getBytes(StandardCharsets.US_ASCII));
          } else {
            Store.serve(FILM, request, out, Integer.MAX_VALUE);
          }
        });
    Downloader downloader = bench.open(bench.timed());

    var future = downloader.download(Bench.task(store.url("/a.mp4")), bench.file);
    bench.time.awaitAndAdvance(Duration.ofSeconds(1));

    Bench.get(future).savedOrThrow();
    assertThat(store.requests().get(1).line()).isEqualTo("GET /a.mp4 HTTP/1.1");
  }

  @Test
  void followsNoRedirectToNowhere() {
    store.script(Store.always(302, ""));

    assertThat(bench.failureOf(store.url("/a.mp4")).sentence())
        .isEqualTo(
            "toapis:ok-1: expected an absolute http or https URL with a host, found one that"
                + " makes no sense in redirect 1 from 127.0.0.1");
  }

  private void redirects(int hops) {
    store.script(
        (request, out) -> {
          int hop = store.requests().size();
          if (hop <= hops) {
            Store.write(out, 302, "Location: /" + hop, "Content-Length: 0");
          } else {
            Store.serve(FILM, request, out, Integer.MAX_VALUE);
          }
        });
  }

  @Test
  void followsFiveRedirects() {
    redirects(5);

    bench.fetch(store.url("/a.mp4")).savedOrThrow();

    assertThat(store.requests()).hasSize(6);
  }

  @Test
  void followsNoSixthRedirect() {
    redirects(6);

    assertThat(bench.failureOf(store.url("/a.mp4")))
        .isEqualTo(
            DownloadFailure.of(
                DownloadFailureKind.TOO_MANY_REDIRECTS,
                "toapis:ok-1: expected a video after at most 5 redirects, found one more at"
                    + " 127.0.0.1"));
    assertThat(store.requests()).hasSize(6);
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
  void asksNobodyForAnUnfitUrl(URI url, String found) {
    String sentence =
        "toapis:ok-1: expected an absolute http or https URL with a host, found one " + found;

    assertThat(bench.failureOf(url))
        .isEqualTo(DownloadFailure.of(DownloadFailureKind.BAD_URL, sentence));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://cdn.example/a", "http://u@cdn.example/", "http://[", "http://a b/"})
  void followsNoRedirectToAnUnfitUrl(String location) {
    store.script(Store.always(302, "", "Location: " + location));

    assertThat(bench.failureOf(store.url("/a.mp4")).kind()).isEqualTo(DownloadFailureKind.BAD_URL);
  }

  @Test
  void followsNoRedirectFromTlsToPlainText() throws Stop {
    Trouble trouble = new Trouble(new Errand(Bench.HANDLE, bench.file, 1));
    Target secure = Target.of(URI.create("https://cdn.example/a.mp4"), trouble);

    assertThatThrownBy(() -> secure.redirected("http://cdn.example/a.mp4", trouble))
        .isInstanceOfSatisfying(
            Stop.class,
            stop -> assertThat(stop.failure().kind()).isEqualTo(DownloadFailureKind.BAD_URL))
        .hasMessage(
            "toapis:ok-1: expected an absolute http or https URL with a host, found one without"
                + " TLS in redirect 1 from cdn.example, which was asked over TLS");
    assertThat(secure.redirected("https://other.example/b", trouble).host())
        .isEqualTo("other.example");
    assertThat(secure.port()).isEqualTo(443);
  }
}
