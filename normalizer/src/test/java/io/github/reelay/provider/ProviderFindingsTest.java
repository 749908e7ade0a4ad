package io.github.reelay.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.reelay.contract.Finding;
import io.github.reelay.drift.DriftCounter;
import io.github.reelay.drift.DriftRow;
import io.github.reelay.drift.FindingListener;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.provider.toapis.ToapisDialect;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProviderFindingsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final List<String> reported = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    respond("/v1/videos/generations/odd", 200, "{\"id\":\"odd\",\"status\":\"queued\",\"x\":1}");
    respond("/v1/videos/generations/fit", 200, "{\"id\":\"fit\",\"status\":\"queued\"}");
    respond("/v1/videos/generations/gone", 404, "{}");
    server.start();
  }

  private void respond(String path, int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Provider provider(FindingListener listener) {
    return Provider.builder(new ToapisDialect())
        .name("relay")
        .baseUrl(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
        .key(() -> "key")
        .clock(Clock.fixed(NOW, ZoneOffset.UTC))
        .deadline(Duration.ofSeconds(30))
        .findings(listener)
        .build();
  }

  private void report(String provider, List<Finding> findings, Instant observedAt) {
    reported.add(
        provider + " " + findings.stream().map(Finding::pointer).toList() + " " + observedAt);
  }

  @Test
  void areReportedOncePerResponseWhetherOrNotThereAreAny() {
    try (Provider provider = provider(this::report)) {
      provider.query("odd");
      provider.query("fit");
      provider.query("gone");
    }

    assertThat(reported)
        .containsExactly(
            "relay [/x] 2026-01-01T00:00:00Z",
            "relay [] 2026-01-01T00:00:00Z",
            "relay [] 2026-01-01T00:00:00Z");
  }

  @Test
  void areReportedBeforeTheFutureOfAnAsynchronousQueryEnds() throws Exception {
    try (Provider provider = provider(this::report)) {
      provider.queryAsync("odd").get(30, TimeUnit.SECONDS);
    }

    assertThat(reported).containsExactly("relay [/x] 2026-01-01T00:00:00Z");
  }

  @Test
  void areReportedForSavedResponsesToo() {
    RecordedResponse saved =
        RecordedResponse.ofBody("{\"status\":\"queued\"}".getBytes(StandardCharsets.UTF_8));

    try (Provider provider = provider(this::report)) {
      provider.read(null, saved);
    }

    assertThat(reported).containsExactly("relay [/id] null");
  }

  @Test
  void areNotReportedWhereNoResponseCame() {
    server.stop(0);

    try (Provider provider = provider(this::report)) {
      assertThat(provider.query("odd")).isInstanceOf(QueryResult.Failed.class);
    }

    assertThat(reported).isEmpty();
  }

  @Test
  void areCounted() {
    DriftCounter counter = new DriftCounter();

    try (Provider provider = provider(counter)) {
      provider.query("odd");
      provider.query("odd");
      provider.query("fit");
    }

    DriftRow row = counter.snapshot().rows().get(0);
    assertThat(row.pointer()).isEqualTo("/x");
    assertThat(row.count()).isEqualTo(2);
    assertThat(row.of()).isEqualTo(3);
    assertThat(row.firstSeen()).isEqualTo("2026-01-01T00:00:00Z");
  }

  @Test
  void harmNobodyIfTheListenerThrows() throws Exception {
    List<LogRecord> logged = Collections.synchronizedList(new ArrayList<>());
    Logger logger = Logger.getLogger(FindingListener.class.getName());
    Handler handler = remember(logged);
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
    try (Provider provider = provider(ProviderFindingsTest::fail)) {
      assertThat(provider.query("odd").taskOrThrow().id()).isEqualTo("odd");
      assertThat(provider.queryAsync("odd").get(30, TimeUnit.SECONDS).taskOrThrow().id())
          .isEqualTo("odd");
    } finally {
      logger.setUseParentHandlers(true);
      logger.removeHandler(handler);
    }

    assertThat(logged)
        .hasSize(2)
        .extracting(LogRecord::getMessage)
        .containsOnly("expected the listener for findings of relay to return, found an exception");
    assertThat(logged.get(0).getThrown()).isExactlyInstanceOf(AssertionError.class);
  }

  private static void fail(String provider, List<Finding> findings, Instant observedAt) {
    throw new AssertionError("broken");
  }

  private static Handler remember(List<LogRecord> logged) {
    return new Handler() {
      @Override
      public void publish(LogRecord logRecord) {
        logged.add(logRecord);
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
