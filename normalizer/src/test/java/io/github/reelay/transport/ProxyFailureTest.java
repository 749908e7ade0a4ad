package io.github.reelay.transport;

import static io.github.reelay.transport.Queries.eventually;
import static io.github.reelay.transport.Queries.failure;
import static io.github.reelay.transport.Queries.get;
import static io.github.reelay.transport.Queries.threads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.reelay.internal.http.ProxyException;
import io.github.reelay.internal.http.ProxyTimeoutException;
import io.github.reelay.network.HttpProxy;
import io.github.reelay.network.NetworkSettings;
import io.github.reelay.sandbox.LoopbackProxy;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries through a proxy that does not what it should. */
class ProxyFailureTest {
  private static final String SECRET = "never-to-be-seen";
  private static final URI SECURE = URI.create("https://relay.example/v1/1");
  private static final URI PLAIN = URI.create("http://relay.example/v1/1");
  private static final Duration BRIEF = Duration.ofMillis(300);

  /** What it sends in place of an answer to CONNECT, and how that is called. */
  static final List<String[]> NONSENSE =
      List.of(
          new String[] {"", "it hangs up without an answer"},
          new String[] {"HTTP/1.1 200 OK\r\nVia: 1", "its answer ends early"},
          new String[] {"SSH-2.0-OpenSSH_9.2\r\n\r\n\r\n", "its answer is none of a proxy"},
          new String[] {"HTTP/1.1 101 Switching\r\n\r\n", "its answer is none of a proxy"},
          new String[] {
            "HTTP/1.1 100 Continue\r\n\r\n".repeat(200), "its answer is none of a proxy"
          },
          new String[] {"HTTP/1.1 200 OK\r\n\r\nhello", "its answer is none of a proxy"},
          new String[] {
            "HTTP/1.1 200 OK\r\n" + "X: 1\r\n".repeat(300),
            "its answer has more or longer header lines than allowed"
          },
          new String[] {
            "HTTP/1.1 200 " + "x".repeat(20_000),
            "its answer has more or longer header lines than allowed"
          });

  private static HttpTransport through(HttpProxy proxy) {
    return HttpTransport.create(
        TransportLimits.defaults(), NetworkSettings.defaults().withProxy(proxy));
  }

  private static HttpProxy at(LoopbackProxy proxy) {
    return HttpProxy.of("127.0.0.1", proxy.port());
  }

  private static String sentence(LoopbackProxy proxy, String rest) {
    return "expected a complete answer from relay.example, found no connection through the proxy"
        + " 127.0.0.1:"
        + proxy.port()
        + ": "
        + rest;
  }

