package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  private static final Film FILM = Film.of(300_000, 11);
  private static final String PASSWORD = "changeit";

  @TempDir static Path keys;
  private static SSLContext context;

  @TempDir Path folder;
  private Bench bench;
  private Store store;

  /** A certificate for cdn.example that only this test trusts. */
  @BeforeAll
  static void certify() throws IOException, GeneralSecurityException {
    Path file = keys.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "store",
                "-keyalg",
                "EC",
                "-dname",
                "CN=store",
                "-ext",
                "san=dns:cdn.example",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.onExit()).succeedsWithin(30, TimeUnit.SECONDS);
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(store, PASSWORD.toCharArray());
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(store);
    context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
  }

  @BeforeEach
  void open() {
    bench = new Bench(folder);
    store =
        bench.store(
            new Store(
                (request, out) -> Store.serve(FILM, request, out, Integer.MAX_VALUE),
                context.getServerSocketFactory()));
  }

  @AfterEach
  void close() throws IOException {
    bench.close();
  }

  private CompletableFuture<DownloadOutcome> start(String host, boolean trusting) {
    DownloaderBuilder builder = bench.timed();
    builder.resolver = name -> new InetAddress[] {InetAddress.getLoopbackAddress()};
    if (trusting) {
      builder.tls = context::getSocketFactory;
    }
    URI url = URI.create("https://" + host + ":" + store.port() + "/a.mp4");
    return bench.open(builder).download(Bench.task(url), bench.file);
  }

  private void isNotTrusted(CompletableFuture<DownloadOutcome> future) {
    for (int seconds = 1; seconds <= 8; seconds *= 2) {
      bench.time.awaitAndAdvance(Duration.ofSeconds(seconds));
    }
    DownloadFailure failure = Bench.failure(Bench.get(future));
    assertThat(failure.kind()).isEqualTo(DownloadFailureKind.UNREACHABLE);
    assertThat(failure.sentence())
        .contains("no trusted TLS connection (SSLHandshakeException), 5 times in a row");
    assertThat(store.requests()).isEmpty();
  }

  @Test
  void savesAVideoOverTls() {
    Bench.get(start("cdn.example", true)).savedOrThrow();

    assertThat(bench.file).hasBinaryContent(FILM.bytes());
  }

  @Test
  void asksNobodyWhoIsNotTrusted() {
    isNotTrusted(start("cdn.example", false));
  }

  @Test
  void asksNobodyWhoHasAnotherName() {
    isNotTrusted(start("other.example", true));
  }

  @Test
  void leavesTlsForNoRedirect() {
    Store plain = bench.store(Store.of(FILM));
    store.script(Store.always(302, "", "Location: " + plain.url("/a.mp4")));

    DownloadFailure failure = Bench.failure(Bench.get(start("cdn.example", true)));

    assertThat(failure.kind()).isEqualTo(DownloadFailureKind.BAD_URL);
    assertThat(plain.requests()).isEmpty();
  }

  @Test
  void takesARedirectToTls() {
    Store plain = bench.store(Store.of(FILM));
    plain.script(Store.always(302, "", "Location: https://cdn.example:" + store.port() + "/a.mp4"));
    DownloaderBuilder builder = bench.timed();
    builder.resolver = name -> new InetAddress[] {InetAddress.getLoopbackAddress()};
    builder.tls = context::getSocketFactory;

    Bench.get(bench.open(builder).download(Bench.task(plain.url("/a.mp4")), bench.file))
        .savedOrThrow();

    assertThat(store.requests()).hasSize(1);
  }
}
