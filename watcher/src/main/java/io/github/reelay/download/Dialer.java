package io.github.reelay.download;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateParsingException;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.StandardConstants;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;

/**
 * Connects, to nobody who is not to be connected to. A name is resolved once, the addresses are
 * checked, and the connection goes to one of those that were checked; what it then really goes to
 * is checked again. There is no proxy, and no connection is used twice.
 */
final class Dialer {
  private static final Http1Config CONFIG =
      Http1Config.custom()
          .setBufferSize(16 * 1024)
          .setMaxHeaderCount(200)
          .setMaxLineLength(16 * 1024)
          .build();

  private final boolean privateToo;
  private final Resolver resolver;
  private final Supplier<Socket> sockets;
  private final Supplier<SSLSocketFactory> tls;

  /**
   * A dialer.
   *
   * @param privateToo whether addresses that are not public are allowed
   * @param sockets makes sockets that are not connected
   * @param tls whom to trust; asked when it is needed, since loading that takes a while
   */
  Dialer(
      boolean privateToo,
      Resolver resolver,
      Supplier<Socket> sockets,
      Supplier<SSLSocketFactory> tls) {
    this.privateToo = privateToo;
    this.resolver = resolver;
    this.sockets = sockets;
    this.tls = tls;
  }

  /**
   * Connects, with TLS where it is asked for; blocks.
   *
   * @param leash closes the socket, from now on until it holds something else
   * @param millis how long to wait for each step
   * @throws Stop if an address is not allowed
   */
  DefaultBHttpClientConnection dial(Target target, Leash leash, int millis, Trouble trouble)
      throws Stop, IOException {
    InetAddress[] addresses = resolver.resolve(target.host());
    for (InetAddress address : addresses) {
      check(address, target, trouble);
    }
    leash.check();
    Socket plain = connected(addresses, target, leash, millis);
    check(plain.getInetAddress(), target, trouble);
    plain.setTcpNoDelay(true);
    plain.setSoTimeout(millis);
    DefaultBHttpClientConnection connection = WholeHead.connection(CONFIG);
    if (target.secure()) {
      connection.bind(secured(plain, target), plain);
    } else {
      connection.bind(plain);
    }
    return connection;
  }

  private void check(InetAddress address, Target target, Trouble trouble) throws Stop {
    if (!privateToo && !AddressRule.isPublic(address)) {
      throw trouble.forbiddenAddress(target.where());
    }
  }

  private Socket connected(InetAddress[] addresses, Target target, Leash leash, int millis)
      throws IOException {
    IOException last = new ConnectException("expected an address to connect to, found none");
    for (InetAddress address : addresses) {
      Socket socket = sockets.get();
      leash.hold(() -> closeQuietly(socket));
      try {
        socket.connect(new InetSocketAddress(address, target.port()), millis);
        return socket;
      } catch (IOException unreachable) {
        leash.drop();
        leash.check();
        last = late(unreachable);
      }
    }
    throw last;
  }

  /** A time-out of the connecting is no stall of a transfer. */
  private static IOException late(IOException cause) {
    return cause instanceof SocketTimeoutException
        ? new ConnectException("expected a connection in time, found none")
        : cause;
  }

  /** Over TLS, with somebody who can show that the name is his. */
  private SSLSocket secured(Socket plain, Target target) throws IOException {
    SSLSocket secured =
        (SSLSocket) tls.get().createSocket(plain, target.host(), target.port(), false);
    boolean ordinary = target.host().indexOf('_') < 0;
    SSLParameters parameters = secured.getSSLParameters();
    if (ordinary) {
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
    } else {
      parameters.setServerNames(List.of(new AnyServerName(target.host())));
    }
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    if (!ordinary && !isFor(target.host(), secured.getSession())) {
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

  /** Of a socket that is given up nothing is to be learned any more. */
  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException ignored) {
      // The descriptor is released all the same.
    }
  }
}
