package io.github.reelay.transport;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.internal.http.Cancellation;
import io.github.reelay.internal.http.HttpConnection;
import io.github.reelay.internal.http.IncomingResponse;
import io.github.reelay.internal.http.LookUp;
import io.github.reelay.internal.http.Route;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One query, from its wait for a permit to its response. It ends once: with the response, with a
 * failure, or because its future was cancelled. Each of these closes the connection that it still
 * has.
 */
final class Call {

  private final HttpRequest request;
  private final RequestHead outgoing;
  private final Function<RecordedResponse, ?> reader;
  private final long endsAt;
  private final Cancellation cancellation = new Cancellation();
  private final LookUp lookUp = new LookUp();
  private final CompletableFuture<Object> future = new CompletableFuture<>();

  /** Why another thread aborted the query; set before its connection is closed. */
  private volatile @Nullable IOException verdict;

  /**
   * Prepares the query and sends nothing yet.
   *
   * @param reader what the future completes with
   * @param endsAt the deadline, by the clock of {@link Deadlines}
   */
  Call(
      HttpRequest request,
      RequestHead outgoing,
      Function<RecordedResponse, ?> reader,
      long endsAt) {
    this.request = request;
    this.outgoing = outgoing;
    this.reader = reader;
    this.endsAt = endsAt;
  }

  CompletableFuture<Object> future() {
    return future;
  }

  HttpRequest request() {
    return request;
  }

  String host() {
    return outgoing.host();
  }

  Route route() {
    return outgoing.route();
  }

  long endsAt() {
    return endsAt;
  }

  /**
   * Sends the query and reads the response. Blocks, and throws nothing.
   *
   * @param pool gives the connection, and takes it back
   * @param large gives the permit for a large body
   * @return completes the future, which runs the dependent stages of its owner: to be run after the
   *     permit of this query was passed on
   */
  Runnable execute(ConnectionPool pool, LargeBodyPermit large) {
    if (hasEnded()) {
      return this::fail;
    }
    try {
      Object read = exchange(pool.lease(route(), cancellation, lookUp), pool, large);
      return () -> future.complete(read);
    } catch (Throwable broken) {
      // Errors too: there may be no memory for this response, and enough for the next.
      if (verdict == null && Thread.currentThread().isInterrupted()) {
        return () -> future.cancel(true);
      }
      IOException failure = TransportErrors.of(host(), broken, pool.proxy(route()));
      return () -> future.completeExceptionally(verdictOr(failure));
    }
  }

  /** The body is garbage after this: the future has what was read from it. */
  private Object exchange(HttpConnection connection, ConnectionPool pool, LargeBodyPermit large)
      throws IOException {
    try {
      return reader.apply(received(connection, pool, large));
    } finally {
      large.release(this);
    }
  }

  private RecordedResponse received(
      HttpConnection connection, ConnectionPool pool, LargeBodyPermit large) throws IOException {
    IncomingResponse kept = null;
    try {
      BodyBuffer body = new BodyBuffer(large.small(), limit(), () -> large.acquire(this));
      IncomingResponse incomingResponse = connection.exchange(outgoing.text());
      RecordedResponse response = ResponseReader.read(incomingResponse, body);
      kept =
          incomingResponse.leavesConnectionOpen() && cancellation.release()
              ? incomingResponse
              : null;
      return response;
    } finally {
      if (kept != null) {
        pool.release(route(), connection, kept);
      } else {
        pool.discard(connection);
      }
    }
  }

  /** One byte more than maxBytes shows that the body is longer. */
  private int limit() {
    return request.maxBytes() == Integer.MAX_VALUE ? Integer.MAX_VALUE : request.maxBytes() + 1;
  }

  /** Whether the query has ended, so that nobody takes its response; for any thread. */
  boolean hasEnded() {
    return future.isDone() || verdict != null;
  }

  /** Runs the action when no other thread than that of the query works for it any more. */
  void whenBack(Runnable next) {
    lookUp.whenBack(next);
  }

  /**
   * Aborts the query from any thread, without waiting: it closes the connection, and the query
   * fails with that failure.
   */
  void cancel(IOException reason) {
    verdict = reason;
    cancellation.cancel();
  }

  /**
   * Closes the connection of a query that was aborted; does nothing if the query ended by itself.
   */
  void close() {
    cancellation.cancel();
  }

  /** Fails the future of an aborted query, and runs the dependent stages of its owner. */
  void fail() {
    future.completeExceptionally(verdictOr(TransportErrors.closed(host())));
  }

  private IOException verdictOr(IOException failure) {
    IOException given = verdict;
    return given == null ? failure : given;
  }
}
