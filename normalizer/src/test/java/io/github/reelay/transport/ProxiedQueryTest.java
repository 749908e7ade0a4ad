package io.github.reelay.transport;

import static io.github.reelay.transport.Queries.eventually;
import static io.github.reelay.transport.Queries.failure;
import static io.github.reelay.transport.Queries.get;
import static io.github.reelay.transport.Queries.response;
import static io.github.reelay.transport.Queries.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.network.HttpProxy;
import io.github.reelay.network.NetworkSettings;
import io.github.reelay.sandbox.LoopbackProxy;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries through a proxy that does what it should. */
class ProxiedQueryTest {
  private static final String SECRET = "p:ss wörd";
  private static final String BASIC = "Proxy-Authorization: Basic bWU6cDpzcyB3w7ZyZA==\r\n";

  private static TestTls tls;

  private final LoopbackProxy proxy = LoopbackProxy.start();
  private final List<String> resolved = Collections.synchronizedList(new ArrayList<>());
  private final HttpTransport transport = through("");

  @BeforeAll
  static void makeCertificate(@TempDir Path folder) throws Exception {
    tls = TestTls.in(folder);
  }

  @AfterEach
  void close() throws Exception {
    transport.close();
    proxy.close();
  }

  /** The name service knows the proxy, and hosts that go without it. */
  private HttpTransport through(String nonProxyHosts) {
    HttpProxy named =
        HttpProxy.of("proxy.corp", proxy.port())
            .withCredentials("me", SECRET)
            .withNonProxyHosts(nonProxyHosts);
    return HttpTransport.create(
        TransportLimits.defaults(),
        NetworkSettings.defaults()
            .withProxy(named)
            .withSslContext(tls.client())
            .withDnsResolver(this::resolve));
  }

  private InetAddress[] resolve(String host) throws UnknownHostException {
    resolved.add(host);
    return new InetAddress[] {InetAddress.getByName("127.0.0.1")};
  }

