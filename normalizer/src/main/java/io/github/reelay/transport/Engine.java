package io.github.reelay.transport;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.internal.http.HttpConnection;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** The running part of a transport: its workers, its deadlines and its connections. */
final class Engine implements AutoCloseable {

  private static final long IDLE_WORKER_SECONDS = 10;

  private final TransportLimits limits;
  private final ThreadPoolExecutor workers = workers();
  private final LargeBodies large;
  private final Connections connections;
  private final Places places;
  private final Deadlines deadlines;
  private volatile boolean closed;

  Engine(TransportLimits limits, Supplier<Network> network) {
    this.limits = limits;
    this.large = new LargeBodies(limits.smallBody());
    this.connections = new Connections(limits, network, Deadlines::now);
    this.places =
        new Places(
            limits.connectionsPerRoute(),
            workers,
            call -> call.perform(connections::take, connections, large));
    this.deadlines = new Deadlines(this::expire, connections);
  }

  /** Starts the query; what fails before it starts fails the future. */
  @SuppressWarnings("unchecked") // a call completes with what its reader returns
  <T> CompletableFuture<T> send(HttpRequest request, Function<RecordedResponse, T> reader) {
    Call call;
    try {
      call = begin(request, reader);
    } catch (IOException unsendable) {
      return CompletableFuture.failedFuture(unsendable);
    }
    if (isOpenFor(call)) {
      places.enter(call);
    }
    return (CompletableFuture<T>) call.future();
  }

  /**
   * Performs the query on this thread if a connection is open for it. Else a worker does, since
   * resolving a name cannot be interrupted.
   */
  @SuppressWarnings("unchecked") // a call completes with what its reader returns
  <T> T sendAndWait(HttpRequest request, Function<RecordedResponse, T> reader)
      throws ExecutionException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    Call call;
    try {
      call = begin(request, reader);
    } catch (IOException unsendable) {
      throw new ExecutionException(unsendable);
    }
    if (isOpenFor(call)) {
      if (places.isTaken(call)) {
        performHere(call);
      } else {
        places.enter(call);
      }
    }
    return (T) await(call.future());
  }

  private void performHere(Call call) {
    HttpConnection open = connections.takeOpen(call.route());
    if (open == null) {
      places.start(call);
      return;
    }
    places.perform(
        call,
        here -> here.perform((route, leash) -> connections.held(open, leash), connections, large));
  }

  private static Object await(CompletableFuture<Object> future)
      throws ExecutionException, InterruptedException {
    try {
      if (future.isCancelled() && Thread.interrupted()) {
        throw new InterruptedException();
      }
      return future.get();
    } catch (InterruptedException interrupted) {
      future.cancel(true);
      throw interrupted;
    }
  }

  private Call begin(HttpRequest request, Function<RecordedResponse, ?> reader) throws IOException {
    long endsAt = Deadlines.now() + Deadlines.nanos(request.deadline());
    OutgoingRequest outgoing = OutgoingRequest.of(request, limits.userAgent());
    Call call = new Call(request, outgoing, reader, endsAt);
    call.future().whenComplete((answer, failure) -> forget(call));
    deadlines.add(call);
    return call;
  }

  private boolean isOpenFor(Call call) {
    if (closed) {
      abandon(call);
      call.concede();
      return false;
    }
    return true;
  }

  Connections connections() {
    return connections;
  }

  /** Fails what is in flight, on this thread, and lets threads and connections go. */
  @Override
  public void close() {
    closed = true;
    deadlines.close();
    deadlines.inFlight().forEach(Engine::abandon);
    connections.close();
    deadlines.inFlight().forEach(Call::concede);
    workers.shutdown();
  }

  /** What a caller attached runs on a worker: the thread of the deadlines must not be held up. */
  private void expire(Call call) {
    call.abort(Failures.deadline(call.host(), call.request().deadline()));
    try {
      workers.execute(call::concede);
    } catch (OutOfMemoryError noThread) {
      call.concede();
    }
  }

  private static void abandon(Call call) {
    call.abort(Failures.closed(call.host()));
  }

  private void forget(Call call) {
    deadlines.remove(call);
    places.leave(call);
    large.wake();
    call.release();
  }

  /** Grows with the queries in flight, shrinks after them; drops what comes after the end. */
  private static ThreadPoolExecutor workers() {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        IDLE_WORKER_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        DaemonThreads.numbered("reelay-http-"),
        new ThreadPoolExecutor.DiscardPolicy());
  }
}
