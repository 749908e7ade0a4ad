package io.github.reelay.transport;

import static io.github.reelay.transport.Queries.eventually;
import static io.github.reelay.transport.Queries.failure;
import static io.github.reelay.transport.Queries.get;
import static io.github.reelay.transport.Queries.threads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.reelay.internal.http.ProxyException;
import io.github.reelay.network.HttpProxy;
import io.github.reelay.network.NetworkSettings;
import io.github.reelay.sandbox.LoopbackProxy;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries through a proxy that does not what it should. */
class ProxyFailureTest {
  private static final String SECRET = "never-to-be-seen";
  private static final URI SECURE = URI.create("https://relay.example/v1/1");
  private static final URI PLAIN = URI.create("http://relay.example/v1/1");

  /** What it sends in place of a response to CONNECT, and how that is called. */
  static final List<String[]> NONSENSE =
      List.of(
          new String[] {"", "it hangs up without a response"},
          new String[] {"HTTP/1.1 200 OK\r\nVia: 1", "its response ends early"},
          new String[] {"SSH-2.0-OpenSSH_9.2\r\n\r\n\r\n", "its response is not one of a proxy"},
          new String[] {"HTTP/1.1 101 Switching\r\n\r\n", "its response is not one of a proxy"},
          new String[] {
            "HTTP/1.1 100 Continue\r\n\r\n".repeat(200), "its response is not one of a proxy"
          },
          new String[] {"HTTP/1.1 200 OK\r\n\r\nhello", "its response is not one of a proxy"},
          new String[] {
            "HTTP/1.1 200 OK\r\n" + "X: 1\r\n".repeat(300),
            "its response has more or longer header lines than allowed"
          },
          new String[] {
            "HTTP/1.1 200 " + "x".repeat(20_000),
            "its response has more or longer header lines than allowed"
          });

  private static HttpTransport through(HttpProxy proxy) {
    return HttpTransport.create(
        TransportLimits.defaults(), NetworkSettings.defaults().withProxy(proxy));
  }

  private static HttpProxy at(LoopbackProxy proxy) {
    return HttpProxy.of("127.0.0.1", proxy.port());
  }

  private static String sentence(LoopbackProxy proxy, String rest) {
    return "expected a complete response from relay.example, found no connection through the proxy"
        + " 127.0.0.1:"
        + proxy.port()
        + ": "
        + rest;
  }

  private static ProxyException refusal(LoopbackProxy proxy, HttpProxy settings, URI uri)
      throws Exception {
    try (HttpTransport transport = through(settings)) {
      ProxyException failure = failure(transport.send(get(uri)), ProxyException.class);
      eventually(
          "nothing is left open",
          () -> {
            assertThat(proxy.open()).isZero();
            assertThat(transport.leased()).isZero();
          });
      assertThat(transport.idle()).isZero();
      return failure;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 302, 304, 400, 401, 403, 404, 405, 410, 451, 499})
  void saysThatItRefuses(int status) throws Exception {
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
  void saysThatItFailsForNow(int status) throws Exception {
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
  void saysWhatIsNoResponseOfAProxy(String said, String reason) throws Exception {
    LoopbackProxy.Script script =
        (head, client) -> {
          client.getOutputStream().write(said.getBytes(StandardCharsets.ISO_8859_1));
          client.shutdownOutput();
          client.getInputStream().readAllBytes();
        };
    try (LoopbackProxy proxy = LoopbackProxy.start(script)) {
      ProxyException failure = refusal(proxy, at(proxy), SECURE);

      String advice =
          reason.endsWith("not one of a proxy")
              ? "; check the host and the port of the proxy"
              : "; try again, or ask who runs the proxy";
      assertThat(failure).hasMessage(sentence(proxy, reason + advice));
      assertThat(failure.isLasting()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void saysWhatToSetWhereItRequiresCredentials(String scheme) throws Exception {
    URI uri = URI.create(scheme + "://relay.example/v1/1");
    String challenge = "HTTP/1.1 407 Auth\r\nProxy-Authenticate: Basic realm=\"secret\"\r\n\r\n";
    try (LoopbackProxy proxy = LoopbackProxy.saying(challenge)) {
      assertThat(refusal(proxy, at(proxy), uri))
          .hasMessage(
              sentence(
                  proxy,
                  "it requires a user and a password (status 407); set them, as in"
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
  void saysThatItCannotBeReached() throws Exception {
    try (Socket silent = Queries.takingAPort();
        HttpTransport transport = through(HttpProxy.of("127.0.0.1", silent.getLocalPort()))) {
      for (URI uri : new URI[] {PLAIN, SECURE}) {
        assertThat(failure(transport.send(get(uri)), ProxyException.class))
            .hasMessage(
                "expected a complete response from relay.example, found no connection through the"
                    + " proxy 127.0.0.1:"
                    + silent.getLocalPort()
                    + ": it accepts no connection; check the host and the port of the proxy");
      }
    }
  }

  @Test
  void saysThatItsNameHasNoAddress() throws Exception {
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
              "expected a complete response from relay.example, found no connection through the"
                  + " proxy proxy.corp:3128: its name has no address; check the host and the port"
                  + " of the proxy");
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
      eventually("nothing is left open", () -> assertThat(proxy.open()).isZero());
    }
    eventually("no thread is left", () -> assertThat(threads()).isEmpty());
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
