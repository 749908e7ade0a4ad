package io.github.reelay.dialect;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/**
 * How a dialect's generated client is called: the asynchronous interface and its raw method, as in
 * {@code new ClientBinding<>(VideoTasksApi.Async.class, VideoTasksApi.Async::getVideoTaskRaw)}.
 *
 * @param api the generated asynchronous interface
 * @param query its raw query method, which returns a future of the untouched response. A live
 *     provider calls it once, to learn which method that is, and reads address, headers and
 *     expander from its annotations
 * @param <A> the generated asynchronous interface
 */
public record ClientBinding<A>(
    Class<A> api, BiFunction<A, String, ? extends CompletableFuture<?>> query) {

  /** Checks that nothing is null. */
  public ClientBinding {
    Objects.requireNonNull(api, "api");
    Objects.requireNonNull(query, "query");
  }
}
