package io.github.reelay.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateParsingException;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.StandardConstants;

/**
 * Connects, to nobody who is not to be connected to. A name is resolved once, its addresses are
 * checked, and the connection goes to one of those that were checked; what it then really goes to
 * is checked again. Over TLS the certificate has to be for the name. There is no proxy.
 *
 * @param resolver asked on the calling thread
 * @param allowed which addresses may be connected to
 * @param sockets makes the sockets
 * @param tls whom to trust; asked when it is needed, since loading that takes a while
 * @param limits for the heads of answers
 */
public record Connector(
    DnsResolver resolver,
    Predicate<InetAddress> allowed,
    DetachedSocketFactory sockets,
    Supplier<SSLSocketFactory> tls,
    HeadLimits limits) {

  /**
   * Connects; blocks.
   *
   * @param cancellation closes the connection, until it holds something else
   * @param millis how long each step may take; zero for as long as it takes
   * @throws ForbiddenAddressException if an address is not allowed
   */
  public HttpConnection connect(Route route, Cancellation cancellation, int millis)
      throws IOException {
    cancellation.check();
    InetAddress[] addresses = resolver.resolve(route.host());
    for (InetAddress address : addresses) {
      check(address);
    }
    cancellation.check();
    try {
      return over(connected(addresses, route, cancellation, millis), route, true);
    } catch (SSLHandshakeException refused) {
      if (!isOdd(route) || refused.getCause() instanceof EOFException) {
        throw refused;
      }
      // Servers in Java refuse a greeting with such a name; nothing else has been sent yet.
      return over(connected(addresses, route, cancellation, millis), route, false);
    }
  }

  private HttpConnection over(Socket plain, Route route, boolean greets) throws IOException {
    try {
      check(plain.getInetAddress());
      plain.setTcpNoDelay(true);
      Socket socket = route.secure() ? secured(plain, route, greets) : plain;
      return new HttpConnection(plain, socket, limits);
    } catch (IOException | RuntimeException unusable) {
      HttpConnection.closeQuietly(plain);
      throw unusable;
    }
  }

  private void check(InetAddress address) throws ForbiddenAddressException {
    if (!allowed.test(address)) {
      throw new ForbiddenAddressException();
    }
  }

  private Socket connected(
      InetAddress[] addresses, Route route, Cancellation cancellation, int millis)
      throws IOException {
    IOException last = new ConnectException("expected an address to connect to, found none");
    for (InetAddress address : addresses) {
      Socket socket = sockets.create();
      cancellation.register(() -> HttpConnection.closeQuietly(socket));
      try {
        socket.connect(new InetSocketAddress(address, route.port()), millis);
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

  /** A time-out of the connecting is no stall of an answer. */
  private static IOException late(IOException cause) {
    return cause instanceof SocketTimeoutException
        ? new ConnectException("expected a connection in time, found none")
        : cause;
  }

  /** Whether the JDK takes the host for none of a certificate or a greeting. */
  private static boolean isOdd(Route route) {
    return route.host().indexOf('_') >= 0;
  }

  /**
   * Over TLS, with somebody who can show that the name is theirs.
   *
   * @param greets whether an odd name is told to the server
   */
  private SSLSocket secured(Socket plain, Route route, boolean greets) throws IOException {
    String host = route.host();
    SSLSocket secured = (SSLSocket) tls.get().createSocket(plain, host, route.port(), false);
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
