package io.github.reelay.mapping;

import java.util.concurrent.CompletableFuture;

/**
 * One provider's client: how it is called, and where its responses hold what. Generated from the
 * provider's document, and found through {@link java.util.ServiceLoader}: a provider is known as
 * soon as its client is on the class path. Stateless and safe for use by many threads.
 *
 * @param <A> the generated asynchronous interface
 */
public interface GeneratedClient<A> {

  /** Where the responses of the provider hold what. */
  TaskMapping<?> mapping();

  /** The generated asynchronous interface, for {@code AsyncFeign}. */
  Class<A> api();

  /**
   * Calls its raw query method.
   *
   * @param api what Feign makes of the interface
   * @param id the one that the provider gave to the task
   * @return the untouched response
   */
  CompletableFuture<?> query(A api, String id);
}
