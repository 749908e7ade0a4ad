package io.github.reelay.transport;

import io.github.reelay.internal.Lazy;
import io.github.reelay.internal.http.Cancellation;
import io.github.reelay.internal.http.Connector;
import io.github.reelay.internal.http.DetachedSocketFactory;
import io.github.reelay.internal.http.HeadLimits;
import io.github.reelay.internal.http.HttpConnection;
import io.github.reelay.internal.http.IncomingResponse;
import io.github.reelay.internal.http.LookUp;
import io.github.reelay.internal.http.Route;
import io.github.reelay.network.HttpProxy;
import io.github.reelay.network.NetworkSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The connections of a transport: those in use and those that are idle. */
final class ConnectionPool implements AutoCloseable {
  private final TransportLimits limits;
  private final Executor workers;
  private final Lazy<Connector> connector;
  private volatile NetworkSettings settings = NetworkSettings.defaults();
  private final LongSupplier nanoTime;
  private final long keepNanos;
  private final IdleConnections idle = new IdleConnections();
  private final Set<HttpConnection> used = ConcurrentHashMap.newKeySet();

  /**
   * Opens nothing yet.
   *
   * @param workers where names are looked up
   */
  ConnectionPool(
      TransportLimits limits,
      Supplier<NetworkSettings> network,
      Executor workers,
      LongSupplier nanoTime) {
    this.limits = limits;
    this.workers = workers;
    this.connector =
        new Lazy<>("transport") {
          @Override
          protected Connector make() {
            return connector(network.get());
          }
        };
    this.nanoTime = nanoTime;
    this.keepNanos = Deadlines.nanos(limits.keepIdle());
  }

  private Connector connector(NetworkSettings network) {
    settings = network;
    HeadLimits head = new HeadLimits(limits.maxHeaders(), limits.maxHeaderLine());
    return new Connector(network, address -> true, DetachedSocketFactory::interruptible, head);
  }

  /** The proxy of a route; null if there is none, or if the settings were not read yet. */
  @Nullable HttpProxy proxy(Route route) {
    return settings.proxyFor(route.host(), route.port());
  }

  /**
   * An idle connection, or a new one. Blocks until it is cancelled or the thread is interrupted.
   */
  HttpConnection lease(Route route, Cancellation cancellation, LookUp lookUp) throws IOException {
    HttpConnection open = idle.take(route, nanoTime.getAsLong());
    if (open != null) {
      used.add(open);
      return held(open, cancellation);
    }
    Connector usual = connector.get();
    HttpConnection made =
        usual
            .resolvedBy(
                host -> lookUp.resolve(host, usual.network().dnsResolver(), cancellation, workers))
            .connect(route, cancellation, 0);
    used.add(made);
    return made;
  }

  /** Registers the connection, so that cancelling closes it, and returns it. */
  private HttpConnection held(HttpConnection open, Cancellation cancellation) throws IOException {
    try {
      cancellation.register(open::close);
      return open;
    } catch (IOException cut) {
      discard(open);
      throw cut;
    }
  }

  /**
   * Takes back a connection, and keeps it for as long as the server allows, but not longer than the
   * limits do.
   */
  void release(Route route, HttpConnection connection, IncomingResponse last) {
    long allowed = Deadlines.nanos(Duration.ofSeconds(last.keepAliveSeconds()));
    long kept = allowed < 0 ? keepNanos : Math.min(allowed, keepNanos);
    used.remove(connection);
    idle.put(route, connection, nanoTime.getAsLong() + kept);
  }

  void discard(HttpConnection connection) {
    connection.close();
    used.remove(connection);
  }

  /** How many are in use, without those that were closed because their query was aborted. */
  int leased() {
    return (int) used.stream().filter(HttpConnection::isOpen).count();
  }

  int idle() {
    return idle.count();
  }

  /** The nanoseconds between two searches for connections that have been idle for too long. */
  long everyNanos() {
    return keepNanos;
  }

  /** Closes those that have been idle for too long; returns whether others are idle. */
  boolean sweep() {
    idle.sweep(nanoTime.getAsLong());
    return idle.count() > 0;
  }

  @Override
  public void close() {
    idle.close();
  }
}
