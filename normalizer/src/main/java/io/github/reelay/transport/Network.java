package io.github.reelay.transport;

import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.ssl.SSLContexts;

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
        SystemDefaultDnsResolver.INSTANCE,
        anyName(DefaultClientTlsStrategy.createSystemDefault(), SSLContexts.createSystemDefault()));
  }

  /**
   * That strategy, but for hosts with an underscore: the JDK takes no such name for one of a
   * certificate, so the client's own verifier alone compares them.
   */
  static TlsSocketStrategy anyName(TlsSocketStrategy usual, SSLContext context) {
    TlsSocketStrategy odd =
        new DefaultClientTlsStrategy(
            context, HostnameVerificationPolicy.CLIENT, new DefaultHostnameVerifier());
    return (socket, host, port, attachment, http) ->
        (host.indexOf('_') < 0 ? usual : odd).upgrade(socket, host, port, attachment, http);
  }
}
