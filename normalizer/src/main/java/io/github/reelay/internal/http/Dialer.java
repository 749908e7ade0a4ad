package io.github.reelay.internal.http;

import io.github.reelay.network.DnsResolver;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Connects to the first of some addresses that accepts a connection.
 *
 * @param addresses in the order in which they are tried
 * @param port from 1 to 65535, at each of them
 * @param sockets makes the sockets
 * @param cancellation closes the socket, until something else is registered
 * @param millis how long connecting and each read may take; zero for no limit
 */
record Dialer(
    InetAddress[] addresses,
    int port,
    DetachedSocketFactory sockets,
    Cancellation cancellation,
    int millis) {

  /**
   * The addresses of a host, copied, because a resolver could change them after they were checked.
   */
  static InetAddress[] resolved(DnsResolver dns, String host) throws UnknownHostException {
    @Nullable InetAddress @Nullable [] found = dns.resolve(host);
    InetAddress[] addresses = found == null ? new InetAddress[0] : found.clone();
    // A socket takes null for the address of this machine.
    if (addresses.length == 0 || Arrays.asList(addresses).contains(null)) {
      throw new UnknownHostException("expected addresses, found none");
    }
    return addresses;
  }

  Socket connect() throws IOException {
    IOException last = new ConnectException("expected an address to connect to, found none");
    for (InetAddress address : addresses) {
      Socket socket = sockets.create();
      cancellation.register(() -> HttpConnection.closeQuietly(socket));
      try {
        socket.connect(new InetSocketAddress(address, port), millis);
        socket.setSoTimeout(millis);
        return socket;
      } catch (IOException unreachable) {
        cancellation.close();
        cancellation.check();
        last = late(unreachable);
      }
    }
    throw last;
  }

  /** A time-out while connecting is no stall of a response. */
  private static IOException late(IOException cause) {
    return cause instanceof SocketTimeoutException
        ? new ConnectException("expected a connection in time, found none")
        : cause;
  }
}
