package io.github.reelay.transport;

import io.github.reelay.internal.http.IncompleteResponseException;
import io.github.reelay.internal.http.NetworkFault;
import io.github.reelay.internal.http.ProxyException;
import io.github.reelay.internal.http.ProxyTimeoutException;
import io.github.reelay.network.HttpProxy;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no response, in one sentence that names the host and nothing else. The message of a
 * cause is dropped, because it may quote what the server sent; its stack trace is kept.
 */
final class TransportErrors {

  private TransportErrors() {}

  /** The deadline passed. No other failure has this type. */
  static InterruptedIOException deadline(
      String host, Duration deadline, @Nullable HttpProxy proxy) {
    String message =
        "expected the complete response of "
            + through(proxy, host)
            + " within "
            + deadline.toMillis()
            + " ms, found it incomplete; try again or allow more time";
    return proxy == null
        ? new InterruptedIOException(message)
        : new ProxyTimeoutException(message, proxy);
  }

  private static String through(@Nullable HttpProxy proxy, String host) {
    return proxy == null ? host : host + " through the proxy " + proxy;
  }

  /** The transport was closed before the response was complete. */
  static IOException closed(String host) {
    return new IOException(
        "expected an open transport for " + host + ", found it closed; create another one");
  }

  /** Another failure, by the type of its cause. */
  static IOException of(String host, Throwable cause) {
    return of(host, cause, null);
  }

  /** The same, for a query that goes through a proxy. */
  static IOException of(String host, Throwable cause, @Nullable HttpProxy proxy) {
    IOException failure =
        cause instanceof ProxyException refused
            ? viaProxy(host, refused)
            : sentence(through(proxy, host), cause);
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
                  + " to accept a connection, found that it does not; check the base URL or try"
                  + " again");
      case NO_RESPONSE -> incomplete(host, fault, "the connection closed without one");
      case STALLED, CUT, LONG_HEAD, DAMAGED_GZIP, OTHER_ENCODING, NOT_HTTP, BROKEN, PROXY, OTHER ->
          incomplete(host, fault, fault.found(cause));
    };
  }

  /** Of its own type, so that the caller's message can name the proxy too. */
  private static IOException viaProxy(String host, ProxyException cause) {
    return cause.withMessage(
        "expected a complete response from "
            + host
            + ", found "
            + cause.found()
            + "; "
            + cause.advice());
  }

  private static IOException incomplete(String host, NetworkFault fault, String found) {
    return new IncompleteResponseException(
        "expected a complete response from " + host + ", found " + found + "; try again", fault);
  }
}
