package io.github.reelay.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InterruptedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.junit.jupiter.api.Test;

class GuardedConnectorTest {

  private final AtomicInteger asked = new AtomicInteger();
  private final GuardedConnector connector =
      new GuardedConnector(
          new Network(
              FakeDns.to127001(host -> asked.incrementAndGet()),
              DefaultClientTlsStrategy.createDefault()));

  @Test
  void connectsNothingForAQueryThatWasAborted() {
    HttpUriRequestBase request = new HttpUriRequestBase("GET", URI.create("http://relay.example/"));
    HttpClientContext context = HttpClientContext.create();
    context.setAttribute(GuardedConnector.REQUEST, request);
    GuardedConnection connection = new GuardedConnection("1", Http1Config.DEFAULT);
    HttpHost host = new HttpHost("http", "relay.example", 1);

    request.cancel();

    assertThatThrownBy(
            () ->
                connector.connect(
                    connection, host, null, null, null, null, SocketConfig.DEFAULT, null, context))
        .isInstanceOf(InterruptedIOException.class)
        .hasMessage("expected a query to connect for, found it aborted");
    assertThat(asked).hasValue(0);
  }

  @Test
  void closesASocketThatComesAfterTheConnectionWasClosed() throws Exception {
    GuardedConnection connection = new GuardedConnection("1", Http1Config.DEFAULT);
    try (ServerSocket server = new ServerSocket(0);
        Socket late = new Socket(server.getInetAddress(), server.getLocalPort())) {
      connection.close();

      assertThatThrownBy(() -> connection.bind(late)).isInstanceOf(InterruptedIOException.class);

      assertThat(late.isClosed()).isTrue();
    }
  }
}
