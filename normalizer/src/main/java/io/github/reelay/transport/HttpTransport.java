package io.github.reelay.transport;

import io.github.reelay.exchange.RecordedResponse;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The default {@link Transport}: HTTP/1.1 over pooled connections, one thread per query in flight,
 * and one deadline per query that nothing outlives. A connection is looked at before each use: one
 * that is closed, or holds what nobody asked for, is not used again.
 *
 * <p>It follows no redirect, repeats no request, keeps no cookie, answers no challenge for
 * credentials and uses no proxy. It asks for gzip and inflates it; the headers {@code
 * Content-Encoding} and {@code Content-Length} of an inflated body are left out, and an {@code
 * Accept-Encoding} of the caller's is replaced. Header names of an answer are found whatever their
 * case.
 *
 * <p>Queries beyond {@link TransportLimits#connectionsPerRoute()} wait for their turn, and their
 * deadline counts meanwhile. A name service that hangs cannot be interrupted: the query fails at
 * its deadline all the same, and keeps its place until the name service is back.
 *
 * <p>A body of more than {@link TransportLimits#smallBody()} bytes is read while no other such body
 * is: its query waits for its turn, its deadline counts meanwhile, and queries with small bodies go
 * on. The turn ends when the body has been read, and with {@link #send(HttpRequest, Function)} when
 * the reader has returned. So 64 queries hold 64 MiB of bodies and one of 8 MiB at most; only what
 * puts a body of unknown length together takes its size once more, for that moment.
 *
 * <p>What a future fails with: {@link java.io.InterruptedIOException} if the deadline passed,
 * {@link java.net.UnknownHostException}, {@link java.net.ConnectException} if nobody accepts the
 * connection, {@link javax.net.ssl.SSLException} if it cannot be trusted, {@link
 * java.net.MalformedURLException} or {@link java.net.ProtocolException} if the request cannot be
 * sent as it is written, and another {@link java.io.IOException} for an answer that is cut short,
 * damaged or beyond the limits, and for a transport that was closed. A message names the host and
 * neither path, query nor header values.
 *
 * <p>Futures complete on threads of the transport, or on the one that closes it: work that blocks
 * is better attached with an executor. The first query starts threads; creating a transport starts
 * none. Safe for use by many threads.
 */
public final class HttpTransport implements Transport {

  private final TransportLimits limits;
  private final Supplier<DnsAndTls> network;
  private final Object lock = new Object();
  private volatile @Nullable Dispatcher dispatcher;
  private boolean closed;

  private HttpTransport(TransportLimits limits, Supplier<DnsAndTls> network) {
    this.limits = Objects.requireNonNull(limits, "limits");
    this.network = network;
  }

  /** A transport with the default limits. */
  public static HttpTransport create() {
    return create(TransportLimits.defaults());
  }

  /** A transport with limits of your own. */
  public static HttpTransport create(TransportLimits limits) {
    return create(limits, DnsAndTls::ofSystem);
  }

  /** A transport with a name service and trust of its own, asked for at the first query. */
  static HttpTransport create(TransportLimits limits, Supplier<DnsAndTls> network) {
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
   * large body keeps its turn until the reader returns.
   */
  @Override
  public <T> CompletableFuture<T> send(HttpRequest request, Function<RecordedResponse, T> reader) {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(reader, "reader");
    Dispatcher running = running();
    return running == null
        ? CompletableFuture.failedFuture(TransportErrors.closed(RequestHead.host(request.uri())))
        : running.send(request, reader);
  }

  private @Nullable Dispatcher running() {
    Dispatcher now = dispatcher;
    if (now != null) {
      return now;
    }
    synchronized (lock) {
      if (dispatcher == null && !closed) {
        dispatcher = new Dispatcher(limits, network);
      }
      return dispatcher;
    }
  }

  /**
   * The same, and waits for the answer. Where a connection is open, the calling thread does all of
   * it; else a thread of the transport resolves and connects, since a name service that hangs
   * cannot be interrupted.
   *
   * @return what the reader returns
   * @throws ExecutionException with what that future would fail with
   * @throws InterruptedException if the thread is interrupted; the request is aborted then
   */
  public <T> T sendAndWait(HttpRequest request, Function<RecordedResponse, T> reader)
      throws ExecutionException, InterruptedException {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(reader, "reader");
    Dispatcher running = running();
    if (running == null) {
      throw new ExecutionException(TransportErrors.closed(RequestHead.host(request.uri())));
    }
    return running.sendAndWait(request, reader);
  }

  /**
   * Fails what is in flight with an {@link java.io.IOException}, closes every connection and ends
   * the threads. All futures have ended when it returns; a thread that waits for a name service
   * ends when that is back. Closing again does nothing.
   */
  @Override
  public void close() {
    Dispatcher running;
    synchronized (lock) {
      closed = true;
      running = dispatcher;
      dispatcher = null;
    }
    if (running != null) {
      running.close();
    }
  }

  /** How many connections are in use, for tests. */
  int leased() {
    Dispatcher running = dispatcher;
    return running == null ? 0 : running.pool().leased();
  }

  /** How many connections are open and unused, for tests. */
  int idle() {
    Dispatcher running = dispatcher;
    return running == null ? 0 : running.pool().idle();
  }

  /** Names the limits. */
  @Override
  public String toString() {
    return "HttpTransport[" + limits + "]";
  }
}
