package io.github.reelay.transport;

import io.github.reelay.exchange.RecordedResponse;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The future of what a reader makes of a response. If the caller completes or cancels it, the
 * request is aborted first, and only then is the future done.
 */
final class CallFuture<T> extends CompletableFuture<T> {
  private final CompletableFuture<RecordedResponse> response;
  private volatile @Nullable Throwable verdict;

  CallFuture(CompletableFuture<RecordedResponse> whole, Function<RecordedResponse, T> reader) {
    this.response = whole;
    whole.thenApply(reader).whenComplete(this::end);
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
