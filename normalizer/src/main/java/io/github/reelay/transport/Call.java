package io.github.reelay.transport;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.internal.http.Cancellation;
import io.github.reelay.internal.http.HttpConnection;
import io.github.reelay.internal.http.IncomingResponse;
import io.github.reelay.internal.http.Route;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One query, from waiting for a place to its answer. It ends once: with the answer, with a failure,
 * or because its future was cancelled; whatever ends it also closes what it still holds.
 */
final class Call {

  private final HttpRequest request;
  private final RequestHead outgoing;
  private final Function<RecordedResponse, ?> reader;
  private final long endsAt;
  private final Cancellation cancellation = new Cancellation();
  private final CompletableFuture<Object> future = new CompletableFuture<>();

  /** Why the query was aborted from outside; set before its connection breaks. */
  private volatile @Nullable IOException verdict;

  /** Gives a connection for a query. */
  interface Source {
    HttpConnection lease(Route route, Cancellation cancellation) throws IOException;
  }

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
   * Sends the query and reads the answer, blocking. Throws nothing.
   *
   * @param source where its connection comes from
   * @param pool where its connection goes to
   * @param large where it waits before it holds a large body
   * @return completes the future, which runs what its owner attached: to be run when the place of
   *     this query has been handed on
   */
  Runnable execute(Source source, ConnectionPool pool, LargeBodies large) {
    if (hasEnded()) {
      return this::fail;
    }
    try {
      Object read = exchange(source.lease(route(), cancellation), pool, large);
      return () -> future.complete(read);
    } catch (Throwable broken) {
      // Errors too: a machine without memory for one answer may have it for the next.
      if (verdict == null && Thread.currentThread().isInterrupted()) {
        return () -> future.cancel(true);
      }
      IOException failure = TransportErrors.of(host(), broken);
      return () -> future.completeExceptionally(verdictOr(failure));
    }
  }

  /** The body is dropped when this ends: the future holds what was read from it. */
  private Object exchange(HttpConnection connection, ConnectionPool pool, LargeBodies large)
      throws IOException {
    try {
      return reader.apply(received(connection, pool, large));
    } finally {
      large.release(this);
    }
  }

  private RecordedResponse received(
      HttpConnection connection, ConnectionPool pool, LargeBodies large) throws IOException {
    IncomingResponse kept = null;
    try {
      BodyBuffer body = new BodyBuffer(large.small(), limit(), () -> large.acquire(this));
      IncomingResponse incomingResponse = connection.ask(outgoing.text());
      RecordedResponse answer = ResponseReader.read(incomingResponse, body);
      kept =
          incomingResponse.leavesConnectionOpen() && cancellation.release()
              ? incomingResponse
              : null;
      return answer;
    } finally {
      if (kept != null) {
        pool.release(route(), connection, kept);
      } else {
        pool.discard(connection);
      }
    }
  }

  /** One byte more than what is of interest shows that there is more. */
  private int limit() {
    return request.maxBytes() == Integer.MAX_VALUE ? Integer.MAX_VALUE : request.maxBytes() + 1;
  }

  /** Whether its answer is of no use any more; for any thread. */
  boolean hasEnded() {
    return future.isDone() || verdict != null;
  }

  /** Closes what the query holds, from any thread, without waiting; it will fail as told. */
  void cancel(IOException reason) {
    verdict = reason;
    cancellation.cancel();
  }

  /** Closes what the query still holds; nothing if it ended by itself. */
  void close() {
    cancellation.cancel();
  }

  /** Fails the future of an aborted query, and runs what its owner attached. */
  void fail() {
    future.completeExceptionally(verdictOr(TransportErrors.closed(host())));
  }

  private IOException verdictOr(IOException failure) {
    IOException given = verdict;
    return given == null ? failure : given;
  }
}
