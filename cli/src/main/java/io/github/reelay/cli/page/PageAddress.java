package io.github.reelay.cli.page;

import io.github.reelay.cli.terminal.UsageException;
import io.github.reelay.internal.host.Hosts;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Reads {@code PORT}, {@code HOST:PORT} and {@code [IPV6]:PORT}. */
final class PageAddress {
  private static final int HIGHEST_PORT = 65_535;
  private static final int PORT_DIGITS = 5;

  private PageAddress() {}

  /**
   * The address; loopback without a host.
   *
   * @throws UsageException if it is not an address, or its host cannot be resolved
   */
  static InetSocketAddress parse(String text) {
    int colon = text.lastIndexOf(':');
    int port = port(text.substring(colon + 1));
    if (port < 0 || colon == 0) {
      throw malformed(text);
    }
    if (colon < 0) {
      return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
    String host = text.substring(0, colon);
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    if (host.indexOf(':') >= 0 && (!bracketed || Hosts.literal(host) == null)) {
      throw malformed(text);
    }
    InetSocketAddress address =
        new InetSocketAddress(bracketed ? host.substring(1, host.length() - 1) : host, port);
    if (address.isUnresolved()) {
      throw new UsageException(
          "expected an address of this machine at --page, found '"
              + host
              + "', which cannot be resolved");
    }
    return address;
  }

  private static int port(String digits) {
    if (digits.isEmpty() || digits.length() > PORT_DIGITS) {
      return -1;
    }
    int port = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      port = 10 * port + digit;
    }
    return port <= HIGHEST_PORT ? port : -1;
  }

  private static UsageException malformed(String text) {
    return new UsageException(
        "expected PORT, HOST:PORT or [IPV6]:PORT at --page, with a port from 0 to 65535, found '"
            + text
            + "'");
  }
}
