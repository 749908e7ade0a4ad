package io.github.reelay.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Connects only for queries that are still wanted. An abort between leasing and connecting leaves
 * the client with a connection outside its pool, which nobody would close.
 */
final class GuardedConnector extends DefaultHttpClientConnectionOperator {

  /** Where the context of a query holds its request. */
  static final String REQUEST = "reelay.request";

  GuardedConnector(Network network) {
    super(
        null,
        network.dns(),
        RegistryBuilder.<org.apache.hc.client5.http.ssl.TlsSocketStrategy>create()
            .register("https", network.tls())
            .build());
  }

  @Override
  public void connect(
      ManagedHttpClientConnection connection,
      HttpHost host,
      @Nullable NamedEndpoint name,
      @Nullable Path unixSocket,
      @Nullable InetSocketAddress localAddress,
      @Nullable Timeout timeout,
      SocketConfig socketConfig,
      @Nullable Object attachment,
      HttpContext context)
      throws IOException {
    if (context.getAttribute(REQUEST) instanceof CancellableDependency request
        && request.isCancelled()) {
      throw new InterruptedIOException("expected a query to connect for, found it aborted");
    }
    super.connect(
        connection,
        host,
        name,
        unixSocket,
        localAddress,
        timeout,
        socketConfig,
        attachment,
        context);
  }
}