  private static ProxyException refusal(LoopbackProxy proxy, HttpProxy settings, URI uri)
      throws Exception {
    try (HttpTransport transport = through(settings)) {
      ProxyException failure = failure(transport.send(get(uri)), ProxyException.class);
      eventually("nothing is left open", () -> proxy.open() == 0 && transport.leased() == 0);
      assertThat(transport.idle()).isZero();
      return failure;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 302, 304, 400, 401, 403, 404, 405, 410, 451, 499})
  void isToldThatItRefuses(int status) throws Exception {
    String body = "\r\nContent-Length: 12\r\n\r\n{\"secret\":1}";
    try (LoopbackProxy proxy = LoopbackProxy.saying("HTTP/1.1 " + status + " Secret" + body)) {
      ProxyException failure = refusal(proxy, at(proxy), SECURE);

      assertThat(failure)
          .hasMessage(
              sentence(
                  proxy,
                  "it refuses the connection (status "
                      + status
                      + "); ask who runs the proxy to allow this host and port"));
      assertThat(failure.isLasting()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504, 599})
  void isToldThatItFailsForNow(int status) throws Exception {
    try (LoopbackProxy proxy = LoopbackProxy.saying("HTTP/1.1 " + status + " Secret\r\n\r\n")) {
      ProxyException failure = refusal(proxy, at(proxy), SECURE);

      assertThat(failure)
          .hasMessage(
              sentence(
                  proxy,
                  "it refuses the connection (status "
                      + status
                      + "); try again, or ask who runs the proxy"));
      assertThat(failure.isLasting()).isFalse();
    }
  }

  @ParameterizedTest
  @FieldSource("NONSENSE")
  void isToldWhatIsNoAnswerOfAProxy(String said, String reason) throws Exception {
    LoopbackProxy.Script script =
        (head, client) -> {
          client.getOutputStream().write(said.getBytes(StandardCharsets.ISO_8859_1));
          client.shutdownOutput();
          client.getInputStream().readAllBytes();
        };
    try (LoopbackProxy proxy = LoopbackProxy.start(script)) {
      ProxyException failure = refusal(proxy, at(proxy), SECURE);

      String advice =
          reason.endsWith("none of a proxy")
              ? "; check the host and the port of the proxy"
              : "; try again, or ask who runs the proxy";
      assertThat(failure).hasMessage(sentence(proxy, reason + advice));
      assertThat(failure.isLasting()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void saysWhatToSetWhereItAsksForCredentials(String scheme) throws Exception {
    URI uri = URI.create(scheme + "://relay.example/v1/1");
    String challenge = "HTTP/1.1 407 Auth\r\nProxy-Authenticate: Basic realm=\"secret\"\r\n\r\n";
    try (LoopbackProxy proxy = LoopbackProxy.saying(challenge)) {
      assertThat(refusal(proxy, at(proxy), uri))
          .hasMessage(
              sentence(
                  proxy,
                  "it asks for a user and a password (status 407); set them, as in"
                      + " http://user:password@proxy.example:3128"));
      assertThat(refusal(proxy, at(proxy).withCredentials("me", SECRET), uri))
          .hasMessage(
              sentence(
                  proxy,
                  "it does not accept the user and the password (status 407); check them, special"
                      + " characters of a URL percent-encoded"));
      assertThat(proxy.heads()).hasSize(2);
    }
  }

  @Test
  void isToldThatItCannotBeReached() throws Exception {
    int port;
    try (ServerSocket unused = new ServerSocket(0)) {
      port = unused.getLocalPort();
    }
    try (HttpTransport transport = through(HttpProxy.of("127.0.0.1", port))) {
      for (URI uri : new URI[] {PLAIN, SECURE}) {
        assertThat(failure(transport.send(get(uri)), ProxyException.class))
            .hasMessage(
                "expected a complete answer from relay.example, found no connection through the"
                    + " proxy 127.0.0.1:"
                    + port
                    + ": it accepts no connection; check the host and the port of the proxy");
      }
    }
  }

  @Test
  void isToldThatItsNameHasNoAddress() throws Exception {
    NetworkSettings network =
        NetworkSettings.defaults()
            .withProxy(HttpProxy.of("proxy.corp", 3128).withCredentials("me", SECRET))
            .withDnsResolver(
                host -> {
                  throw new UnknownHostException(host);
                });
    try (HttpTransport transport = HttpTransport.create(TransportLimits.defaults(), network)) {
      assertThat(failure(transport.send(get(SECURE)), ProxyException.class))
          .hasMessage(
              "expected a complete answer from relay.example, found no connection through the"
                  + " proxy proxy.corp:3128: its name has no address; check the host and the port"
                  + " of the proxy");
    }
  }

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
          .isBetween(BRIEF, BRIEF.plusMillis(250));
      assertThat(late)
          .hasMessage(
              "expected the complete answer of relay.example through the proxy 127.0.0.1:"
                  + proxy.port()
                  + " within 300 ms, found it incomplete; ask again or allow more time");
      eventually("nothing is left open", () -> proxy.open() == 0 && transport.leased() == 0);
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
      eventually("the proxy is asked", () -> proxy.heads().size() == 1);

      long ordered = System.nanoTime();
      if (cancelled) {
        query.cancel(true);
      } else {
        caller.interrupt();
        assertThat(ended.await(250, TimeUnit.MILLISECONDS)).isTrue();
      }

      eventually("nothing is left open", () -> proxy.open() == 0 && transport.leased() == 0);
      assertThat(System.nanoTime() - ordered).isLessThan(TimeUnit.MILLISECONDS.toNanos(250));
    }
    eventually("no thread is left", () -> threads().isEmpty());
  }

  private static void waitFor(HttpTransport transport, URI uri, CountDownLatch ended) {
    Throwable failed =
        catchThrowable(() -> transport.sendAndWait(get(uri), answer -> answer.httpStatus()));
    if (failed instanceof InterruptedException) {
      ended.countDown();
    }
  }

  @Test
  void leavesNothingBehindAfterManyFailures() throws Exception {
    try (LoopbackProxy proxy = LoopbackProxy.saying("HTTP/1.1 502 Bad\r\n\r\n");
        HttpTransport transport = through(at(proxy))) {
      for (int i = 0; i < 200; i++) {
        failure(transport.send(get(SECURE)), ProxyException.class);
      }

      assertThat(transport.leased() + transport.idle()).isZero();
      eventually("nothing is left open", () -> proxy.open() == 0);
    }
    eventually("no thread is left", () -> threads().isEmpty());
  }

  @Test
  void showsCredentialsNowhere() throws IOException {
    try (LoopbackProxy proxy = LoopbackProxy.saying("HTTP/1.1 407 Auth\r\n\r\n")) {
      HttpProxy settings = at(proxy).withCredentials("hidden-user", SECRET);
      try (HttpTransport transport = through(settings)) {
        Throwable failed = catchThrowable(() -> transport.send(get(SECURE)).get());
        String all =
            failed.toString()
                + failed.getCause()
                + settings
                + NetworkSettings.defaults().withProxy(settings)
                + transport;
        assertThat(all)
            .contains("127.0.0.1:" + proxy.port())
            .doesNotContain(
                SECRET, "hidden-user", "Basic", String.valueOf(settings.authorization()));
      }
    }
  }
}
