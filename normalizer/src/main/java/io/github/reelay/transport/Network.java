package io.github.reelay.transport;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;

/**
 * What the transport needs of the world outside: names into addresses, and whom to trust.
 *
 * @param dns asked on the worker of the query
 * @param tls turns a connected socket into a TLS one and checks the host name
 */
record Network(DnsResolver dns, TlsSocketStrategy tls) {

  /** The machine's own name service and the JDK's trust store; loads the latter, some 100 ms. */
  static Network ofSystem() {
    return new Network(
        SystemDefaultDnsResolver.INSTANCE, DefaultClientTlsStrategy.createSystemDefault());
  }
}
