package io.github.reelay.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * A connection that stays closed once it was closed, that never waits while closing, and that logs
 * neither headers nor bytes.
 *
 * <p>The client's own connection takes a new socket even after it was closed: a query aborted
 * during its DNS lookup would connect afterwards and keep that socket open for ever.
 */
final class GuardedConnection extends DefaultManagedHttpClientConnection {

  private static final Timeout LOOK = Timeout.ofMilliseconds(1);

  private volatile boolean shut;

  GuardedConnection(String id, Http1Config limits) {
    // The client asks its parser factory without passing on the limits.
    super(id, null, null, limits, null, null, null, none -> new WholeHeadParser(limits));
  }

  @Override
  public void bind(Socket socket) throws IOException {
    bind(new SocketHolder(socket));
  }

  @Override
  public void bind(SSLSocket secured, Socket plain) throws IOException {
    bind(new SocketHolder(secured, plain));
  }

  @Override
  public void bind(SocketHolder holder) throws IOException {
    super.bind(holder);
    // Only now: whoever closes from here on finds the socket and closes it.
    if (shut) {
      holder.getBaseSocket().close();
      throw new InterruptedIOException("expected an open connection, found it closed");
    }
  }

  /** Also stale if the server has said something that nobody asked for. */
  @Override
  public boolean isStale() throws IOException {
    return super.isStale() || isDataAvailable(LOOK);
  }

  @Override
  public void close() {
    close(CloseMode.IMMEDIATE);
  }

  /** Resets the connection at once: saying goodbye over TLS could wait for the other side. */
  @Override
  public void close(CloseMode mode) {
    shut = true;
    super.close(CloseMode.IMMEDIATE);
  }

  @Override
  protected void onRequestSubmitted(ClassicHttpRequest request) {
    // Says nothing: the inherited one logs Authorization.
  }

  @Override
  protected void onResponseReceived(ClassicHttpResponse response) {
    // Says nothing: headers may hold signed addresses.
  }
}
