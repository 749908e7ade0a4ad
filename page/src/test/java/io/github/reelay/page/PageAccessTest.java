package io.github.reelay.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may see the page. */
class PageAccessTest {
  private static WatchPageBuilder builder() {
    return WatchPage.builder(Samples.providers());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LocalHost.:80",
        "127.0.0.1:1",
        "127.1.2.3",
        "[::1]:8080",
        "[::1]",
        "[0:0:0:0:0:0:0:1]",
        "localhost:"
      })
  void servesLoopbackWithoutAToken(String host) throws IOException {
    try (WatchPage page = builder().start()) {
      Browser.Response response = new Browser(page.url()).send("GET /", List.of("Host: " + host));

      assertThat(response.status()).isEqualTo(200);
      assertThat(response.body()).startsWith("<!doctype html>");
      assertThat(page.url().getHost()).isEqualTo("127.0.0.1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:8080",
        "localhost.evil.example",
        "127.0.0.1.nip.example",
        "sub.localhost",
        "192.168.1.7:8080",
        "[fe80::1]",
        "0x7f.1",
        "2130706433",
        "localhost@evil.example",
        "evil.example#localhost",
        "localhost:80:evil.example",
        "localhost..",
        "[::1]evil.example",
        ""
      })
  void refusesAForeignHost(String host) throws IOException {
    try (WatchPage page = builder().start()) {
      for (String path : List.of("/", "/events", "/page.js", "/thumbnails/1")) {
        Browser.Response response =
            new Browser(page.url()).send("GET " + path, List.of("Host: " + host));

        assertThat(response.status()).as(path).isEqualTo(403);
        assertThat(response.body())
            .isEqualTo("expected the page's own name as Host, found another\n");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://evil.example/", "//evil.example/", "http://evil.example:80/events"})
  void refusesAForeignHostInTheRequestLineToo(String target) throws IOException {
    try (WatchPage page = builder().start()) {
      Browser.Response response =
          new Browser(page.url()).send("GET " + target, List.of("Host: localhost"));

      assertThat(response.status()).isEqualTo(403);
    }
  }

  @Test
  void servesAnAbsoluteUrlOfItsOwn() throws IOException {
    try (WatchPage page = builder().start()) {
      Browser browser = new Browser(page.url());
      String own = "http://LOCALHOST:" + page.url().getPort() + "/page.js";

      assertThat(browser.send("GET " + own, List.of("Host: localhost")).status()).isEqualTo(200);
    }
  }

  /** They have no path, or are no URL. */
  @ParameterizedTest
  @ValueSource(strings = {"mailto:a@b.example", "*", "/%", "/\u00e4 /x"})
  void servesNothingAtWhatIsNoPath(String target) throws IOException {
    try (WatchPage page = builder().start()) {
      Browser browser = new Browser(page.url());

      assertThat(browser.send("GET " + target, List.of("Host: localhost")).head())
          .doesNotContain("200 OK");
      assertThat(browser.get("/").status()).isEqualTo(200);
    }
  }

  @Test
  void aRequestForTheHeadOfTheEventsKeepsNoStream() throws IOException {
    try (WatchPage page = builder().openPages(1).start()) {
      Browser browser = new Browser(page.url());

      assertThat(browser.send("HEAD /events", List.of("Host: localhost")).bytes()).isEmpty();
      try (Browser.Events events = browser.events()) {
        assertThat(events.until("event: rows")).isNotEmpty();
      }
    }
  }

  @Test
  void refusesARequestWithoutAHostOrWithTwo() throws IOException {
    try (WatchPage page = builder().start()) {
      Browser browser = new Browser(page.url());

      assertThat(browser.send("GET /", List.of()).status()).isEqualTo(403);
      assertThat(browser.get("/", "Host: evil.example").status()).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /no-such-file | 404 | expected a file of the page, found another path",
        "GET /thumbnails/  | 404 | expected a task with a thumbnail, found none",
        "POST /            | 405 | expected GET or HEAD, found POST",
        "DELETE /events    | 405 | expected GET or HEAD, found DELETE",
        "get /             | 405 | expected GET or HEAD, found get",
        "M-SEARCH /        | 405 | expected GET or HEAD, found M-SEARCH",
        "<b>POST</b> /     | 405 | expected GET or HEAD, found another method",
        "ABCDEFGHIJKLMNOPQRSTU / | 405 | expected GET or HEAD, found another method",
      })
  void refusesWhatThePageHasNot(String request, int status, String sentence) throws IOException {
    try (WatchPage page = builder().start()) {
      Browser.Response response = new Browser(page.url()).send(request, List.of("Host: localhost"));

      assertThat(response.status()).isEqualTo(status);
      assertThat(response.body()).isEqualTo(sentence + "\n");
    }
  }

  @Test
  void refusesAnAddressThatCannotBeResolved() {
    InetSocketAddress nowhere = InetSocketAddress.createUnresolved("tasks.corp.example", 80);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().address(nowhere))
        .withMessage(
            "expected an address of this machine for the page, found tasks.corp.example, which"
                + " cannot be resolved");
  }

  @Test
  void servesANameThatIsNamed() throws IOException {
    try (WatchPage page = builder().hostName("Tasks.corp.example").start()) {
      Browser browser = new Browser(page.url());

      assertThat(browser.send("GET /", List.of("Host: tasks.corp.example:443")).status())
          .isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void refusesWhatABrowserRequestsForAnotherSite(String site) throws IOException {
    try (WatchPage page = builder().start()) {
      Browser browser = new Browser(page.url());

      assertThat(browser.get("/thumbnails/1", "Sec-Fetch-Site: " + site).body())
          .isEqualTo("expected a request of this page, found another's\n");
      assertThat(browser.get("/", "Sec-Fetch-Site: " + site).status()).isEqualTo(200);
      assertThat(browser.get("/page.js", "Sec-Fetch-Site: same-origin").status()).isEqualTo(200);
    }
  }

  @Test
  void saysThatAPortIsTaken() {
    try (WatchPage page = builder().start()) {
      int port = page.url().getPort();

      assertThatThrownBy(() -> builder().port(port).start())
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage(
              "expected to serve the page at localhost and port "
                  + port
                  + ", found that the port is taken or the address is not this machine's; choose"
                  + " another, or port 0 for any");
    }
  }

  @Test
  void servesFilesOfItsOwnOnly() throws IOException {
    try (WatchPage page = builder().start()) {
      Browser browser = new Browser(page.url());

      for (String path : List.of("/../pom.xml", "/index.html", "/thumbnails/", "/thumbnails/-1")) {
        assertThat(browser.get(path).status()).as(path).isEqualTo(404);
      }
      Browser.Response posted =
          browser.send("POST /", List.of("Host: localhost", "Content-Length: 0"));
      assertThat(posted.status()).isEqualTo(405);
      assertThat(posted.header("Allow")).isEqualTo("GET, HEAD");
      assertThat(browser.send("HEAD /", List.of("Host: localhost")).bytes()).isEmpty();
      assertThat(browser.get("/").header("Content-Security-Policy"))
          .contains("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';")
          .contains("require-trusted-types-for 'script'; trusted-types 'none'");
    }
  }

  @Test
  void namesAnIpv6AddressWithBrackets() throws IOException {
    InetSocketAddress six = new InetSocketAddress(InetAddress.getByName("::1"), 0);
    URI url;
    try (WatchPage page = builder().address(six).start()) {
      url = page.url();
    } catch (UncheckedIOException noIpv6) {
      return; // this machine has no IPv6
    }
    assertThat(url.getHost()).isEqualTo("[0:0:0:0:0:0:0:1]");
  }
}
