package io.github.reelay.internal.http;

import io.github.reelay.internal.host.Hosts;
import io.github.reelay.network.DnsResolver;
import io.github.reelay.network.HttpProxy;
import io.github.reelay.network.NetworkSettings;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Predicate;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections, to allowed addresses only. A name is resolved once, its addresses are checked,
 * and the connection goes to one of them; the address of the connected socket is checked again.
 * Over TLS the certificate must be for the name.
 *
 * <p>Through a proxy, the proxy resolves the name. Then only the text of the host is checked. The
 * address of the proxy itself is not checked.
 *
 * @param network the proxy, the resolver and the trusted certificates
 * @param allowed which addresses may be connected to
 * @param sockets makes the sockets
 * @param limits limits of the heads of responses
 */
public record Connector(
    NetworkSettings network,
    Predicate<InetAddress> allowed,
    DetachedSocketFactory sockets,
    HeadLimits limits) {

  /** A copy whose hosts are looked up by that resolver, as for one query that can be cancelled. */
  public Connector resolvedBy(DnsResolver other) {
    return new Connector(network.withDnsResolver(other), allowed, sockets, limits);
  }

  /**
   * Connects; blocks.
   *
   * @param cancellation closes the connection, until something else is registered
   * @param millis how long each step may take; zero for no limit
   * @throws ForbiddenAddressException if an address is not allowed
   * @throws ProxyException if the proxy gives no connection
   */
  public HttpConnection connect(Route route, Cancellation cancellation, int millis)
      throws IOException {
    cancellation.check();
    HttpProxy proxy = network.proxyFor(route.host(), route.port());
    ProxyClient via = proxy == null ? null : new ProxyClient(proxy, limits);
    InetAddress[] addresses = via == null ? checked(route) : proxied(route, via);
    cancellation.check();
    int port = proxy == null ? route.port() : proxy.port();
    Dialer dialer = new Dialer(addresses, port, sockets, cancellation, millis);
    try {
      return open(dialer, route, via, true);
    } catch (SSLHandshakeException refused) {
      if (!TlsClient.isOdd(route) || refused.getCause() instanceof EOFException) {
        throw refused;
      }
      // Servers in Java refuse a ClientHello with such a name; nothing else has been sent yet.
      return open(dialer, route, via, false);
    }
  }

  private InetAddress[] checked(Route route) throws IOException {
    InetAddress[] addresses = Dialer.resolved(network.dnsResolver(), route.host());
    for (InetAddress address : addresses) {
      check(address);
    }
    return addresses;
  }

  private InetAddress[] proxied(Route route, ProxyClient via) throws IOException {
    InetAddress shown = Hosts.shownAddress(route.host());
    if (shown != null) {
      check(shown);
    }
    return via.addresses(network.dnsResolver());
  }

  private HttpConnection open(Dialer dialer, Route route, @Nullable ProxyClient via, boolean greets)
      throws IOException {
    Socket plain = via == null ? dialer.connect() : via.connect(dialer);
    try {
      if (via == null) {
        check(plain.getInetAddress());
      }
      plain.setTcpNoDelay(true);
      if (!route.secure()) {
        return new HttpConnection(plain, plain, limits, via);
      }
      if (via != null) {
        via.tunnel(plain, route);
      }
      Socket secured = TlsClient.secured(plain, route, network.sslContext(), greets);
      return new HttpConnection(plain, secured, limits, null);
    } catch (IOException | RuntimeException unusable) {
      HttpConnection.closeQuietly(plain);
      throw unusable;
    }
  }

  private void check(InetAddress address) throws ForbiddenAddressException {
    if (!allowed.test(address)) {
      throw new ForbiddenAddressException();
    }
  }
}
