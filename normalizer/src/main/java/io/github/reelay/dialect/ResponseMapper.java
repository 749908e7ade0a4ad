package io.github.reelay.dialect;

import io.github.reelay.contract.ContractReader;
import org.jspecify.annotations.Nullable;

/**
 * What is special about one provider's responses: which generated record reads them, and where in
 * it each canonical value stands. Everything else is {@link TaskReader}'s.
 *
 * @param <T> the generated record of a response
 */
public interface ResponseMapper<T> {

  /**
   * Where the contract says that the task stands in a response, as a JSON Pointer such as {@code
   * /data}; empty, as it is by default, if the response is the task.
   */
  default String envelope() {
    return "";
  }

  /** Reads a response by the contract; null if the value at hand is no object. */
  @Nullable T readTask(ContractReader in);

  /** Reads what an error body says, at the top level. */
  ErrorReport readError(ContractReader in);

  /** The status word of a task; null if it has none. */
  @Nullable String status(T task);

  /**
   * Whether the provider's document names that word as a status of a task; by default it names
   * none. {@code error} and {@code fail} without any id are a refusal of the query if it does not.
   */
  default boolean documents(String word) {
    return false;
  }

  /**
   * Hands every value of a task to the assembler: its status and its completion before its videos.
   */
  void map(T task, TaskAssembler assembler);
}
