package io.github.reelay.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Browsers that take nothing, browsers that are too many, and what is left after the end. */
@Timeout(60)
class BackpressureTest {

  private static WatchPageBuilder builder() {
    return WatchPage.builder(Samples.providers()).openPages(3);
  }

  /** Long enough for a browser on a busy machine that takes all it gets. */
  private static WatchPageBuilder impatient() {
    WatchPageBuilder builder = builder();
    builder.stallTimeout = Duration.ofSeconds(2);
    return builder;
  }

  @Test
  void aBrowserThatTakesNothingIsDisconnectedAndNothingIsQueuedForIt() throws IOException {
    try (WatchPage page = impatient().start()) {
      Browser browser = new Browser(page.url());
      try (Browser.Events slow = browser.events()) {
        assertThat(slow.until("retry: 1000")).isNotEmpty();
        while (page.openPages() > 0) { // until its connection is full and broken
          for (int i = 0; i < 1_000; i++) {
            page.on(Samples.failed("long_" + "i".repeat(150) + i, "E", "m".repeat(600)));
          }
        }
        page.on(Samples.running("task_1", 1));
        try (Browser.Events other = browser.events()) {
          assertThat(other.until("\"task_1\"")).contains("\"first\":true");
        }
      }
    }
  }

  @Test
  void refusesMorePagesThanThereMayBe() throws IOException {
    try (WatchPage page = builder().start()) {
      Browser browser = new Browser(page.url());
      List<Browser.Events> open = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        Browser.Events events = browser.events();
        events.until("event: rows");
        open.add(events);
      }

      Browser.Response response = browser.get("/events");

      assertThat(response.status()).isEqualTo(503);
      assertThat(response.body())
          .isEqualTo("expected fewer open pages, found as many as there may be\n");
      assertThat(response.header("Retry-After")).isEqualTo("10");
      assertThat(browser.get("/").status()).isEqualTo(200);
      open.get(0).close();
      patiently("the server notices with its next write").until(() -> page.openPages() < 3);
      for (Browser.Events events : open) {
        events.close();
      }
    }
  }

  @Test
  void leavesNeitherThreadsNorSocketsBehind() throws Exception {
    Set<String> before = threads();
    WatchPage page = builder().start();
    Browser browser = new Browser(page.url());
    Browser.Events events = browser.events();
    events.until("event: rows");
    page.on(Samples.succeeded("done", "http://127.0.0.1:1/t.png"));
    assertThat(browser.get("/thumbnails/1").status()).isEqualTo(404);
    assertThat(threads()).isNotEmpty();

    page.close();
    page.close();

    assertThat(events.until("event: end")).isNotEmpty();
    assertThat(events.in().readAllBytes().length).isLessThan(40);
    events.close();
    patiently("its threads end").until(() -> before.containsAll(threads()));
    try (ServerSocket again = new ServerSocket()) {
      again.setReuseAddress(true);
      again.bind(new InetSocketAddress("127.0.0.1", page.url().getPort()));
      assertThat(again.isBound()).isTrue();
    }
  }

  @Test
  void aHeadThatNeverEndsDoesNotHinderTheEnd() throws IOException {
    WatchPage page = builder().start();
    try (Socket socket = new Socket("127.0.0.1", page.url().getPort())) {
      socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: local".getBytes());
      socket.getOutputStream().flush();
      assertThat(new Browser(page.url()).get("/").status()).isEqualTo(200);
      long begun = System.nanoTime();

      page.close();

      assertThat(System.nanoTime() - begun).isLessThan(Duration.ofSeconds(30).toNanos());
    }
  }

  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .map(Thread::getName)
        .filter(name -> name.startsWith("reelay-") || name.startsWith("HTTP-"))
        .collect(Collectors.toSet());
  }

  /** For what other threads do, which give no signal. */
  private static ConditionFactory patiently(String claim) {
    return Awaitility.await(claim)
        .atMost(Duration.ofSeconds(30))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5));
  }
}
