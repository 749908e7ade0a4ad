package io.github.reelay.transport;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.internal.Lazy;
import io.github.reelay.network.NetworkSettings;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The default {@link Transport}: HTTP/1.1 over pooled connections, one thread per query in flight,
 * and one deadline per query, at which it ends whatever it is doing. A connection is checked before
 * each use: one that is closed, or that has sent bytes without a request, is not used again.
 *
 * <p>It follows no redirect, repeats no request, keeps no cookie and meets no challenge for
 * credentials. It uses a proxy only if {@link NetworkSettings} name one. It accepts gzip and
 * inflates it; the headers {@code Content-Encoding} and {@code Content-Length} of an inflated body
 * are left out, and an {@code Accept-Encoding} of the caller's is replaced. Header names of a
 * response are found whatever their case.
 *
 * <p>Queries beyond {@link TransportLimits#connectionsPerRoute()} wait for a permit, and their
 * deadline counts meanwhile. A name service that hangs cannot be interrupted: the query fails at
 * its deadline all the same, and keeps its permit until the name service returns. An address
 * written as text is not looked up.
 *
 * <p>A body of more than {@link TransportLimits#smallBody()} bytes is read while no other such body
 * is: its query waits for a permit, its deadline counts meanwhile, and queries with small bodies go
 * on. The permit is released when the body has been read, and with {@link #send(HttpRequest,
 * Function)} when the reader has returned. So 64 queries hold 64 MiB of bodies and one of 8 MiB at
 * most. A body of unknown length takes its size twice for the moment in which its pieces are
 * joined.
 *
 * <p>A future fails with: {@link java.io.InterruptedIOException} if the deadline passed, {@link
 * java.net.UnknownHostException}, {@link java.net.ConnectException} if the connection is not
 * accepted, {@link javax.net.ssl.SSLException} if it cannot be trusted, {@link
 * java.net.MalformedURLException} or {@link java.net.ProtocolException} if the request cannot be
 * sent as it is written, and another {@link java.io.IOException} for a response that is cut short,
 * damaged or beyond the limits, for a proxy that gives no connection, and for a transport that was
 * closed. A message names the host and the proxy, and neither path, query, header values nor the
 * proxy's credentials.
 *
 * <p>Futures complete on threads of the transport, or on the one that closes it: work that blocks
 * is better attached with an executor. The first query starts threads; creating a transport starts
 * none. Safe for use by many threads.
 */
public final class HttpTransport implements Transport {

  private final TransportLimits limits;
  private final Lazy<Dispatcher> dispatcher;

  private HttpTransport(TransportLimits limits, Supplier<NetworkSettings> network) {
    this.limits = Objects.requireNonNull(limits, "limits");
    this.dispatcher =
        new Lazy<>("transport") {
          @Override
          protected Dispatcher make() {
            return new Dispatcher(limits, network);
          }
        };
  }

  /** A transport with the default limits. */
  public static HttpTransport create() {
    return create(TransportLimits.defaults());
  }

  /** A transport with limits of your own. */
  public static HttpTransport create(TransportLimits limits) {
    return create(limits, NetworkSettings::defaults);
  }

  /**
   * A transport with limits and network settings of your own: a proxy, a context for TLS, a
   * resolver.
   */
  public static HttpTransport create(TransportLimits limits, NetworkSettings network) {
    Objects.requireNonNull(network, "network");
    return create(limits, () -> network);
  }

  /** A transport that gets its network settings from the supplier at the first query. */
  static HttpTransport create(TransportLimits limits, Supplier<NetworkSettings> network) {
    return new HttpTransport(limits, network);
  }

  /**
   * {@inheritDoc}
   *
   * <p>After {@link #close()} the future has failed already, with an {@link java.io.IOException}.
   */
  @Override
  public CompletableFuture<RecordedResponse> send(HttpRequest request) {
    return send(request, Function.identity());
  }

  /**
   * {@inheritDoc}
   *
   * <p>The reader runs on a thread of the transport, before the deadline of the query is over; a
   * large body keeps its permit until the reader returns.
   */
  @Override
  public <T> CompletableFuture<T> send(HttpRequest request, Function<RecordedResponse, T> reader) {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(reader, "reader");
    Dispatcher running = dispatcher.unlessClosed();
    return running == null
        ? CompletableFuture.failedFuture(
            TransportErrors.closed(RequestHead.host(request.url().server())))
        : running.send(request, reader);
  }

  /**
   * The same, and waits for the response. All of it runs on the calling thread, except the look-up
   * of a name: that runs on a thread of the transport, because a name service that hangs cannot be
   * interrupted.
   *
   * @return what the reader returns
   * @throws ExecutionException with what that future would fail with
   * @throws InterruptedException if the thread is interrupted; the request is aborted then
   */
  public <T> T sendAndWait(HttpRequest request, Function<RecordedResponse, T> reader)
      throws ExecutionException, InterruptedException {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(reader, "reader");
    Dispatcher running = dispatcher.unlessClosed();
    if (running == null) {
      throw new ExecutionException(
          TransportErrors.closed(RequestHead.host(request.url().server())));
    }
    return running.sendAndWait(request, reader);
  }

  /**
   * Fails the queries in flight with an {@link java.io.IOException}, closes every connection and
   * ends the threads. All futures are done when it returns; a thread that waits for a name service
   * ends when that returns. Closing again does nothing.
   */
  @Override
  public void close() {
    Dispatcher running = dispatcher.close();
    if (running != null) {
      running.close();
    }
  }

  /** How many connections are in use, for tests. */
  int leased() {
    Dispatcher running = dispatcher.unlessClosed();
    return running == null ? 0 : running.pool().leased();
  }

  /** How many connections are open and unused, for tests. */
  int idle() {
    Dispatcher running = dispatcher.unlessClosed();
    return running == null ? 0 : running.pool().idle();
  }

  /** Names the limits. */
  @Override
  public String toString() {
    return "HttpTransport[" + limits + "]";
  }
}
