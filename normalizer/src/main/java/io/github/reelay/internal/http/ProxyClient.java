package io.github.reelay.internal.http;

import io.github.reelay.network.DnsResolver;
import io.github.reelay.network.HttpProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.Socket;

/**
 * The client of an HTTP proxy (RFC 9110, 9.3.6; RFC 9112, 3.2.2). Each failure before the proxy has
 * opened a tunnel is a {@link ProxyException}, so that a response of the proxy is not taken for one
 * of the host behind it.
 *
 * @param proxy where to connect, and with which credentials
 * @param limits limits of the heads of its responses
 */
record ProxyClient(HttpProxy proxy, HeadLimits limits) {
  private static final String HOST = "\r\nHost: ";
  private static final String METHOD = "GET ";
  private static final int UNAUTHENTICATED = 407;

  InetAddress[] addresses(DnsResolver dns) throws ProxyException {
    try {
      return Dialer.resolved(dns, proxy.host());
    } catch (IOException unknown) {
      throw ProxyException.of(proxy, unknown);
    }
  }

  Socket connect(Dialer dialer) throws ProxyException {
    try {
      return dialer.connect();
    } catch (IOException unreachable) {
      throw ProxyException.of(proxy, unreachable);
    }
  }

  /** Requests a tunnel from the proxy to a host; afterwards the connection is one to the host. */
  void tunnel(Socket plain, Route route) throws ProxyException {
    int status;
    boolean silent;
    try {
      HttpConnection connection = new HttpConnection(plain, plain, limits, null);
      status = connection.exchange(connectRequest(route)).status();
      silent = !connection.hasBuffered();
    } catch (IOException broken) {
      throw ProxyException.of(proxy, broken);
    }
    if (status / 100 != 2) {
      throw ProxyException.ofStatus(proxy, status);
    }
    if (!silent) {
      // The host sends nothing before the client does.
      throw ProxyException.of(proxy, new ProtocolException("expected a tunnel, found data in it"));
    }
  }

  private String connectRequest(Route route) {
    String name = route.host().indexOf(':') >= 0 ? "[" + route.host() + "]" : route.host();
    String to = name + ":" + route.port();
    return "CONNECT " + to + " HTTP/1.1" + HOST + to + "\r\n" + authorization() + "\r\n";
  }

  /**
   * A request for the proxy: with the whole URL, and the credentials of the proxy.
   *
   * @param request the request for the host
   */
  String absolute(String request) {
    int host = request.indexOf(HOST) + HOST.length();
    String authority = request.substring(host, request.indexOf('\r', host));
    int end = request.length() - "\r\n".length();
    return METHOD
        + "http://"
        + authority
        + request.substring(METHOD.length(), end)
        + authorization()
        + "\r\n";
  }

  private String authorization() {
    String value = proxy.authorization();
    return value == null ? "" : "Proxy-Authorization: " + value + "\r\n";
  }

  /** Refuses a 407, which only a proxy sends, so that it is not taken for the host's. */
  void check(int status) throws ProxyException {
    if (status == UNAUTHENTICATED) {
      throw ProxyException.ofStatus(proxy, status);
    }
  }
}
