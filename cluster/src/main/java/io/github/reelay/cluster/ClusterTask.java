package io.github.reelay.cluster;

import io.github.reelay.cluster.internal.replica.StoredOutcome;
import io.github.reelay.cluster.internal.store.TaskRow;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.task.VideoTask;
import io.github.reelay.watch.Outcome;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task as the database of a cluster has it, whichever replica watches it.
 *
 * @param handle the task
 * @param submittedAt when it was submitted to its provider
 * @param state where the wait stands
 * @param status the status of the task as it was seen last; null if no replica has seen it
 * @param progressPercent from 0 to 100; null if it is not known
 * @param lastResult the query result that was seen last, and of one that was refused the refusal;
 *     null if there is none
 * @param changedAt since when it is so, by the clock of the database
 * @param outcome how the wait has ended, as {@link io.github.reelay.watch.Watcher} reports it; null
 *     while it is open
 */
public record ClusterTask(
    TaskHandle handle,
    Instant submittedAt,
    ClusterTaskState state,
    @Nullable TaskStatus status,
    @Nullable Integer progressPercent,
    @Nullable QueryResult lastResult,
    Instant changedAt,
    @Nullable Outcome outcome) {

  /** Checks that what is always known is there. */
  public ClusterTask {
    Objects.requireNonNull(handle, "handle");
    Objects.requireNonNull(submittedAt, "submittedAt");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(changedAt, "changedAt");
  }

  static ClusterTask of(TaskRow row) {
    return new ClusterTask(
        row.handle(),
        row.submittedAt(),
        state(row),
        status(row.status()),
        row.progress(),
        StoredOutcome.result(row),
        row.changedAt(),
        StoredOutcome.of(row));
  }

  private static ClusterTaskState state(TaskRow row) {
    if (row.end() == null) {
      return ClusterTaskState.OPEN;
    }
    return switch (row.end()) {
      case FINISHED -> ClusterTaskState.FINISHED;
      case REFUSED -> ClusterTaskState.REFUSED;
      case GAVE_UP -> ClusterTaskState.GAVE_UP;
    };
  }

  /** A status of another version is unknown to this one. */
  private static @Nullable TaskStatus status(@Nullable String column) {
    if (column == null) {
      return null;
    }
    for (TaskStatus status : TaskStatus.values()) {
      if (status.jsonName().equals(column.toLowerCase(Locale.ROOT))) {
        return status;
      }
    }
    return TaskStatus.UNKNOWN;
  }

  /** Whether it is still waited for. */
  public boolean isOpen() {
    return state == ClusterTaskState.OPEN;
  }

  /** The task as it was seen last; null if no replica has seen it. */
  public @Nullable VideoTask task() {
    return lastResult instanceof QueryResult.Found found ? found.task() : null;
  }
}
