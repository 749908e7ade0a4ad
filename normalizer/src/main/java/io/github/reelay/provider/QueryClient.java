package io.github.reelay.provider;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.failure.Failure;
import io.github.reelay.transport.HttpRequest;
import io.github.reelay.transport.HttpTransport;
import io.github.reelay.transport.Transport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The live side of a provider: what the generated client declares, sent by the transport. */
final class QueryClient implements AutoCloseable {
  private final Clock clock;
  private final Duration deadline;
  private final @Nullable Executor executor;
  private final @Nullable Supplier<Transport> owned;
  private final Supplier<Transport> transport;
  private final Lazy<QueryTemplate> template;
  private volatile @Nullable Access lastAccess;

  /** What follows from a key; making it costs more than using it. */
  private record Access(String key, KeyRedactor redactor, Map<String, String> headers) {}

  QueryClient(ProviderBuilder settings) {
    Transport given = settings.transport;
    this.clock = settings.clock;
    this.deadline = settings.deadline;
    this.executor = settings.executor;
    this.owned = given == null ? new Lazy<>(settings.ownTransport) : null;
    this.transport = owned != null ? owned : () -> given;
    this.template =
        new Lazy<>(
            () -> QueryTemplate.of(settings.dialect.binding(), settings.baseUrl, settings.path));
  }

  QueryResult query(Provider provider, String id, String key) {
    Access access = access(key);
    HttpRequest request = template.get().request(id, access.headers, deadline);
    Function<RecordedResponse, Supplier<QueryResult>> reader =
        answer -> read(provider, id, access, answer);
    Supplier<QueryResult> read;
    try {
      read =
          transport.get() instanceof HttpTransport ours
              ? ours.sendAndWait(request, reader)
              : wait(send(request, reader));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return unreachable(provider, id, "the waiting thread was interrupted");
    } catch (ExecutionException failed) {
      return unreachable(provider, id, UnreachableMessage.of(failed));
    }
    return read.get();
  }

  private static <T> T wait(CompletableFuture<T> future)
      throws ExecutionException, InterruptedException {
    try {
      return future.get();
    } catch (InterruptedException interrupted) {
      future.cancel(true);
      throw interrupted;
    }
  }

  CompletableFuture<QueryResult> queryAsync(Provider provider, String id, String key) {
    Access access = access(key);
    HttpRequest request = template.get().request(id, access.headers, deadline);
    CompletableFuture<Supplier<QueryResult>> read =
        send(request, answer -> read(provider, id, access, answer));
    BiFunction<Supplier<QueryResult>, Throwable, QueryResult> ending =
        (done, failed) ->
            done == null ? unreachable(provider, id, UnreachableMessage.of(failed)) : done.get();
    CompletableFuture<QueryResult> result =
        executor == null ? read.handle(ending) : read.handleAsync(ending, executor);
    result.whenComplete(
        (done, failed) -> {
          if (result.isCancelled()) {
            read.cancel(true);
          }
        });
    return result;
  }

  /**
   * A transport that throws, instead of giving a future that fails, is without an answer too; and
   * one that is not ours may forget the deadline.
   */
  private <T> CompletableFuture<T> send(HttpRequest request, Function<RecordedResponse, T> reader) {
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

  private Access access(String key) {
    Access last = lastAccess;
    if (last == null || !last.key.equals(key)) {
      last = new Access(key, new KeyRedactor(key), template.get().headers(key));
      lastAccess = last;
    }
    return last;
  }

  /**
   * Reads the answer where it arrives; what is left to do holds no body, and calls the listener or
   * throws what the dialect threw.
   */
  private Supplier<QueryResult> read(
      Provider provider, String id, Access access, RecordedResponse answer) {
    Instant now = clock.instant();
    RecordedResponse response = answer.withObservedAt(now);
    try {
      QueryResult result = access.redactor.apply(provider.map(id, response));
      return () -> provider.report(result, now);
    } catch (RuntimeException thrown) {
      return () -> {
        throw thrown;
      };
    }
  }

  private static QueryResult unreachable(Provider provider, String id, String diagnosis) {
    return new QueryResult.Failed(provider.name(), id, Failure.unreachable(diagnosis), List.of());
  }

  /** A transport of our own that nobody needed yet is closed too: no later query opens it. */
  @Override
  public void close() {
    if (owned != null) {
      owned.get().close();
    }
  }
}
