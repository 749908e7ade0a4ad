package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.network.HttpProxy;
import io.github.reelay.network.NetworkSettings;
import io.github.reelay.provider.Providers;
import io.github.reelay.sandbox.LoopbackProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads through an HTTP proxy. */
class ProxiedDownloadTest {
  private static final SampleMp4 FILM = SampleMp4.of(300_000, 11);
  private static final String BASIC = "Proxy-Authorization: Basic bWU6c2VjcmV0\r\n";

  @TempDir static Path keys;
  private static TestCertificate tls;

  @TempDir Path folder;
  private final List<String> resolved = new CopyOnWriteArrayList<>();
  private DownloadFixture fixture;
  private LoopbackProxy proxy;

  @BeforeAll
  static void certify() throws IOException, GeneralSecurityException {
    tls = TestCertificate.in(keys);
  }

  @BeforeEach
  void open() {
    fixture = new DownloadFixture(folder);
    proxy = LoopbackProxy.start();
  }

  @AfterEach
  void close() throws IOException {
    fixture.close();
    proxy.close();
  }

  private InetAddress[] resolve(String host) throws UnknownHostException {
    resolved.add(host);
    return InetAddress.getAllByName("127.0.0.1");
  }

  private NetworkSettings network(LoopbackProxy by, String nonProxyHosts) {
    return NetworkSettings.defaults()
        .withProxy(
            HttpProxy.of("proxy.corp", by.port())
                .withCredentials("me", "secret")
                .withNonProxyHosts(nonProxyHosts))
        .withSslContext(tls.context())
        .withDnsResolver(this::resolve);
  }

  private CompletableFuture<DownloadOutcome> start(DownloaderBuilder builder, URI url) {
    return fixture.open(builder).download(DownloadFixture.task(url), fixture.file);
  }

  private DownloadFailure failure(DownloaderBuilder builder, String url) {
    return DownloadFixture.failure(DownloadFixture.get(start(builder, URI.create(url))));
  }

  private HostServer secure() {
    return fixture.host(
        new HostServer(
            (request, out) -> HostServer.serve(FILM, request, out, Integer.MAX_VALUE),
            tls.context().getServerSocketFactory()));
  }

  @Test
  void goesThroughATunnelOverTls() {
    HostServer host = secure();
    URI url = URI.create("https://cdn.example:" + host.port() + "/a.mp4?sig=%2e");

    DownloadFixture.get(start(fixture.timed().network(network(proxy, "")), url)).savedOrThrow();

    String to = "cdn.example:" + host.port();
    assertThat(fixture.file).hasBinaryContent(FILM.bytes());
    assertThat(proxy.heads())
        .containsExactly("CONNECT " + to + " HTTP/1.1\r\nHost: " + to + "\r\n" + BASIC + "\r\n");
    assertThat(host.requests()).hasSize(1);
    assertThat(host.requests().get(0).line()).isEqualTo("GET /a.mp4?sig=%2e HTTP/1.1");
    assertThat(host.requests().get(0).headerNames()).noneMatch(name -> name.startsWith("Proxy"));
    assertThat(resolved).containsExactly("proxy.corp");
    DownloadFixture.awaitAsserted(() -> assertThat(proxy.open()).isZero());
  }

  @Test
  void sendsTheWholeUrlWithoutTls() {
    HostServer host = fixture.host(HostServer.of(FILM));
    URI url = URI.create("http://cdn.example:" + host.port() + "//a%2Fb?sig=%2e&x=http://y/");

    DownloadFixture.get(start(fixture.timed().network(network(proxy, "")), url)).savedOrThrow();

    assertThat(fixture.file).hasBinaryContent(FILM.bytes());
    assertThat(proxy.heads())
        .containsExactly(
            "GET "
                + url
                + " HTTP/1.1\r\nHost: cdn.example:"
                + host.port()
                + "\r\nUser-Agent: Reelay\r\nAccept: */*\r\nAccept-Encoding: identity\r\n"
                + "Connection: close\r\n"
                + BASIC
                + "\r\n");
    DownloadFixture.awaitAsserted(() -> assertThat(proxy.open()).isZero());
  }

  @Test
  void choosesTheWayForEachRedirect() {
    HostServer host = fixture.host(HostServer.of(FILM));
    String port = ":" + host.port();
    host.script(
        (request, out) -> {
          String to =
              switch (host.requests().size()) {
                case 1 -> "Location: http://direct.example" + port + "/2";
                case 2 -> "Location: http://again.example" + port + "/3";
                default -> null;
              };
          if (to == null) {
            HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
          } else {
            HostServer.write(out, 302, to, "Content-Length: 0");
          }
        });
    NetworkSettings network = network(proxy, "direct.example" + port);

    DownloadFixture.get(
            start(fixture.timed().network(network), URI.create("http://cdn.example" + port + "/1")))
        .savedOrThrow();

    assertThat(proxy.heads())
        .hasSize(2)
        .allMatch(head -> head.contains(BASIC))
        .noneMatch(head -> head.contains("direct.example"));
    assertThat(host.requests().get(1).line()).isEqualTo("GET /2 HTTP/1.1");
    assertThat(host.requests().get(1).header("Proxy-Authorization")).isNull();
    assertThat(resolved).containsExactly("proxy.corp", "direct.example", "proxy.corp");
  }

