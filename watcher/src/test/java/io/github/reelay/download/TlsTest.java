package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.internal.http.CertificateNames;
import io.github.reelay.network.NetworkSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsTest {
  private static final SampleMp4 FILM = SampleMp4.of(300_000, 11);

  @TempDir static Path keys;
  private static SSLContext context;
  private static Certificate certificate;

  @TempDir Path folder;
  private DownloadFixture fixture;
  private HostServer hostServer;

  /** A certificate for cdn.example that only this test trusts. */
  @BeforeAll
  static void certify() throws IOException, GeneralSecurityException {
    TestCertificate own = TestCertificate.in(keys);
    context = own.context();
    certificate = own.certificate();
  }

  @BeforeEach
  void open() {
    fixture = new DownloadFixture(folder);
    hostServer =
        fixture.host(
            new HostServer(
                (request, out) -> HostServer.serve(FILM, request, out, Integer.MAX_VALUE),
                context.getServerSocketFactory()));
  }

  @AfterEach
  void close() throws IOException {
    fixture.close();
  }

  private CompletableFuture<DownloadOutcome> start(String host, boolean trusting) {
    DownloaderBuilder builder = fixture.timed();
    NetworkSettings network =
        DownloadFixture.resolving(name -> new InetAddress[] {InetAddress.getLoopbackAddress()});
    builder.network(trusting ? network.withSslContext(context) : network);
    URI url = URI.create("https://" + host + ":" + hostServer.port() + "/a.mp4");
    return fixture.open(builder).download(DownloadFixture.task(url), fixture.file);
  }

  private void isNotTrusted(CompletableFuture<DownloadOutcome> future) {
    for (int seconds = 1; seconds <= 8; seconds *= 2) {
      fixture.time.awaitAndAdvance(Duration.ofSeconds(seconds));
    }
    DownloadFailure failure = DownloadFixture.failure(DownloadFixture.get(future));
    assertThat(failure.kind()).isEqualTo(DownloadFailureKind.UNREACHABLE);
    assertThat(failure.message())
        .contains("no trusted TLS connection (SSLHandshakeException), 5 times in a row");
    assertThat(hostServer.requests()).isEmpty();
  }

  @Test
  void savesAVideoOverTls() {
    DownloadFixture.get(start("cdn.example", true)).savedOrThrow();

    assertThat(fixture.file).hasBinaryContent(FILM.bytes());
  }

  /** The JDK's own server refuses such a name, so it is only looked at what is sent to one. */
  @Test
  void namesAHostWithAnUnderscoreInItsGreeting() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      DownloaderBuilder builder = fixture.timed().maxRetriesWithoutProgress(1);
      builder.network(
          DownloadFixture.resolving(name -> new InetAddress[] {InetAddress.getLoopbackAddress()}));
      URI url = URI.create("https://my_films.bucket.example:" + server.getLocalPort() + "/a.mp4");
      CompletableFuture<DownloadOutcome> future =
          fixture.open(builder).download(DownloadFixture.task(url), fixture.file);

      try (Socket socket = server.accept()) {
        byte[] greeting = new byte[4_096];
        int count = socket.getInputStream().read(greeting);
        assertThat(new String(greeting, 0, count, StandardCharsets.ISO_8859_1))
            .contains("my_films.bucket.example");
      }
      assertThat(DownloadFixture.failure(DownloadFixture.get(future)).kind())
          .isEqualTo(DownloadFailureKind.UNREACHABLE);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "my_films.bucket.example, true",
    "cdn.example, true",
    "my_films.other.example, false",
    "a.my_films.bucket.example, false",
    "cdn_example, false"
  })
  void comparesAHostWithItsCertificate(String host, boolean same) throws Exception {
    assertThat(CertificateNames.match(new Certificate[] {certificate}, host)).isEqualTo(same);
    assertThat(CertificateNames.match(new Certificate[0], host)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "my_a.example, my_a.example, true",
    "MY_A.example, my_a.EXAMPLE, true",
    "*.b.example, my_a.b.example, true",
    "*.b.example, x.my_a.b.example, false",
    "*.b.example, .b.example, false",
    "*.example, my_a.example, false",
    "*, my_a, false",
    "m*.b.example, my_a.b.example, false",
    "*.*.example, a.my_b.example, false",
    "b.example, my_a.b.example, false"
  })
  void comparesTheNamesOfACertificate(String name, String host, boolean same) {
    assertThat(CertificateNames.matches(name, host)).isEqualTo(same);
  }

  @Test
  void sendsNothingToAServerThatIsNotTrusted() {
    isNotTrusted(start("cdn.example", false));
  }

  @Test
  void sendsNothingToAServerOfAnotherName() {
    isNotTrusted(start("other.example", true));
  }

  @Test
  void leavesTlsForNoRedirect() {
    HostServer plain = fixture.host(HostServer.of(FILM));
    hostServer.script(HostServer.always(302, "", "Location: " + plain.url("/a.mp4")));

    DownloadFailure failure =
        DownloadFixture.failure(DownloadFixture.get(start("cdn.example", true)));

    assertThat(failure.kind()).isEqualTo(DownloadFailureKind.BAD_URL);
    assertThat(plain.requests()).isEmpty();
  }

  @Test
  void takesARedirectToTls() {
    HostServer plain = fixture.host(HostServer.of(FILM));
    plain.script(
        HostServer.always(
            302, "", "Location: https://cdn.example:" + hostServer.port() + "/a.mp4"));
    DownloaderBuilder builder = fixture.timed();
    builder.network(
        DownloadFixture.resolving(name -> new InetAddress[] {InetAddress.getLoopbackAddress()})
            .withSslContext(context));

    fixture.fetch(builder, plain.url("/a.mp4")).savedOrThrow();

    assertThat(hostServer.requests()).hasSize(1);
  }
}
