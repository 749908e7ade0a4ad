package io.github.reelay.dialect;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import feign.Response;
import io.github.reelay.contract.TaskIdExpander;
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

  private static final ClientBinding<PathQuery> OF_PATH =
      new ClientBinding<>(PathQuery.class, PathQuery::query);

  /** Calls nothing: the method is called at the first live query. */
  public ClientBinding {
    Objects.requireNonNull(api, "api");
    Objects.requireNonNull(query, "query");
  }

  /**
   * For a dialect without a generated client: a GET of the path that its {@link
   * ProviderProfile#path} names.
   */
  public static ClientBinding<?> ofPath() {
    return OF_PATH;
  }

  /** Whether the query goes to the path of the profile, because the interface declares none. */
  public boolean isOfPath() {
    return api == PathQuery.class;
  }

  /** One interface for all of them; its path stands for that of the profile. */
  private interface PathQuery {
    @RequestLine(value = "GET /{id}", decodeSlash = false)
    @Headers("Accept: application/json")
    CompletableFuture<Response> query(
        @Param(value = "id", expander = TaskIdExpander.class) String id);
  }
}
