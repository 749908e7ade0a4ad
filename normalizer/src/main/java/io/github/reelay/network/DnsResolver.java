package io.github.reelay.network;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Resolves names, and addresses that are written as text, to addresses. Called once for each
 * connection, on a thread that may block; the deadline of the query or the stall time-out of the
 * download counts meanwhile. Safe for use by many threads. The default is {@link
 * InetAddress#getAllByName}.
 */
@FunctionalInterface
public interface DnsResolver {

  /**
   * The addresses of a host, in the order in which they are to be tried.
   *
   * @param host a name or an address, that of IPv6 without brackets
   * @return at least one
   * @throws UnknownHostException if the host has none
   */
  InetAddress[] resolve(String host) throws UnknownHostException;
}
