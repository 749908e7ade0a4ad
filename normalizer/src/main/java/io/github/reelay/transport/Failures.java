package io.github.reelay.transport;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;

/**
 * What went wrong on the wire, in one sentence that names the host and nothing else. The client's
 * own messages may quote what the other side sent; they are dropped, and the place in the code is
 * kept.
 */
final class Failures {

  private Failures() {}

  /** The deadline passed: the only failure of this type. */
  static InterruptedIOException deadline(String host, Duration deadline) {
    return new InterruptedIOException(
        "expected the complete answer of "
            + host
            + " within "
            + deadline.toMillis()
            + " ms, found it incomplete; ask again or allow more time");
  }

  /** The transport was closed before the answer was complete. */
  static IOException closed(String host) {
    return new IOException(
        "expected an open transport for " + host + ", found it closed; create another one");
  }

  /** Anything else, by the type of its cause. */
  static IOException of(String host, Throwable cause) {
    IOException failure = sentence(host, cause);
    failure.setStackTrace(cause.getStackTrace());
    return failure;
  }

  private static IOException sentence(String host, Throwable cause) {
    if (cause instanceof UnknownHostException) {
      return new UnknownHostException(
          "expected an address for " + host + ", found none; check the base URL and the network");
    }
    if (cause instanceof SSLException) {
      return new SSLException(
          "expected a trusted TLS connection to "
              + host
              + ", found none ("
              + cause.getClass().getSimpleName()
              + "); check the base URL and the certificate");
    }
    if (isUnconnected(cause)) {
      return new ConnectException(
          "expected "
              + host
              + " to accept a connection, found that it does not; check the base URL or ask again");
    }
    return new IOException(
        "expected a complete answer from " + host + ", found " + found(cause) + "; ask again");
  }

  private static boolean isUnconnected(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof ConnectTimeoutException
        || cause instanceof NoRouteToHostException;
  }

  private static String found(Throwable cause) {
    if (cause instanceof NoHttpResponseException) {
      return "the connection closed without one";
    }
    if (cause instanceof ConnectionClosedException
        || cause instanceof TruncatedChunkException
        || cause instanceof EOFException) {
      return "that it ends early";
    }
    if (cause instanceof MessageConstraintException) {
      return "more or longer header lines than allowed";
    }
    if (cause instanceof ZipException) {
      return "damaged gzip data";
    }
    if (cause instanceof IncomingAnswer.UnaskedEncodingException) {
      return "a content encoding other than gzip";
    }
    if (cause instanceof SocketException) {
      return "the connection broken";
    }
    return "something else (" + cause.getClass().getSimpleName() + ")";
  }
}
