package io.github.reelay.provider;

import feign.AsyncFeign;
import feign.Retryer;
import io.github.reelay.dialect.Wire;
import io.github.reelay.exchange.Exchange;
import io.github.reelay.exchange.Reading;
import io.github.reelay.failure.Failure;
import io.github.reelay.transport.HttpAnswer;
import io.github.reelay.transport.Transport;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The live side of a provider: the generated client on the transport, built on the first query. */
final class Endpoint implements AutoCloseable {
  private final Clock clock;
  private final Executor executor;
  private final @Nullable Supplier<Transport> owned;
  private final TransportClient client;
  private final Lazy<Function<String, CompletableFuture<?>>> generated;
  private volatile @Nullable KeyMask lastMask;

  Endpoint(ProviderBuilder settings) {
    Transport given = settings.transport;
    this.clock = settings.clock;
    this.executor = settings.executor;
    this.owned = given == null ? new Lazy<>(settings.ownTransport) : null;
    this.client = new TransportClient(owned != null ? owned : () -> given, settings.deadline);
    Wire<?> wire = settings.dialect.wire();
    String baseUrl = settings.baseUrl.toString();
    PathTemplate path = settings.path;
    this.generated = new Lazy<>(() -> bind(wire, baseUrl, path));
  }

  private <A> Function<String, CompletableFuture<?>> bind(
      Wire<A> wire, String baseUrl, PathTemplate path) {
    A api =
        AsyncFeign.<Void>builder()
            .client(client)
            .contract(new PathContract(path))
            .retryer(Retryer.NEVER_RETRY) // one owner of retrying, and that is the caller
            .target(wire.api(), baseUrl);
    return id -> wire.query().apply(api, id);
  }

  Reading query(Provider provider, String id, String key) {
    CompletableFuture<Supplier<Reading>> read = send(provider, id, key);
    try {
      return read.get().get();
    } catch (InterruptedException interrupted) {
      read.cancel(true);
      Thread.currentThread().interrupt();
      return unreachable(provider, id, "the waiting thread was interrupted");
    } catch (ExecutionException failed) {
      return unreachable(provider, id, Diagnosis.of(failed));
    }
  }

  CompletableFuture<Reading> queryAsync(Provider provider, String id, String key) {
    CompletableFuture<Supplier<Reading>> read = send(provider, id, key);
    CompletableFuture<Reading> reading =
        read.handleAsync(
            (done, failed) ->
                done == null ? unreachable(provider, id, Diagnosis.of(failed)) : done.get(),
            executor);
    reading.whenComplete(
        (done, failed) -> {
          if (reading.isCancelled()) {
            read.cancel(true);
          }
        });
    return reading;
  }

  /** The mask of the last key: building one costs more than using it. */
  private KeyMask mask(String key) {
    KeyMask last = lastMask;
    if (last == null || !last.isFor(key)) {
      last = new KeyMask(key);
      lastMask = last;
    }
    return last;
  }

  private CompletableFuture<Supplier<Reading>> send(Provider provider, String id, String key) {
    return client.send(
        key, answer -> read(provider, id, key, answer), () -> generated.get().apply(id));
  }

  /**
   * Reads the answer where it arrives; what is left to do holds no body, and calls the listener or
   * throws what the dialect threw.
   */
  private Supplier<Reading> read(Provider provider, String id, String key, HttpAnswer answer) {
    Instant now = clock.instant();
    Exchange exchange = new Exchange(answer.status(), answer.headers(), answer.body(), now);
    try {
      Reading reading = mask(key).apply(provider.map(id, exchange));
      return () -> provider.report(reading, now);
    } catch (RuntimeException thrown) {
      return () -> {
        throw thrown;
      };
    }
  }

  private static Reading unreachable(Provider provider, String id, String diagnosis) {
    return new Reading.NoTask(provider.name(), id, Failure.unreachable(diagnosis), List.of());
  }

  /** A transport of our own that nobody needed yet is closed too: no later query opens it. */
  @Override
  public void close() {
    if (owned != null) {
      owned.get().close();
    }
  }
}
