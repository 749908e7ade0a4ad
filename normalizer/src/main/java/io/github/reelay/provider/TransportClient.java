package io.github.reelay.provider;

import feign.AsyncClient;
import feign.Request;
import feign.Response;
import io.github.reelay.contract.Limits;
import io.github.reelay.transport.HttpAnswer;
import io.github.reelay.transport.HttpRequest;
import io.github.reelay.transport.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Our transport as Feign's client. The key is added here, after Feign, whose requests print their
 * headers.
 */
final class TransportClient implements AsyncClient<Void> {
  private final Supplier<Transport> transport;
  private final Duration deadline;

  /** What is asked on this thread just now: its key on the way in, its future on the way out. */
  private final ThreadLocal<Query> query = new ThreadLocal<>();

  private static final class Query {
    private final String key;
    private CompletableFuture<HttpAnswer> answer = new CompletableFuture<>();

    Query(String key) {
      this.key = key;
    }
  }

  TransportClient(Supplier<Transport> transport, Duration deadline) {
    this.transport = transport;
    this.deadline = deadline;
  }

  /** Calls the generated client on this thread, with that key. */
  Sent send(String key, Supplier<CompletableFuture<Response>> generated) {
    Query current = new Query(key);
    query.set(current);
    try {
      CompletableFuture<Response> response = generated.get();
      return new Sent(response, current.answer);
    } finally {
      query.remove();
    }
  }

  @Override
  public CompletableFuture<Response> execute(
      Request request, Request.Options ignored, Optional<Void> context) {
    Query current = query.get();
    Map<String, String> headers = new HashMap<>();
    request.headers().forEach((name, values) -> headers.put(name, String.join(", ", values)));
    headers.put("Authorization", "Bearer " + current.key);
    URI uri = URI.create(request.url());
    current.answer = start(new HttpRequest(uri, headers, deadline, Limits.BODY_BYTES));
    return current.answer.thenApply(answer -> response(request, answer));
  }

  /** A transport that throws, instead of giving a future that fails, is without an answer too. */
  private CompletableFuture<HttpAnswer> start(HttpRequest request) {
    try {
      return Objects.requireNonNull(transport.get().send(request), "answer");
    } catch (RuntimeException thrown) {
      return CompletableFuture.failedFuture(thrown);
    }
  }

  private static Response response(Request request, HttpAnswer answer) {
    Map<String, Collection<String>> headers = new HashMap<>(answer.headers());
    return Response.builder()
        .request(request)
        .status(answer.status())
        .headers(headers)
        .body(answer.body())
        .build();
  }
}
