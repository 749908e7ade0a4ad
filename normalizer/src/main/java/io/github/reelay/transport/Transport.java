package io.github.reelay.transport;

import io.github.reelay.exchange.RecordedResponse;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Sends one GET request and returns the response as it was received. All queries go through it. To
 * use an HTTP client of your own, implement {@link #send}; the default is {@link HttpTransport}.
 *
 * <p>An implementation follows no redirect, retries nothing, keeps no cookie, and is safe for use
 * by many threads.
 */
@FunctionalInterface
public interface Transport extends AutoCloseable {

  /**
   * Starts the request and returns immediately, without waiting for DNS, a connection or the
   * response.
   *
   * @return a future that completes with the response whatever its HTTP status is; the time of its
   *     arrival may be left out. The headers are not copied: they must not change. It fails with an
   *     {@link java.io.IOException} if no complete response arrived: with an {@link
   *     java.io.InterruptedIOException} if {@link HttpRequest#deadline} passed before the last byte
   *     of the body, which covers DNS, connecting, headers and body. Cancelling it aborts the
   *     request and closes its connection
   */
  CompletableFuture<RecordedResponse> send(HttpRequest request);

  /**
   * The same, and reads the response where it arrives, so that its body is kept no longer than it
   * takes to read. By default it reads what {@link #send(HttpRequest)} gives.
   *
   * @param reader called once at most, for a complete response, on a thread of the transport; it
   *     must not block
   * @return a future that completes with what the reader returns, and fails as that of {@link
   *     #send(HttpRequest)} or with what the reader threw. Completing or cancelling it aborts the
   *     request
   */
  default <T> CompletableFuture<T> send(HttpRequest request, Function<RecordedResponse, T> reader) {
    return new CallFuture<>(send(request), reader);
  }

  /**
   * Fails the requests in flight, and releases threads and connections; does nothing by default.
   */
  @Override
  default void close() {}
}
