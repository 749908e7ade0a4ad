package io.github.reelay.internal.http;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateParsingException;
import java.util.List;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.StandardConstants;
import org.jspecify.annotations.Nullable;

/** TLS over a connection that is open, direct or through a proxy. */
final class TlsClient {
  private TlsClient() {}

  /** Whether the JDK refuses the name of the host in a certificate or in SNI. */
  static boolean isOdd(Route route) {
    return route.host().indexOf('_') >= 0;
  }

  /**
   * TLS over a connection, with a server whose certificate is for the name.
   *
   * @param trusted the trusted certificates; null for those of the JDK
   * @param greets whether a name with an underscore is sent to the server as SNI
   */
  static SSLSocket secured(Socket plain, Route route, @Nullable SSLContext trusted, boolean greets)
      throws IOException {
    String host = route.host();
    SSLSocketFactory sockets =
        trusted == null
            ? (SSLSocketFactory) SSLSocketFactory.getDefault() // loading it takes some 100 ms
            : trusted.getSocketFactory();
    SSLSocket secured = (SSLSocket) sockets.createSocket(plain, host, route.port(), false);
    SSLParameters parameters = secured.getSSLParameters();
    if (!isOdd(route)) {
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
    } else if (greets) {
      parameters.setServerNames(List.of(new AnyServerName(host)));
    }
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    if (isOdd(route) && !isFor(host, secured.getSession())) {
      throw new SSLPeerUnverifiedException("expected a certificate for the host, found another");
    }
    return secured;
  }

  private static boolean isFor(String host, SSLSession session) throws SSLPeerUnverifiedException {
    try {
      return CertificateNames.match(session.getPeerCertificates(), host);
    } catch (CertificateParsingException unreadable) {
      return false;
    }
  }

  /** A name for SNI that {@link javax.net.ssl.SNIHostName} would refuse. */
  private static final class AnyServerName extends SNIServerName {
    AnyServerName(String host) {
      super(StandardConstants.SNI_HOST_NAME, host.getBytes(StandardCharsets.US_ASCII));
    }
  }
}
