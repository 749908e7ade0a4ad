package io.github.reelay.dialect;

import io.github.reelay.exchange.RecordedResponse;

/** What a body says of an error: it is read for that only if a task has failed. */
interface ErrorSource {

  /**
   * Reads the body once more. Total.
   *
   * @param location where the task stands, next to its error
   */
  ErrorDescription error(RecordedResponse response, TaskLocation location);
}
