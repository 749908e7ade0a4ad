package io.github.reelay.transport;

import io.github.reelay.exchange.RecordedResponse;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a reader makes of an answer. Whoever ends it otherwise aborts the request, and that before
 * anybody can see that it has ended.
 */
final class CallFuture<T> extends CompletableFuture<T> {
  private final CompletableFuture<RecordedResponse> response;
  private volatile @Nullable Throwable verdict;

  CallFuture(CompletableFuture<RecordedResponse> answer, Function<RecordedResponse, T> reader) {
    this.response = answer;
    answer.thenApply(reader).whenComplete(this::end);
  }

  private void end(@Nullable T read, @Nullable Throwable failed) {
    Throwable given = verdict;
    if (given != null || failed != null) {
      super.completeExceptionally(given != null ? given : failed);
    } else {
      super.complete(read);
    }
  }

  @Override
  public boolean cancel(boolean mayInterrupt) {
    completeExceptionally(new CancellationException());
    return isCancelled();
  }

  @Override
  public boolean completeExceptionally(Throwable failure) {
    if (isDone()) {
      return false;
    }
    verdict = failure;
    response.cancel(true);
    super.completeExceptionally(failure);
    return true;
  }

  @Override
  public boolean complete(T value) {
    boolean first = super.complete(value);
    response.cancel(true);
    return first;
  }
}
