package io.github.reelay.internal.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Names, and addresses written as text, into addresses. Asked once for each connection. */
@FunctionalInterface
public interface DnsResolver {

  /** The addresses in the order in which they are to be tried; at least one. */
  InetAddress[] resolve(String host) throws UnknownHostException;
}
