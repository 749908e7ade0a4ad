package io.github.reelay.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.reelay.time.VirtualScheduler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Thumbnails come from our own server, and only images do. */
@Timeout(60)
class ThumbnailsTest {
  private static final String PNG = "\u0089PNG\r\n\u001a\n0123456789";

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private HttpServer host;
  private String type = "image/png";
  private String body = PNG;
  private int status = 200;

  @BeforeEach
  void serve() throws IOException {
    host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    host.createContext("/", this::respond);
    host.start();
  }

  @AfterEach
  void close() {
    host.stop(0);
  }

  private void respond(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestURI() + " " + exchange.getRequestHeaders().get("Cookie"));
    byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", type);
      if (status == 302) {
        exchange.getResponseHeaders().set("Location", body);
      }
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private WatchPage page(boolean privateToo) {
    WatchPage page =
        WatchPage.builder(Samples.providers()).allowPrivateAddresses(privateToo).start();
    page.on(Samples.succeeded("done", url()));
    return page;
  }

  private String url() {
    return "http://127.0.0.1:" + host.getAddress().getPort() + "/t.png?sig=SIGNED";
  }

  @ParameterizedTest
  @CsvSource({
    "image/jpeg, ÿØÿà0123456789ab",
    "image/gif, GIF89a0123456789",
    "image/webp, RIFF0000WEBPVP8L",
    "image/avif, 0000ftypavif0000"
  })
  void servesImagesByTheirBytes(String mediaType, String bytes) throws IOException {
    body = bytes;
    type = "text/html";
    try (WatchPage page = page(true)) {
      Browser.Response response =
          new Browser(page.url()).get("/thumbnails/1", "Cookie: of=the page");

      assertThat(response.header("Content-Type")).isEqualTo(mediaType);
      assertThat(new String(response.bytes(), StandardCharsets.ISO_8859_1)).isEqualTo(bytes);
      assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(response.head()).doesNotContain("SIGNED");
      assertThat(requests).containsExactly("/t.png?sig=SIGNED null");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "<html><script>alert(1)</script>",
        "\u0089PNG",
        "BM0123456789abcdef",
        "0000ftypisom0000"
      })
  void servesNothingElse(String bytes) throws IOException {
    body = bytes;
    try (WatchPage page = page(true)) {
      Browser.Response response = new Browser(page.url()).get("/thumbnails/1");

      assertThat(response.status()).isEqualTo(404);
      assertThat(response.body()).isEqualTo("expected a task with a thumbnail, found none\n");
    }
  }

  @Test
  void servesNothingThatIsTooLarge() throws IOException {
    body = PNG + "x".repeat(1 << 20);
    try (WatchPage page = page(true)) {
      assertThat(new Browser(page.url()).get("/thumbnails/1").status()).isEqualTo(404);
    }
  }

  @Test
  void obeysTheAddressRulesOfDownloads() throws IOException {
    try (WatchPage page = page(false)) {
      assertThat(new Browser(page.url()).get("/thumbnails/1").status()).isEqualTo(404);
    }
    assertThat(requests).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://a.example/t.png", "http://user@127.0.0.1/"})
  void followsNoRedirectToWhatIsNoWebAddress(String location) throws IOException {
    status = 302;
    body = location;
    try (WatchPage page = page(true)) {
      assertThat(new Browser(page.url()).get("/thumbnails/1").status()).isEqualTo(404);
    }
    assertThat(requests).hasSize(1);
  }

  @Test
  void fetchesAnImageOnce() throws IOException {
    try (WatchPage page = page(true)) {
      Browser browser = new Browser(page.url());
      for (int i = 0; i < 3; i++) {
        assertThat(browser.get("/thumbnails/1").status()).isEqualTo(200);
      }
      assertThat(browser.get("/thumbnails/2").status()).isEqualTo(404);
      assertThat(browser.get("/thumbnails/99999999999999999999").status()).isEqualTo(404);
    }
    assertThat(requests).hasSize(1);
  }

  @Test
  void triesAgainAfterAMinute() throws IOException {
    status = 503;
    VirtualScheduler time = new VirtualScheduler(Instant.EPOCH);
    try (WatchPage page =
        WatchPage.builder(Samples.providers())
            .allowPrivateAddresses(true)
            .scheduler(time)
            .start()) {
      page.on(Samples.succeeded("done", url()));
      Browser browser = new Browser(page.url());
      assertThat(browser.get("/thumbnails/1").status()).isEqualTo(404);
      status = 200;
      assertThat(browser.get("/thumbnails/1").status()).isEqualTo(404);
      time.advance(Duration.ofSeconds(61));

      assertThat(browser.get("/thumbnails/1").status()).isEqualTo(200);
    }
    assertThat(requests).hasSize(2);
  }
}
