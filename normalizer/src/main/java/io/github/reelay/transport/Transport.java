package io.github.reelay.transport;

import java.util.concurrent.CompletableFuture;

/**
 * Sends one GET request and hands back the answer as it came over the wire: the one seam between
 * Reelay and an HTTP client. Bring your own by implementing {@link #send}; the default is {@link
 * HttpTransport}.
 *
 * <p>An implementation follows no redirect, retries nothing, keeps no cookie, and is safe for use
 * by many threads.
 */
@FunctionalInterface
public interface Transport extends AutoCloseable {

  /**
   * Starts the request and returns at once, without waiting for DNS, a connection or the answer.
   *
   * @return a future that completes with the answer whatever its HTTP status is. It fails with an
   *     {@link java.io.IOException} if no complete answer arrived: with an {@link
   *     java.io.InterruptedIOException} if {@link HttpRequest#deadline} passed before the last byte
   *     of the body, which covers DNS, connecting, headers and body. Cancelling it aborts the
   *     request and closes its connection
   */
  CompletableFuture<HttpAnswer> send(HttpRequest request);

  /** Ends what is in flight and releases threads and connections; does nothing by default. */
  @Override
  default void close() {}
}