  @Test
  void takesTheProxyOfTheProvidersThatWereDiscovered() {
    HostServer host = fixture.host(HostServer.of(FILM));
    String proxyUrl = "http://127.0.0.1:" + proxy.port();
    try (Providers providers = Providers.discover(Map.of("REELAY_PROXY", proxyUrl));
        Downloader downloader = Downloader.builder(providers).build();
        Downloader direct =
            Downloader.builder(providers).network(NetworkSettings.defaults()).build()) {
      URI url = URI.create("http://cdn.example:" + host.port() + "/a.mp4");
      DownloadOutcome refused =
          DownloadFixture.get(
              direct.download(
                  DownloadFixture.task(URI.create("http://127.0.0.1:1/")), fixture.file));
      assertThat(DownloadFixture.failure(refused).kind())
          .isEqualTo(DownloadFailureKind.FORBIDDEN_ADDRESS);
      assertThat(proxy.heads()).isEmpty();

      DownloadFixture.get(downloader.download(DownloadFixture.task(url), fixture.file))
          .savedOrThrow();

      assertThat(proxy.heads()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https | 407 | it does not accept the user and the password (status 407); check them, special characters of a URL percent-encoded
          http  | 407 | it does not accept the user and the password (status 407); check them, special characters of a URL percent-encoded
          https | 403 | it refuses the connection (status 403); ask who runs the proxy to allow this host and port
          https | 404 | it refuses the connection (status 404); ask who runs the proxy to allow this host and port
          https | 401 | it refuses the connection (status 401); ask who runs the proxy to allow this host and port
          https | 302 | it refuses the connection (status 302); ask who runs the proxy to allow this host and port
          """)
  void endsImmediatelyWhereTheProxyWillSayTheSameAgain(String scheme, int status, String reason)
      throws IOException {
    String expired = "\r\nContent-Length: 17\r\n\r\nRequest has expired";
    try (LoopbackProxy strict = LoopbackProxy.saying("HTTP/1.1 " + status + " No" + expired)) {
      DownloadFailure failure =
          failure(
              fixture.timed().network(network(strict, "")), scheme + "://cdn.example/a?sig=secret");

      assertThat(failure)
          .isEqualTo(
              DownloadFixture.failure(
                  DownloadFailureKind.UNREACHABLE,
                  "toapis:ok-1: expected the video from cdn.example, found no connection through"
                      + " the proxy proxy.corp:"
                      + strict.port()
                      + ": "
                      + reason));
      assertThat(strict.heads()).hasSize(1);
      assertThat(fixture.queries()).isZero();
      DownloadFixture.awaitAsserted(() -> assertThat(strict.open()).isZero());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HTTP/1.1 502 No | it refuses the connection (status 502)
          HTTP/1.1 429 No | it refuses the connection (status 429)
          SSH-2.0-OpenSSH | its response is not one of a proxy
          HTTP/1.1 101 Up | its response is not one of a proxy
          """)
  void triesAgainWhereTheProxyMayDoBetter(String line, String reason) throws IOException {
    try (LoopbackProxy rude = LoopbackProxy.saying(line + "\r\n\r\n")) {
      CompletableFuture<DownloadOutcome> future =
          start(
              fixture.timed().maxRetriesWithoutProgress(3).network(network(rude, "")),
              URI.create("https://cdn.example/a?sig=secret"));
      fixture.time.awaitAndAdvance(Duration.ofSeconds(1));
      fixture.time.awaitAndAdvance(Duration.ofSeconds(2));

      assertThat(DownloadFixture.failure(DownloadFixture.get(future)))
          .isEqualTo(
              DownloadFixture.failure(
                  DownloadFailureKind.UNREACHABLE,
                  "toapis:ok-1: expected the whole video from cdn.example, found no connection"
                      + " through the proxy proxy.corp:"
                      + rude.port()
                      + ": "
                      + reason
                      + ", 3 times in a row; try again later"));
      assertThat(rude.heads()).hasSize(3);
      DownloadFixture.awaitAsserted(() -> assertThat(rude.open()).isZero());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 200 O", "HTTP/1.1 100 Wait\r\n\r\n"})
  void endsWhenAProxyHangs(String said) throws IOException {
    try (LoopbackProxy hanging = LoopbackProxy.saying(said)) {
      CompletableFuture<DownloadOutcome> future =
          start(
              fixture.timed().maxRetriesWithoutProgress(1).network(network(hanging, "")),
              URI.create("https://cdn.example/a"));
      DownloadFixture.awaitAsserted(() -> assertThat(hanging.heads()).hasSize(1));

      fixture.time.awaitAndAdvance(Duration.ofSeconds(30));

      DownloadFailure failure = DownloadFixture.failure(DownloadFixture.get(future));
      assertThat(failure.kind()).isEqualTo(DownloadFailureKind.STALLED);
      assertThat(failure.message())
          .isEqualTo(
              "toapis:ok-1: expected the whole video from cdn.example, found no connection through"
                  + " the proxy proxy.corp:"
                  + hanging.port()
                  + ": it does not respond in time; try again later");
      DownloadFixture.awaitAsserted(() -> assertThat(hanging.open()).isZero());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void isCancelledWhileAProxyHangs(String scheme) throws IOException {
    try (LoopbackProxy hanging = LoopbackProxy.saying("")) {
      CompletableFuture<DownloadOutcome> future =
          start(
              fixture.timed().network(network(hanging, "")),
              URI.create(scheme + "://cdn.example/a"));
      DownloadFixture.awaitAsserted(() -> assertThat(hanging.heads()).hasSize(1));

      future.cancel(true);

      DownloadFixture.awaitAsserted(() -> assertThat(hanging.open()).isZero());
    }
  }
}
