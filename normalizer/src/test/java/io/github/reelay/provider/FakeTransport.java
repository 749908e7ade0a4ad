package io.github.reelay.provider;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.transport.HttpRequest;
import io.github.reelay.transport.Transport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Remembers the requests, and responds as it was set up. */
final class FakeTransport implements Transport {
  private final Supplier<CompletableFuture<RecordedResponse>> responses;
  private final AtomicInteger closed = new AtomicInteger();

  /** The requests, in order. */
  final BlockingQueue<HttpRequest> requests = new LinkedBlockingQueue<>();

  /** The futures that were given for them. */
  final BlockingQueue<CompletableFuture<RecordedResponse>> given = new LinkedBlockingQueue<>();

  private FakeTransport(Supplier<CompletableFuture<RecordedResponse>> responses) {
    this.responses = responses;
  }

  static FakeTransport responding(int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return responding(new RecordedResponse(status, Map.of("X-Request-Id", List.of("r1")), bytes));
  }

  static FakeTransport responding(RecordedResponse response) {
    return new FakeTransport(() -> CompletableFuture.completedFuture(response));
  }

  static FakeTransport failing(Throwable failure) {
    return new FakeTransport(() -> CompletableFuture.failedFuture(failure));
  }

  /** Leaves every future open, for the test to complete. */
  static FakeTransport silent() {
    return new FakeTransport(CompletableFuture::new);
  }

  static FakeTransport throwing(Throwable thrown) {
    return new FakeTransport(() -> sneaky(thrown));
  }

  @SuppressWarnings("unchecked") // throws what it was given, checked or not
  private static <T extends Throwable> CompletableFuture<RecordedResponse> sneaky(Throwable thrown)
      throws T {
    throw (T) thrown;
  }

  @Override
  public CompletableFuture<RecordedResponse> send(HttpRequest request) {
    requests.add(request);
    CompletableFuture<RecordedResponse> received = responses.get();
    given.add(received);
    return received;
  }

  int closed() {
    return closed.get();
  }

  @Override
  public void close() {
    closed.incrementAndGet();
  }
}
