package io.github.reelay.transport;

import io.github.reelay.exchange.RecordedResponse;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

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
   * @return a future that completes with the answer whatever its HTTP status is; when it came may
   *     be left out. The headers are handed on uncopied, so nobody changes them. It fails with an
   *     {@link java.io.IOException} if no complete answer arrived: with an {@link
   *     java.io.InterruptedIOException} if {@link HttpRequest#deadline} passed before the last byte
   *     of the body, which covers DNS, connecting, headers and body. Cancelling it aborts the
   *     request and closes its connection
   */
  CompletableFuture<RecordedResponse> send(HttpRequest request);

  /**
   * The same, and reads the answer where it arrives, so that nobody holds its body longer than it
   * takes to read. By default it reads what {@link #send(HttpRequest)} gives.
   *
   * @param reader called once at most, for a complete answer, on a thread of the transport; it must
   *     not block
   * @return a future that completes with what the reader returns, and fails as that of {@link
   *     #send(HttpRequest)} or because the reader threw. Ending it by other means aborts the
   *     request
   */
  default <T> CompletableFuture<T> send(HttpRequest request, Function<RecordedResponse, T> reader) {
    return new CallFuture<>(send(request), reader);
  }

  /** Ends what is in flight and releases threads and connections; does nothing by default. */
  @Override
  default void close() {}
}
