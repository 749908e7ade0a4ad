package io.github.reelay.transport;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.internal.DaemonThreads;
import io.github.reelay.network.HttpProxy;
import io.github.reelay.network.NetworkSettings;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** The running part of a transport: its workers, its deadlines and its connections. */
final class Dispatcher implements AutoCloseable {

  private static final long IDLE_WORKER_SECONDS = 10;

  private final TransportLimits limits;
  private final ThreadPoolExecutor workers = workers();
  private final LargeBodyPermit large;
  private final ConnectionPool pool;
  private final PerHostLimiter limiter;
  private final Deadlines deadlines;
  private volatile boolean closed;

  Dispatcher(TransportLimits limits, Supplier<NetworkSettings> network) {
    this.limits = limits;
    this.large = new LargeBodyPermit(limits.smallBody());
    this.pool = new ConnectionPool(limits, network, workers, Deadlines::now);
    this.limiter =
        new PerHostLimiter(limits.connectionsPerRoute(), call -> call.execute(pool, large));
    this.deadlines = new Deadlines(this::expire, pool);
  }

  /** Starts the query. The future fails if it cannot be started. */
  @SuppressWarnings("unchecked") // a call completes with what its reader returns
  <T> CompletableFuture<T> send(HttpRequest request, Function<RecordedResponse, T> reader) {
    Call call;
    try {
      call = begin(request, reader);
    } catch (IOException unsendable) {
      return CompletableFuture.failedFuture(unsendable);
    }
    if (isOpenFor(call)) {
      limiter.enter(call, workers);
    }
    return (CompletableFuture<T>) call.future();
  }

  /** Executes the query on this thread, once it has a permit. */
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
    if (isOpenFor(call) && !limiter.isPerformed(call)) {
      performInTurn(call);
    }
    return (T) await(call.future());
  }

  /** Waits until the query has a permit or has ended. */
  private void performInTurn(Call call) throws ExecutionException, InterruptedException {
    CompletableFuture<Runnable> turn = new CompletableFuture<>();
    Executor here =
        work -> {
          if (!turn.complete(work)) {
            work.run(); // the query has ended meanwhile: this only passes its permit on
          }
        };
    call.future().whenComplete((response, failure) -> turn.complete(() -> {}));
    limiter.enter(call, here);
    try {
      turn.get().run();
    } catch (InterruptedException interrupted) {
      call.future().cancel(true);
      turn.join().run(); // passes on the permit that it may have got meanwhile
      throw interrupted;
    }
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
    RequestHead outgoing = RequestHead.of(request, limits.userAgent());
    Call call = new Call(request, outgoing, reader, endsAt);
    call.future().whenComplete((response, failure) -> forget(call));
    deadlines.add(call);
    return call;
  }

  private boolean isOpenFor(Call call) {
    if (closed) {
      abandon(call);
      call.fail();
      return false;
    }
    return true;
  }

  ConnectionPool pool() {
    return pool;
  }

  /** Fails the queries in flight on this thread, ends the threads and closes the connections. */
  @Override
  public void close() {
    closed = true;
    deadlines.close();
    deadlines.inFlight().forEach(Dispatcher::abandon);
    pool.close();
    deadlines.inFlight().forEach(Call::fail);
    workers.shutdown();
  }

  /** Dependent stages run on a worker, because they must not delay the thread of the deadlines. */
  private void expire(Call call) {
    HttpProxy proxy = pool.proxy(call.route());
    call.cancel(TransportErrors.deadline(call.host(), call.request().deadline(), proxy));
    try {
      workers.execute(call::fail);
    } catch (OutOfMemoryError noThread) {
      call.fail();
    }
  }

  private static void abandon(Call call) {
    call.cancel(TransportErrors.closed(call.host()));
  }

  private void forget(Call call) {
    deadlines.remove(call);
    limiter.leave(call);
    large.wake();
    call.close();
  }

  /**
   * Has as many threads as queries are in flight, and fewer when they end. Drops tasks after its
   * end.
   */
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
