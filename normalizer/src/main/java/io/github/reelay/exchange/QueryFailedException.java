package io.github.reelay.exchange;

import io.github.reelay.contract.PrintableText;
import io.github.reelay.failure.Failure;

/** Thrown by {@link QueryResult#taskOrThrow} only; carries the reading. */
public final class QueryFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient QueryResult.Failed result;

  QueryFailedException(QueryResult.Failed result) {
    super(sentence(result));
    this.result = result;
  }

  /** What was read instead of a task; it is lost if the exception is serialised. */
  public QueryResult.Failed result() {
    return result;
  }

  private static String sentence(QueryResult.Failed result) {
    Failure failure = result.failure();
    return result.provider()
        + (result.id() == null ? "" : ":" + PrintableText.of(result.id()))
        + ": expected a task, found "
        + failure.summary()
        + "; another query can help: "
        + failure.retry().jsonName();
  }
}
