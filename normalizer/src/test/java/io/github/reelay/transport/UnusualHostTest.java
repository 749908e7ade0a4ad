package io.github.reelay.transport;

import static io.github.reelay.transport.Queries.failure;
import static io.github.reelay.transport.Queries.get;
import static io.github.reelay.transport.Queries.response;
import static io.github.reelay.transport.Queries.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.network.NetworkSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Issue 8, item 11: hosts that {@link URI} takes for none, over real sockets. */
class UnusualHostTest {
  @TempDir private static Path keys;
  private static TestTls tls;

  private final List<String> resolved = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void certify() throws Exception {
    tls = TestTls.in(keys);
  }

  private HttpTransport transport() {
    return HttpTransport.create(
        TransportLimits.defaults(),
        () ->
            NetworkSettings.defaults()
                .withDnsResolver(FakeDns.to127001(resolved::add))
                .withSslContext(tls.client()));
  }

  private void query(HttpTransport transport, ScriptedServer server) throws Exception {
    URI uri = server.uri("relay_1.odd.example", "/v1");

    assertThat(uri.getHost()).isNull();
    assertThat(text(response(transport.send(get(uri))))).isEqualTo("{}");
    assertThat(server.heads().element()).contains("Host: relay_1.odd.example:");
    assertThat(resolved).containsExactly("relay_1.odd.example");
  }

  @DisplayName("A host with an underscore is looked up and named as it is written")
  @Test
  void queriesAHostWithAnUnderscore() throws Exception {
    try (HttpTransport transport = transport();
        ScriptedServer server = ScriptedServer.playing(connection -> connection.respondAll("{}"))) {
      query(transport, server);
    }
  }

  @DisplayName("A host with an underscore is requested over TLS, and its certificate is checked")
  @Test
  void queriesItOverTls() throws Exception {
    try (HttpTransport transport = transport();
        ScriptedServer server =
            ScriptedServer.overTls(tls.server(), connection -> connection.respondAll("{}"))) {
      query(transport, server);
    }
  }

  @DisplayName("A certificate of another host is refused for a host with an underscore as well")
  @Test
  void refusesAnotherHost() throws Exception {
    try (HttpTransport transport = transport();
        ScriptedServer server =
            ScriptedServer.overTls(tls.server(), connection -> connection.respondAll("{}"))) {
      SSLException failure =
          failure(
              transport.send(get(server.uri("relay_1.other.example", "/"))), SSLException.class);

      assertThat(failure)
          .hasMessage(
              "expected a trusted TLS connection to relay_1.other.example, found none"
                  + " (SSLPeerUnverifiedException); check the base URL and the certificate");
      assertThat(server.heads()).isEmpty();
    }
  }
}
