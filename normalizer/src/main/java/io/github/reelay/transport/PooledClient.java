package io.github.reelay.transport;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The HTTP client and its connections: everything it does on its own is switched off. It has no
 * time-outs either: one deadline outside covers them all.
 */
final class PooledClient implements AutoCloseable {

  /** Longer than any deadline; the client takes zero for "do not wait for a connection". */
  private static final Timeout UNTIL_ABORTED = Timeout.ofDays(365);

  private final PoolingHttpClientConnectionManager pool;
  private final CloseableHttpClient client;
  private final TimeValue keepIdle;

  PooledClient(TransportLimits limits, Network network) {
    this.keepIdle = millis(limits.keepIdle());
    this.pool = pool(limits, network);
    this.client =
        HttpClientBuilder.create()
            .setConnectionManager(pool)
            .setDefaultRequestConfig(requestConfig())
            .setUserAgent(limits.userAgent())
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .disableConnectionState()
            .build();
  }

  /** Blocks until the head of the answer is there; the body is then read from it. */
  ClassicHttpResponse open(HttpUriRequestBase request) throws IOException {
    HttpClientContext context = HttpClientContext.create();
    context.setAttribute(GuardedConnector.REQUEST, request);
    return client.executeOpen(null, request, context);
  }

  /** Closes the connections that nobody has used for a while. */
  void closeIdle() {
    pool.closeExpired();
    pool.closeIdle(keepIdle);
  }

  /** How many connections are in use. */
  int leased() {
    return pool.getTotalStats().getLeased();
  }

  /** How many connections wait for their next use. */
  int idle() {
    return pool.getTotalStats().getAvailable();
  }

  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
  }

  private static PoolingHttpClientConnectionManager pool(TransportLimits limits, Network network) {
    Http1Config head = head(limits);
    AtomicLong count = new AtomicLong();
    PoolingHttpClientConnectionManager pool =
        new PoolingHttpClientConnectionManager(
            new GuardedConnector(network),
            PoolConcurrencyPolicy.STRICT,
            PoolReusePolicy.LIFO,
            TimeValue.NEG_ONE_MILLISECOND,
            socket -> new GuardedConnection("reelay-" + count.incrementAndGet(), head));
    pool.setMaxTotal(Integer.MAX_VALUE);
    pool.setDefaultMaxPerRoute(limits.connectionsPerRoute());
    pool.setDefaultSocketConfig(
        SocketConfig.custom().setSoTimeout(Timeout.DISABLED).setTcpNoDelay(true).build());
    pool.setDefaultConnectionConfig(
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.DISABLED)
            .setSocketTimeout(Timeout.DISABLED)
            .setValidateAfterInactivity(millis(limits.validateAfter()))
            .build());
    return pool;
  }

  private static Http1Config head(TransportLimits limits) {
    // The client refuses what reaches its limits, and counts the CR LF of a line.
    return Http1Config.custom()
        .setMaxHeaderCount(limits.maxHeaders() + 1)
        .setMaxLineLength(limits.maxHeaderLine() + 2)
        .build();
  }

  private static RequestConfig requestConfig() {
    return RequestConfig.custom()
        .setConnectionRequestTimeout(UNTIL_ABORTED)
        .setRedirectsEnabled(false)
        .setAuthenticationEnabled(false)
        .setContentCompressionEnabled(false)
        .setExpectContinueEnabled(false)
        .setProtocolUpgradeEnabled(false)
        .build();
  }

  private static TimeValue millis(Duration duration) {
    return TimeValue.ofMilliseconds(duration.toMillis());
  }
}
