package io.github.reelay.mapping;

import io.github.reelay.contract.ContractReader;
import org.jspecify.annotations.Nullable;

/**
 * Where the responses of one provider hold what. Generated from the provider's document next to its
 * records; stateless and safe for use by many threads.
 *
 * @param <T> what a 200 response is read into: a generated record, of the envelope if one is
 *     documented
 */
public interface TaskMapping<T> {

  /** What the document says of the provider. */
  ProviderFacts provider();

  /**
   * Reads a response by the contract.
   *
   * @return null if the value at hand is no object
   */
  @Nullable T readTask(ContractReader in);

  /** The status word of the task; null if it has none. */
  @Nullable String status(T response);

  /** Hands every annotated value of the task to the sink, in the order of the document. */
  void map(T response, TaskValues values);

  /**
   * Reads an error body by the contract, and hands its annotated values to the sink: {@link
   * ValueName#FAILURE}, {@link ValueName#FAILURE_CODE} and {@link ValueName#FAILURE_MESSAGE}.
   */
  void readError(ContractReader in, TaskValues values);
}
