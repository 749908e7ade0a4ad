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

  /**
   * Checks that the members fit each other.
   *
   * @throws IllegalArgumentException if an open task has an outcome or an ended one has none, if
   *     the outcome or the result is another task's, or if the progress is not from 0 to 100
   */
  public ClusterTask {
    Objects.requireNonNull(handle, "handle");
    Objects.requireNonNull(submittedAt, "submittedAt");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(changedAt, "changedAt");
    if ((outcome == null) != (state == ClusterTaskState.OPEN)) {
      throw new IllegalArgumentException(
          "expected an outcome exactly where the wait has ended, found "
              + (outcome == null ? "none" : outcome.kind())
              + " with state "
              + state);
    }
    checkHandle(handle, outcome == null ? null : outcome.handle());
    checkHandle(handle, lastResult == null ? null : lastResult.handle());
    if (progressPercent != null && !isPercentage(progressPercent)) {
      throw new IllegalArgumentException(
          "expected progressPercent from 0 to 100, found " + progressPercent);
    }
  }

  private static boolean isPercentage(int progress) {
    return progress >= 0 && progress <= 100;
  }

  private static void checkHandle(TaskHandle own, @Nullable TaskHandle other) {
    if (other != null && !other.equals(own)) {
      throw new IllegalArgumentException("expected what is known of " + own + ", found " + other);
    }
  }

  static ClusterTask of(TaskRow row) {
    return new ClusterTask(
        row.handle(),
        row.submittedAt(),
        state(row),
        status(row.status()),
        progress(row.progress()),
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

  /** What another version wrote may be anything. */
  private static @Nullable Integer progress(@Nullable Integer column) {
    return column != null && isPercentage(column) ? column : null;
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

  /** Whether its wait goes on, also while no replica is alive. */
  public boolean isOpen() {
    return state == ClusterTaskState.OPEN;
  }

  /** The task as it was seen last; null if no replica has seen it. */
  public @Nullable VideoTask task() {
    return lastResult instanceof QueryResult.Found found ? found.task() : null;
  }
}
