package io.github.reelay.transport;

import static io.github.reelay.transport.Queries.eventually;
import static io.github.reelay.transport.Queries.failure;
import static io.github.reelay.transport.Queries.get;
import static io.github.reelay.transport.Queries.threads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.reelay.internal.http.ProxyTimeoutException;
import io.github.reelay.network.HttpProxy;
import io.github.reelay.network.NetworkSettings;
import io.github.reelay.sandbox.LoopbackProxy;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Queries through a proxy that hangs end in time. */
class ProxyDeadlineTest {
  private static final URI SECURE = URI.create("https://relay.example/v1/1");

  private static HttpTransport through(HttpProxy proxy) {
    return HttpTransport.create(
        TransportLimits.defaults(), NetworkSettings.defaults().withProxy(proxy));
  }

  private static HttpProxy at(LoopbackProxy proxy) {
    return HttpProxy.of("127.0.0.1", proxy.port());
  }

  private static final Duration BRIEF = Duration.ofSeconds(1);

  static Stream<LoopbackProxy.Script> hanging() {
    return Stream.of(
        (head, client) -> client.getInputStream().readAllBytes(),
        (head, client) -> {
          client.getOutputStream().write("HTTP/1.1 200 OK\r\nX: ".getBytes());
          client.getInputStream().readAllBytes();
        },
        (head, client) -> {
          client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes());
          client.getInputStream().readAllBytes();
        },
        (head, client) -> {
          client.getOutputStream().write("HTTP/1.1 100 Wait\r\n\r\n".getBytes());
          client.getInputStream().transferTo(client.getOutputStream());
        });
  }

  @ParameterizedTest
  @MethodSource("hanging")
  void endsAtTheDeadline(LoopbackProxy.Script script) throws Exception {
    try (LoopbackProxy proxy = LoopbackProxy.start(script);
        HttpTransport transport = through(at(proxy))) {
      long begun = System.nanoTime();
      CompletableFuture<?> query = transport.send(get(SECURE, BRIEF));

      ProxyTimeoutException late = failure(query, ProxyTimeoutException.class);

      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .isBetween(BRIEF, BRIEF.plusSeconds(20));
      assertThat(late)
          .hasMessage(
              "expected the complete response of relay.example through the proxy 127.0.0.1:"
                  + proxy.port()
                  + " within 1000 ms, found it incomplete; try again or allow more time");
      eventually(
          "nothing is left open",
          () -> {
            assertThat(proxy.open()).isZero();
            assertThat(transport.leased()).isZero();
          });
    }
  }

  @ParameterizedTest
  @CsvSource({"http, true", "https, true", "http, false", "https, false"})
  void endsWhenItIsCancelledOrInterrupted(String scheme, boolean cancelled) throws Exception {
    URI uri = URI.create(scheme + "://relay.example/v1/1");
    try (LoopbackProxy proxy =
            LoopbackProxy.start((head, client) -> client.getInputStream().readAllBytes());
        HttpTransport transport = through(at(proxy))) {
      CompletableFuture<?> query = cancelled ? transport.send(get(uri)) : null;
      CountDownLatch ended = new CountDownLatch(1);
      Thread caller = new Thread(() -> waitFor(transport, uri, ended), "caller");
      if (!cancelled) {
        caller.start();
      }
      eventually("the proxy got the request", () -> assertThat(proxy.heads()).hasSize(1));

      if (cancelled) {
        query.cancel(true);
      } else {
        caller.interrupt();
        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
      }

      eventually(
          "nothing is left open",
          () -> {
            assertThat(proxy.open()).isZero();
            assertThat(transport.leased()).isZero();
          });
    }
    eventually("no thread is left", () -> assertThat(threads()).isEmpty());
  }

  private static void waitFor(HttpTransport transport, URI uri, CountDownLatch ended) {
    Throwable failed =
        catchThrowable(() -> transport.sendAndWait(get(uri), response -> response.httpStatus()));
    if (failed instanceof InterruptedException) {
      ended.countDown();
    }
  }
}
