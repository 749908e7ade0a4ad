package io.github.reelay.provider;

import feign.AsyncClient;
import feign.Request;
import feign.Response;
import io.github.reelay.contract.Limits;
import io.github.reelay.exchange.Reading;
import io.github.reelay.transport.HttpAnswer;
import io.github.reelay.transport.HttpRequest;
import io.github.reelay.transport.HttpTransport;
import io.github.reelay.transport.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Our transport as Feign's client. The key is added here, after Feign, whose requests print their
 * headers; the answer is read here, before Feign, which would hold its body.
 */
final class TransportClient implements AsyncClient<Void> {
  private final Supplier<Transport> transport;
  private final Duration deadline;

  /** What is asked on this thread just now. */
  private final ThreadLocal<Query> query = new ThreadLocal<>();

  /** Key and reader on the way in, the future on the way out. */
  private static final class Query {
    private final String key;
    private final Function<HttpAnswer, Supplier<Reading>> reader;
    private @Nullable CompletableFuture<Supplier<Reading>> read;

    Query(String key, Function<HttpAnswer, Supplier<Reading>> reader) {
      this.key = key;
      this.reader = reader;
    }
  }

  TransportClient(Supplier<Transport> transport, Duration deadline) {
    this.transport = transport;
    this.deadline = deadline;
  }

  /**
   * Calls the generated client on this thread, with that key.
   *
   * @return what the reader makes of the answer; cancelling it aborts the request
   */
  CompletableFuture<Supplier<Reading>> send(
      String key,
      Function<HttpAnswer, Supplier<Reading>> reader,
      Supplier<CompletableFuture<?>> generated) {
    Query current = new Query(key, reader);
    query.set(current);
    try {
      CompletableFuture<?> unsent = generated.get();
      CompletableFuture<Supplier<Reading>> read = current.read;
      return read != null ? read : unsent.thenApply(nothing -> unasked());
    } finally {
      query.remove();
    }
  }

  private static Supplier<Reading> unasked() {
    throw new IllegalStateException("expected a request of the generated client, found none");
  }

  /** What it returns never completes: nobody waits for Feign. */
  @Override
  public CompletableFuture<Response> execute(
      Request request, Request.Options ignored, Optional<Void> context) {
    Query current = query.get();
    Map<String, String> headers = new HashMap<>();
    request.headers().forEach((name, values) -> headers.put(name, String.join(", ", values)));
    headers.put("Authorization", "Bearer " + current.key);
    URI uri = URI.create(request.url());
    current.read =
        start(new HttpRequest(uri, headers, deadline, Limits.BODY_BYTES), current.reader);
    return new CompletableFuture<>();
  }

  /**
   * A transport that throws, instead of giving a future that fails, is without an answer too; and
   * one that is not ours may forget the deadline.
   */
  private <T> CompletableFuture<T> start(HttpRequest request, Function<HttpAnswer, T> reader) {
    try {
      Transport running = transport.get();
      CompletableFuture<T> read = running.send(request, reader);
      return running instanceof HttpTransport
          ? read
          : read.orTimeout(TimeUnit.NANOSECONDS.convert(deadline), TimeUnit.NANOSECONDS);
    } catch (RuntimeException | Error thrown) {
      return CompletableFuture.failedFuture(thrown);
    }
  }
}
