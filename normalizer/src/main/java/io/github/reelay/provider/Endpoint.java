package io.github.reelay.provider;

import feign.AsyncFeign;
import feign.Response;
import feign.Retryer;
import feign.Util;
import io.github.reelay.dialect.Wire;
import io.github.reelay.exchange.Exchange;
import io.github.reelay.exchange.Reading;
import io.github.reelay.failure.Failure;
import io.github.reelay.transport.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    Sent sent = send(id, key);
    try {
      return read(provider, id, key, sent.response().get());
    } catch (InterruptedException interrupted) {
      sent.answer().cancel(true);
      Thread.currentThread().interrupt();
      return unreachable(provider, id, "the waiting thread was interrupted");
    } catch (ExecutionException failed) {
      return unreachable(provider, id, Diagnosis.of(failed));
    }
  }

  CompletableFuture<Reading> queryAsync(Provider provider, String id, String key) {
    Sent sent = send(id, key);
    CompletableFuture<Reading> reading =
        sent.response()
            .handleAsync(
                (response, failed) ->
                    response == null
                        ? unreachable(provider, id, Diagnosis.of(failed))
                        : read(provider, id, key, response),
                executor);
    reading.whenComplete(
        (done, failed) -> {
          if (reading.isCancelled()) {
            sent.answer().cancel(true);
          }
        });
    return reading;
  }

  private Reading read(Provider provider, String id, String key, Response response) {
    return provider.read(id, exchange(response), mask(key)::apply);
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

  @SuppressWarnings("unchecked") // a raw method of a generated interface returns nothing else
  private Sent send(String id, String key) {
    return client.send(key, () -> (CompletableFuture<Response>) generated.get().apply(id));
  }

  private Exchange exchange(Response response) {
    Map<String, List<String>> headers = new HashMap<>();
    response.headers().forEach((name, values) -> headers.put(name, new ArrayList<>(values)));
    try (response) {
      byte[] body =
          response.body() == null ? new byte[0] : Util.toByteArray(response.body().asInputStream());
      return new Exchange(response.status(), headers, body, clock.instant());
    } catch (IOException impossible) {
      throw new UncheckedIOException("the body is in memory", impossible);
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
