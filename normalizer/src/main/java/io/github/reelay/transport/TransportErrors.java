package io.github.reelay.transport;

import io.github.reelay.internal.http.NetworkFault;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/**
 * What went wrong on the wire, in one sentence that names the host and nothing else. The client's
 * own messages may quote what the other side sent; they are dropped, and the place in the code is
 * kept.
 */
final class TransportErrors {

  private TransportErrors() {}

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
    NetworkFault fault = NetworkFault.of(cause);
    return switch (fault) {
      case UNKNOWN_HOST ->
          new UnknownHostException(
              "expected an address for "
                  + host
                  + ", found none; check the base URL and the network");
      case UNTRUSTED ->
          new SSLException(
              "expected a trusted TLS connection to "
                  + host
                  + ", found none ("
                  + cause.getClass().getSimpleName()
                  + "); check the base URL and the certificate");
      case UNCONNECTED ->
          new ConnectException(
              "expected "
                  + host
                  + " to accept a connection, found that it does not; check the base URL or ask"
                  + " again");
      case UNANSWERED -> incomplete(host, "the connection closed without one");
      default -> incomplete(host, fault.found(cause));
    };
  }

  private static IOException incomplete(String host, String found) {
    return new IOException(
        "expected a complete answer from " + host + ", found " + found + "; ask again");
  }
}
