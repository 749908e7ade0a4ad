package io.github.reelay.transport;

import io.github.reelay.internal.http.Resolver;
import java.net.InetAddress;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/**
 * What the transport needs of the world outside: names into addresses, and whom to trust.
 *
 * @param dns asked on a worker, about names only
 * @param tls asked for the first connection over TLS; loading the JDK's takes some 100 ms
 */
record Network(Resolver dns, Supplier<SSLSocketFactory> tls) {

  /** The machine's own name service and the JDK's trust store. */
  static Network ofSystem() {
    return new Network(
        InetAddress::getAllByName, () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
  }
}
