package io.github.reelay.transport;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.jspecify.annotations.Nullable;

/**
 * One query, from waiting for a place to its answer. It ends once: with the answer, with a failure,
 * or because its future was cancelled; whatever ends it also closes what it still holds.
 */
final class Call {

  private final HttpRequest request;
  private final HttpUriRequestBase outgoing;
  private final CompletableFuture<HttpAnswer> future = new CompletableFuture<>();

  /** Why the query was aborted from outside; set before its connection breaks. */
  private volatile @Nullable IOException verdict;

  /**
   * Prepares the query and sends nothing yet.
   *
   * @throws IOException if it cannot be sent as it is
   */
  Call(HttpRequest request) throws IOException {
    this.request = request;
    this.outgoing = OutgoingRequest.of(request);
  }

  CompletableFuture<HttpAnswer> future() {
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
   * @return completes the future, which runs what its owner attached: to be run when the place of
   *     this query has been handed on
   */
  Runnable perform(Callable<PooledClient> client) {
    if (future.isDone() || verdict != null) {
      return this::concede;
    }
    try {
      HttpAnswer answer = exchange(client.call());
      return () -> future.complete(answer);
    } catch (Throwable broken) {
      // Errors too: the body of a hostile server can exhaust the stack of the JDK's inflater.
      IOException failure = Failures.of(host(), broken);
      return () -> future.completeExceptionally(verdictOr(failure));
    }
  }

  private HttpAnswer exchange(PooledClient client) throws IOException {
    try {
      return IncomingAnswer.read(client.open(outgoing), request.maxBytes());
    } finally {
      // Closes the connection, unless the body was read to its end: then it is not ours any more.
      outgoing.cancel();
    }
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
