package io.github.reelay.transport;

import static io.github.reelay.transport.Queries.eventually;
import static io.github.reelay.transport.Queries.failure;
import static io.github.reelay.transport.Queries.get;
import static io.github.reelay.transport.Queries.response;
import static io.github.reelay.transport.Queries.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.network.NetworkSettings;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpTransportTlsTest {

  private static final String UNTRUSTED =
      "expected a trusted TLS connection to %s, found none (%s); check the base URL and the"
          + " certificate";

  private static TestTls tls;

  private final HttpTransport transport =
      HttpTransport.create(
          TransportLimits.defaults(),
          () ->
              NetworkSettings.defaults()
                  .withDnsResolver(FakeDns.to127001(host -> {}))
                  .withSslContext(tls.client()));

  @BeforeAll
  static void makeCertificate(@TempDir Path folder) throws Exception {
    tls = TestTls.in(folder);
  }

  @AfterEach
  void close() {
    transport.close();
  }

  @Test
  void queriesOverTlsAndKeepsTheConnection() throws Exception {
    try (ScriptedServer server = overTls(connection -> connection.respondAll("{}"))) {

      assertThat(text(response(transport.send(get(server.uri("relay.example", "/1"))))))
          .isEqualTo("{}");
      assertThat(text(response(transport.send(get(server.uri("relay.example", "/2"))))))
          .isEqualTo("{}");

      assertThat(server.accepted()).isEqualTo(1);
      assertThat(transport.idle()).isEqualTo(1);
    }
  }

  @Test
  void refusesACertificateOfAnotherHost() throws Exception {
    try (ScriptedServer server = overTls(connection -> connection.respondAll("{}"))) {

      SSLException failure =
          failure(transport.send(get(server.uri("other.example", "/"))), SSLException.class);

      assertThat(failure)
          .hasMessage(
              UNTRUSTED.formatted("other.example", SSLHandshakeException.class.getSimpleName()));
      assertThat(server.heads()).isEmpty();
      assertThat(transport.leased() + transport.idle()).isZero();
    }
  }

  @Test
  void refusesACertificateThatNobodyVouchesFor() throws Exception {
    try (HttpTransport usual = HttpTransport.create();
        ScriptedServer server = overTls(connection -> connection.respondAll("{}"))) {

      SSLException failure = failure(usual.send(get(server.uri("/"))), SSLException.class);

      assertThat(failure)
          .hasMessage(
              UNTRUSTED.formatted("127.0.0.1", SSLHandshakeException.class.getSimpleName()));
      assertThat(server.heads()).isEmpty();
    }
  }

  @Test
  void refusesAServerThatDoesNotSpeakTls() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.pretendingTls(connection -> connection.say("HTTP/1.1 ").stall())) {

      SSLException failure = failure(transport.send(get(server.uri("/"))), SSLException.class);

      assertThat(failure).hasMessage(UNTRUSTED.formatted("127.0.0.1", "SSLException"));
      eventually("the connection is closed", () -> assertThat(server.open()).isZero());
      assertThat(transport.leased()).isZero();
    }
  }

  @Test
  void endsAtTheDeadlineAndByCancellingOnAReusedConnection() throws Exception {
    try (ScriptedServer server = overTls(ServerConnection::stallOrRespond)) {
      response(transport.send(get(server.uri("relay.example", "/"))));
      HttpRequest brief = get(server.uri("relay.example", "/stall"), Duration.ofSeconds(2));
      failure(transport.send(brief), InterruptedIOException.class);
      eventually("the reused connection is closed", () -> assertThat(server.open()).isZero());
      response(transport.send(get(server.uri("relay.example", "/"))));
      CompletableFuture<RecordedResponse> stall =
          transport.send(get(server.uri("relay.example", "/stall")));
      eventually("the query has arrived", () -> assertThat(server.heads()).hasSize(4));

      stall.cancel(true);

      eventually("the reused connection is closed", () -> assertThat(server.open()).isZero());
      assertThat(server.accepted()).isEqualTo(2);
      assertThat(transport.leased() + transport.idle()).isZero();
    }
  }

  private static ScriptedServer overTls(ScriptedServer.Script script) throws Exception {
    return ScriptedServer.overTls(tls.server(), script);
  }
}
