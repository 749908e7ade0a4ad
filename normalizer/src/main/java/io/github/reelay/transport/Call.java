package io.github.reelay.transport;

import io.github.reelay.exchange.Exchange;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.jspecify.annotations.Nullable;

/**
 * One query, from waiting for a place to its answer. It ends once: with the answer, with a failure,
 * or because its future was cancelled; whatever ends it also closes what it still holds.
 */
final class Call {

  private final HttpRequest request;
  private final HttpUriRequestBase outgoing;
  private final Function<Exchange, ?> reader;
  private final CompletableFuture<Object> future = new CompletableFuture<>();

  /** Why the query was aborted from outside; set before its connection breaks. */
  private volatile @Nullable IOException verdict;

  /** A query for the answer itself. */
  Call(HttpRequest request) throws IOException {
    this(request, answer -> answer);
  }

  /**
   * Prepares the query and sends nothing yet.
   *
   * @param reader what the future completes with
   * @throws IOException if it cannot be sent as it is
   */
  Call(HttpRequest request, Function<Exchange, ?> reader) throws IOException {
    this.request = request;
    this.reader = reader;
    this.outgoing = OutgoingRequest.of(request);
  }

  CompletableFuture<Object> future() {
    return future;
  }

  HttpRequest request() {
    return request;
  }

  String host() {
    return OutgoingRequest.host(request.uri());
  }

  String route() {
    return OutgoingRequest.route(request.uri());
  }

  /**
   * Sends the query and reads the answer, blocking. Throws nothing.
   *
   * @param large where it waits before it holds a large body
   * @return completes the future, which runs what its owner attached: to be run when the place of
   *     this query has been handed on
   */
  Runnable perform(Callable<PooledClient> client, LargeBodies large) {
    if (hasEnded()) {
      return this::concede;
    }
    try {
      Object read = exchange(client.call(), large);
      return () -> future.complete(read);
    } catch (Throwable broken) {
      // Errors too: the body of a hostile server can exhaust the stack of the JDK's inflater.
      IOException failure = Failures.of(host(), broken);
      return () -> future.completeExceptionally(verdictOr(failure));
    }
  }

  /** The body is dropped when this ends: the future holds what was read from it. */
  private Object exchange(PooledClient client, LargeBodies large) throws IOException {
    try {
      BodyBuffer body = new BodyBuffer(large.small(), limit(), () -> large.acquire(this));
      return reader.apply(IncomingAnswer.read(client.open(outgoing), body));
    } finally {
      large.release(this);
      // Closes the connection, unless the body was read to its end: then it is not ours any more.
      outgoing.cancel();
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
  void abort(IOException reason) {
    verdict = reason;
    outgoing.cancel();
  }

  /** Closes what the query still holds; nothing if it ended by itself. */
  void release() {
    outgoing.cancel();
  }

  /** Fails the future of an aborted query, and runs what its owner attached. */
  void concede() {
    future.completeExceptionally(verdictOr(Failures.closed(host())));
  }

  private IOException verdictOr(IOException failure) {
    IOException given = verdict;
    return given == null ? failure : given;
  }
}
