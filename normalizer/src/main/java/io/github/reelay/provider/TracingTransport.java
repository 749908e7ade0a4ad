package io.github.reelay.provider;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.internal.LoggedCalls;
import io.github.reelay.transport.HttpRequest;
import io.github.reelay.transport.Transport;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A transport that shows each request and each response to a trace. */
final class TracingTransport implements Transport {
  private static final LoggedCalls CALLS =
      new LoggedCalls(System.getLogger(QueryTrace.class.getName()), "the trace of");
  private static final String BEARER = "Bearer ";

  private final Transport transport;
  private final QueryTrace trace;

  TracingTransport(Transport transport, QueryTrace trace) {
    this.transport = transport;
    this.trace = trace;
  }

  @Override
  public CompletableFuture<RecordedResponse> send(HttpRequest request) {
    return send(request, Function.identity());
  }

  @Override
  public <T> CompletableFuture<T> send(HttpRequest request, Function<RecordedResponse, T> reader) {
    URI url = request.uri();
    AtomicBoolean arrived = new AtomicBoolean();
    show(() -> trace.sent(url));
    CompletableFuture<T> read =
        transport.send(
            request,
            response -> {
              arrived.set(true);
              show(() -> trace.received(url, redacted(response, request)));
              return reader.apply(response);
            });
    return new TracedFuture<>(read, failed -> end(url, arrived.get() ? null : failed));
  }

  /** Done once the trace has heard of the end, so that no caller is ahead of it. */
  private static final class TracedFuture<T> extends CompletableFuture<T> {
    private final CompletableFuture<T> read;

    TracedFuture(CompletableFuture<T> read, Consumer<@Nullable Throwable> trace) {
      this.read = read;
      read.whenComplete(
          (done, failed) -> {
            trace.accept(failed);
            end(done, failed);
          });
    }

    private void end(@Nullable T done, @Nullable Throwable failed) {
      if (failed == null) {
        super.complete(done);
      } else {
        super.completeExceptionally(failed);
      }
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
      return read.cancel(mayInterrupt) || isCancelled();
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
      return read.completeExceptionally(failure);
    }
  }

  private void end(URI url, @Nullable Throwable failed) {
    if (failed != null) {
      String diagnosis =
          failed instanceof CancellationException
              ? "the query was cancelled"
              : UnreachableMessage.of(failed);
      show(() -> trace.failed(url, diagnosis));
    }
  }

  private static RecordedResponse redacted(RecordedResponse response, HttpRequest request) {
    String header = Objects.requireNonNullElse(request.headers().get("Authorization"), "");
    return header.startsWith(BEARER)
        ? new KeyRedactor(header.substring(BEARER.length())).redacted(response)
        : response;
  }

  private static void show(Runnable event) {
    CALLS.run("queries", event);
  }

  @Override
  public void close() {
    transport.close();
  }
}
