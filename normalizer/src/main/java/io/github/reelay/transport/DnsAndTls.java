package io.github.reelay.transport;

import io.github.reelay.internal.http.DnsResolver;
import java.net.InetAddress;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/**
 * What the transport needs of the world outside: names into addresses, and whom to trust.
 *
 * @param dns asked on a worker
 * @param tls asked for the first connection over TLS; loading the JDK's takes some 100 ms
 */
record DnsAndTls(DnsResolver dns, Supplier<SSLSocketFactory> tls) {

  /** The machine's own name service and the JDK's trust store. */
  static DnsAndTls ofSystem() {
    return new DnsAndTls(
        InetAddress::getAllByName, () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
  }
}
