package io.github.reelay.cluster.internal.store;

import io.github.reelay.task.TaskHandle;
import org.jspecify.annotations.Nullable;

/**
 * What a replica has learned of a task and the database does not have yet.
 *
 * @param handle the task
 * @param partition from 0 on; only its holder writes the change
 * @param status its status in the canonical JSON; null leaves status and progress as they are
 * @param progress in per cent; null if it is not known
 * @param end how it has ended; null if it goes on
 * @param answer the canonical JSON of the query result; null leaves the one that is there
 */
public record Change(
    TaskHandle handle,
    int partition,
    @Nullable String status,
    @Nullable Integer progress,
    @Nullable TaskEnd end,
    @Nullable String answer) {

  /** Merges an earlier change: what this one leaves null is taken from it. */
  public Change over(Change earlier) {
    return new Change(
        handle,
        partition,
        status == null ? earlier.status : status,
        status == null ? earlier.progress : progress,
        end,
        answer == null ? earlier.answer : answer);
  }

  @Nullable String outcome() {
    return end == null ? null : end.column();
  }
}
