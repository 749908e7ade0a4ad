package io.github.reelay.provider;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.transport.HttpRequest;
import io.github.reelay.transport.HttpTransport;
import io.github.reelay.transport.Transport;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Sends through a transport that may be a caller's. */
final class ForeignTransport {
  private ForeignTransport() {}

  /**
   * A transport that throws, instead of giving a future that fails, is without a response too; and
   * one that is not ours may forget the deadline.
   */
  static <T> CompletableFuture<T> send(
      Transport running, HttpRequest request, Function<RecordedResponse, T> reader) {
    try {
      CompletableFuture<T> read = running.send(request, reader);
      return running instanceof HttpTransport
          ? read
          : read.orTimeout(TimeUnit.NANOSECONDS.convert(request.deadline()), TimeUnit.NANOSECONDS);
    } catch (RuntimeException | Error thrown) {
      return CompletableFuture.failedFuture(thrown);
    }
  }

  /** What a future completes with; a thread that is interrupted cancels it. */
  static <T> T wait(CompletableFuture<T> future) throws ExecutionException, InterruptedException {
    try {
      return future.get();
    } catch (InterruptedException interrupted) {
      future.cancel(true);
      throw interrupted;
    }
  }
}
