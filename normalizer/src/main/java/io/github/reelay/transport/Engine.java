package io.github.reelay.transport;

import io.github.reelay.exchange.Exchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The running part of a transport: its workers, its deadlines and, from the first query on, its
 * client. The thread that keeps the deadlines never runs what callers attach to their futures: one
 * that blocks would hold up every other deadline.
 */
final class Engine implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofDays(365);
  private static final long IDLE_WORKER_SECONDS = 10;

  private final TransportLimits limits;
  private final Supplier<Network> network;
  private final ThreadPoolExecutor workers = workers();
  private final ScheduledThreadPoolExecutor timer = timer();
  private final LargeBodies large;
  private final Places places;
  private final Set<Call> inFlight = ConcurrentHashMap.newKeySet();
  private final Object building = new Object();
  private volatile @Nullable PooledClient client;
  private volatile boolean closed;

  Engine(TransportLimits limits, Supplier<Network> network) {
    this.limits = limits;
    this.network = network;
    this.large = new LargeBodies(limits.smallBody());
    this.places =
        new Places(
            limits.connectionsPerRoute(), workers, call -> call.perform(this::client, large));
    long sweep = limits.keepIdle().toMillis();
    timer.scheduleWithFixedDelay(this::closeIdle, sweep, sweep, TimeUnit.MILLISECONDS);
  }

  /** Starts the query; what fails before it starts fails the future. */
  @SuppressWarnings("unchecked") // a call completes with what its reader returns
  <T> CompletableFuture<T> send(HttpRequest request, Function<Exchange, T> reader) {
    Call call;
    try {
      call = new Call(request, reader);
    } catch (IOException unsendable) {
      return CompletableFuture.failedFuture(unsendable);
    }
    inFlight.add(call);
    Future<?> alarm =
        timer.schedule(() -> expire(call), nanos(request.deadline()), TimeUnit.NANOSECONDS);
    call.future().whenComplete((answer, failure) -> forget(call, alarm));
    if (closed) {
      abandon(call);
      call.concede();
    } else {
      places.enter(call);
    }
    return (CompletableFuture<T>) call.future();
  }

  /** The client if it has been built. */
  @Nullable PooledClient builtClient() {
    return client;
  }

  /** Fails what is in flight, on this thread, and lets threads and connections go. */
  @Override
  public void close() {
    closed = true;
    timer.shutdownNow();
    inFlight.forEach(Engine::abandon);
    inFlight.forEach(Call::concede);
    workers.shutdown();
    synchronized (building) {
      PooledClient built = client;
      if (built != null) {
        built.close();
      }
    }
  }

  private void expire(Call call) {
    try {
      call.abort(Failures.deadline(call.host(), call.request().deadline()));
    } finally {
      concedeOnAWorker(call);
    }
  }

  private void concedeOnAWorker(Call call) {
    try {
      workers.execute(call::concede);
    } catch (OutOfMemoryError noThread) {
      call.concede();
    }
  }

  private static void abandon(Call call) {
    call.abort(Failures.closed(call.host()));
  }

  private void forget(Call call, Future<?> alarm) {
    inFlight.remove(call);
    alarm.cancel(false);
    places.leave(call);
    large.wake();
    call.release();
  }

  /** Built on a worker, so that loading it is covered by the deadline and delays no caller. */
  private PooledClient client() throws IOException {
    PooledClient built = client;
    if (built != null) {
      return built;
    }
    synchronized (building) {
      if (closed) {
        throw new IOException("expected an open transport, found it closed");
      }
      if (client == null) {
        client = new PooledClient(limits, network.get());
      }
      return client;
    }
  }

  private void closeIdle() {
    PooledClient built = client;
    if (built != null) {
      built.closeIdle();
    }
  }

  private static long nanos(Duration deadline) {
    return deadline.compareTo(LONGEST) < 0 ? deadline.toNanos() : LONGEST.toNanos();
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

  private static ScheduledThreadPoolExecutor timer() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1, DaemonThreads.named("reelay-deadline"), new ThreadPoolExecutor.DiscardPolicy());
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }
}
