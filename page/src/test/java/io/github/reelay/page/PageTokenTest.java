package io.github.reelay.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has the token of the page sees it, and nobody else. */
class PageTokenTest {
  private static final String TOKEN = "correct+horse/battery";

  private static WatchPageBuilder builder() {
    return WatchPage.builder(Samples.providers());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Accept: */*",
        "Authorization: Bearer wrong",
        "Authorization: Bearer ",
        "Authorization: Basic correct+horse/battery",
        "Authorization: Bearer correct+horse/battery2",
        "Authorization: Bearer correct+horse/batter",
        "Cookie: reelay-page-1=00",
        "Cookie: reelay-page=correct+horse/battery"
      })
  void needsItsToken(String header) throws IOException {
    try (WatchPage page = builder().token(TOKEN).start()) {
      for (String path : List.of("/", "/events", "/page.css", "/thumbnails/1", "/?token=no")) {
        Browser.Response response = new Browser(page.url()).get(path, header);

        assertThat(response.status()).as(path).isEqualTo(401);
        assertThat(response.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"reelay\"");
        assertThat(response.head()).doesNotContain("correct+horse");
        assertThat(response.body())
            .isEqualTo(
                "expected the page's token, found none or another; open /?token=TOKEN once, or send"
                    + " it as Authorization: Bearer TOKEN\n");
      }
    }
  }

  @Test
  void takesItsTokenAsAHeader() throws IOException {
    try (WatchPage page = builder().token(TOKEN).start()) {
      Browser browser = new Browser(page.url());

      assertThat(browser.get("/", "Authorization: Bearer " + TOKEN).status()).isEqualTo(200);
      assertThat(browser.get("/page.js", "authorization: bearer " + TOKEN).status()).isEqualTo(200);
      assertThat(page).hasToString("WatchPage[" + page.url() + "]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"correct+horse/battery", "correct%2Bhorse%2Fbattery"})
  void changesItsTokenForACookieThatSurvivesARestart(String given) throws IOException {
    int port;
    String cookie;
    try (WatchPage page = builder().token(TOKEN).start()) {
      port = page.url().getPort();
      Browser.Response response = new Browser(page.url()).get("/?token=" + given);

      assertThat(response.status()).isEqualTo(303);
      assertThat(response.header("Location")).isEqualTo("./");
      assertThat(response.header("Referrer-Policy")).isEqualTo("no-referrer");
      String[] parts = response.header("Set-Cookie").split("; ", 2);
      cookie = parts[0];
      assertThat(cookie).startsWith("reelay-page-" + port + "=").doesNotContain(TOKEN);
      assertThat(parts[1]).isEqualTo("Path=/; HttpOnly; SameSite=Strict");
    }
    try (WatchPage page = builder().token(TOKEN).port(port).start()) {
      Browser.Response response =
          new Browser(page.url()).get("/", "Cookie: other=1; " + cookie + "; more=2");

      assertThat(response.status()).isEqualTo(200);
    }
  }

  @Test
  void isNotServedElsewhereWithoutAToken() throws IOException {
    InetSocketAddress all = new InetSocketAddress("0.0.0.0", 0);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().address(all).start())
        .withMessage(
            "expected a token for a page at 0.0.0.0, found none; only loopback is served without"
                + " one");
    try (WatchPage page = builder().address(all).token(TOKEN).start()) {
      Browser browser = new Browser(page.url());
      String token = "Authorization: Bearer " + TOKEN;

      assertThat(browser.send("GET /", List.of("Host: 192.168.1.7", token)).status())
          .isEqualTo(200);
      assertThat(browser.send("GET /", List.of("Host: evil.example", token)).status())
          .isEqualTo(403);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "fifteen-letters", "sixteen letters!", "sechzehn-zeichen-ä"})
  void refusesATokenThatIsTooSimple(String token) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().token(token).start())
        .withMessage(
            "expected a token of at least 16 visible ASCII characters for the page, found"
                + " another");
  }
}
