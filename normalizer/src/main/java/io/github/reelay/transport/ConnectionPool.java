package io.github.reelay.transport;

import io.github.reelay.internal.http.Cancellation;
import io.github.reelay.internal.http.Connector;
import io.github.reelay.internal.http.DetachedSocketFactory;
import io.github.reelay.internal.http.HeadLimits;
import io.github.reelay.internal.http.HttpConnection;
import io.github.reelay.internal.http.IncomingResponse;
import io.github.reelay.internal.http.Route;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The connections of a transport: those in use and those that wait for their next use. */
final class ConnectionPool implements Deadlines.Housekeeping, AutoCloseable {
  private final TransportLimits limits;
  private final Lazily<Connector> connector;
  private final LongSupplier nanoTime;
  private final long keepNanos;
  private final IdleConnections idle = new IdleConnections();
  private final Set<HttpConnection> used = ConcurrentHashMap.newKeySet();

  ConnectionPool(TransportLimits limits, Supplier<DnsAndTls> network, LongSupplier nanoTime) {
    this.limits = limits;
    this.connector = new Lazily<>(() -> connector(network.get()));
    this.nanoTime = nanoTime;
    this.keepNanos = Deadlines.nanos(limits.keepIdle());
  }

  private Connector connector(DnsAndTls network) {
    HeadLimits head = new HeadLimits(limits.maxHeaders(), limits.maxHeaderLine());
    return new Connector(
        network.dns(), address -> true, DetachedSocketFactory::interruptible, network.tls(), head);
  }

  /** One that is open; null if there is none. */
  @Nullable HttpConnection leaseOpen(Route route) {
    HttpConnection open = idle.take(route, nanoTime.getAsLong());
    if (open != null) {
      used.add(open);
    }
    return open;
  }

  /** One that is open, or a new one. Blocks, also where no interrupt helps. */
  HttpConnection lease(Route route, Cancellation cancellation) throws IOException {
    HttpConnection open = leaseOpen(route);
    if (open != null) {
      return held(open, cancellation);
    }
    HttpConnection made = connector.get().connect(route, cancellation, 0);
    used.add(made);
    return made;
  }

  /** The same connection, which the leash closes from now on. */
  HttpConnection held(HttpConnection open, Cancellation cancellation) throws IOException {
    try {
      cancellation.register(open::close);
      return open;
    } catch (IOException cut) {
      discard(open);
      throw cut;
    }
  }

  /** Keeps a connection for its next use. */
  void release(Route route, HttpConnection connection, IncomingResponse last) {
    long told = Deadlines.nanos(Duration.ofSeconds(last.keepAliveSeconds()));
    long kept = told < 0 ? keepNanos : Math.min(told, keepNanos);
    used.remove(connection);
    idle.put(route, connection, nanoTime.getAsLong() + kept);
  }

  /** Closes a connection. */
  void discard(HttpConnection connection) {
    connection.close();
    used.remove(connection);
  }

  /** How many are in use; one that was closed under its query is not. */
  int leased() {
    return (int) used.stream().filter(HttpConnection::isOpen).count();
  }

  /** How many wait for their next use. */
  int idle() {
    return idle.count();
  }

  @Override
  public long everyNanos() {
    return keepNanos;
  }

  /** Closes those that nobody has used for a while. */
  @Override
  public boolean sweep() {
    idle.sweep(nanoTime.getAsLong());
    return idle.count() > 0;
  }

  @Override
  public void close() {
    idle.close();
  }
}