  @Test
  void sendsTheWholeUrlOfAPlainQueryAndKeepsTheConnection() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.playing(connection -> connection.respondAll("{}"))) {
      URI uri = server.uri("Relay.example", "/v1/a%2Fb//?id=1&x=%2e");
      for (int i = 0; i < 3; i++) {
        Map<String, String> key = Map.of("Authorization", "Bearer key");
        HttpRequest query = new HttpRequest(uri, key, Queries.PATIENT, 1_000);
        assertThat(text(response(transport.send(query)))).isEqualTo("{}");
      }

      String request =
          " HTTP/1.1\r\nHost: Relay.example:%d\r\nAuthorization: Bearer key\r\n"
                  .formatted(uri.getPort())
              + "User-Agent: Reelay/0.1\r\nAccept-Encoding: gzip\r\nConnection: keep-alive\r\n";
      assertThat(proxy.heads()).hasSize(3).containsOnly("GET " + uri + request + BASIC + "\r\n");
      assertThat(server.accepted()).isEqualTo(1);
      assertThat(resolved).containsExactly("proxy.corp");
    }
  }

  @Test
  void opensATunnelForASecureQueryAndKeepsIt() throws Exception {
    try (ScriptedServer server = secure()) {
      for (int i = 0; i < 3; i++) {
        URI uri = server.uri("relay.example", "/v1/" + i);
        HttpRequest query =
            new HttpRequest(uri, Map.of("Authorization", "Bearer key"), Queries.PATIENT, 1_000);
        assertThat(text(response(transport.send(query)))).isEqualTo("{}");
      }

      String to = "relay.example:" + server.uri("/").getPort();
      assertThat(proxy.heads())
          .containsExactly("CONNECT " + to + " HTTP/1.1\r\nHost: " + to + "\r\n" + BASIC + "\r\n");
      assertThat(server.accepted()).isEqualTo(1);
      assertThat(server.heads())
          .hasSize(3)
          .allMatch(head -> head.startsWith("GET /v1/") && head.contains("Bearer key"))
          .noneMatch(head -> head.contains("Proxy-"));
      assertThat(resolved).containsExactly("proxy.corp");
    }
  }

  @Test
  void blocksOnTheCallersThreadOverAKeptTunnelToo() throws Exception {
    try (ScriptedServer server = secure()) {
      HttpRequest query = get(server.uri("relay.example", "/"));

      assertThat(transport.sendAndWait(query, Queries::text)).isEqualTo("{}");
      Thread reader = transport.sendAndWait(query, response -> Thread.currentThread());
      assertThat(reader).isSameAs(Thread.currentThread());
      assertThat(proxy.heads()).hasSize(1);
    }
  }

  @Test
  void comparesTheNameOfTheHostInATunnelToo() throws Exception {
    try (ScriptedServer server = secure()) {
      URI uri = server.uri("other.example", "/");

      SSLException failure = failure(transport.send(get(uri)), SSLException.class);

      assertThat(failure)
          .hasMessage(
              "expected a trusted TLS connection to other.example through the proxy proxy.corp:"
                  + proxy.port()
                  + ", found none (SSLHandshakeException); check the base URL and the certificate");
      assertThat(server.heads()).isEmpty();
      eventually(
          "nothing is left open",
          () -> {
            assertThat(proxy.open()).isZero();
            assertThat(server.open()).isZero();
          });
    }
  }

  @Test
  void namesAHostWithAnUnderscoreThroughATunnel() throws Exception {
    try (ScriptedServer server = secure()) {
      assertThat(text(response(transport.send(get(server.uri("my_relay.odd.example", "/"))))))
          .isEqualTo("{}");
      assertThat(proxy.heads()).hasSize(2); // a server in Java refuses the greeting first
    }
  }

  @Test
  void trustsNobodyElseThroughATunnel() throws Exception {
    NetworkSettings usual =
        NetworkSettings.defaults().withProxy(HttpProxy.of("127.0.0.1", proxy.port()));
    try (HttpTransport distrusting = HttpTransport.create(TransportLimits.defaults(), usual);
        ScriptedServer server = secure()) {
      failure(distrusting.send(get(server.uri("relay.example", "/"))), SSLException.class);

      assertThat(server.heads()).isEmpty();
      assertThat(proxy.heads()).hasSize(1).noneMatch(head -> head.contains("Authorization"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "relay.example, *, true",
    "relay.example, RELAY.example, true",
    "a.b.corp, '.example,.corp', true",
    "relay.example, other.example, false",
    "127.0.0.1, '', true", // an address is not resolved
    "localhost, '', true",
    "api.localhost, '', true"
  })
  void connectsWithoutTheProxyWhereItShall(String host, String nonProxyHosts, boolean direct)
      throws Exception {
    try (HttpTransport partly = through(nonProxyHosts);
        ScriptedServer server = ScriptedServer.playing(connection -> connection.respondAll("{}"))) {
      response(partly.send(get(server.uri(host, "/1"))));
      response(partly.send(get(server.uri(host, "/2"))));

      assertThat(proxy.heads()).hasSize(direct ? 0 : 2);
      assertThat(server.heads()).hasSize(2).allMatch(head -> head.startsWith("GET /"));
      String name = direct ? host : "proxy.corp";
      assertThat(resolved).isEqualTo(name.equals("127.0.0.1") ? List.of() : List.of(name));
      if (direct) {
        assertThat(server.heads()).noneMatch(head -> head.contains("Proxy-"));
      }
    }
  }

  /** A connection to the proxy that serves one host is not used for another. */
  @Test
  void keepsConnectionsByRoute() throws Exception {
    try (HttpTransport partly = through("direct.example");
        ScriptedServer server = ScriptedServer.playing(connection -> connection.echoAll())) {
      List<String> hosts = List.of("a.example", "direct.example", "b.example");
      for (int round = 0; round < 3; round++) {
        for (String host : hosts) {
          String path = "/" + host + "/" + round;
          assertThat(text(response(partly.send(get(server.uri(host, path)))))).isEqualTo(path);
        }
      }

      assertThat(server.accepted()).isEqualTo(3);
      assertThat(partly.idle()).isEqualTo(3);
      assertThat(proxy.heads())
          .hasSize(6)
          .noneMatch(head -> head.contains("direct.example"))
          .allMatch(head -> head.contains("Proxy-Authorization"));
    }
  }

  @Test
  void usesAnotherContextForTlsWithoutAProxy() throws Exception {
    NetworkSettings own =
        NetworkSettings.defaults()
            .withSslContext(tls.client())
            .withDnsResolver(host -> InetAddress.getAllByName("127.0.0.1"));
    try (HttpTransport trusting = HttpTransport.create(TransportLimits.defaults(), own);
        HttpTransport usual =
            HttpTransport.create(TransportLimits.defaults(), own.withSslContext(null));
        ScriptedServer server = secure()) {
      HttpRequest query = get(server.uri("relay.example", "/"));

      assertThat(text(response(trusting.send(query)))).isEqualTo("{}");
      failure(usual.send(query), SSLException.class);
      assertThat(server.heads()).hasSize(1);
    }
  }

  @Test
  void takesNothingFromAResolverThatGivesNothing() throws Exception {
    for (InetAddress[] nothing : new InetAddress[][] {null, {}, {null}}) {
      NetworkSettings own = NetworkSettings.defaults().withDnsResolver(host -> nothing);
      try (HttpTransport lost = HttpTransport.create(TransportLimits.defaults(), own)) {
        URI uri = URI.create("http://relay.example:1/");
        assertThat(failure(lost.send(get(uri)), UnknownHostException.class))
            .hasMessage(
                "expected an address for relay.example, found none; check the base URL and the"
                    + " network");
      }
    }
  }

  private static ScriptedServer secure() throws Exception {
    return ScriptedServer.overTls(tls.server(), connection -> connection.respondAll("{}"));
  }
}
