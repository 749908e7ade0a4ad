package io.github.reelay.cluster.internal.replica;

import io.github.reelay.cluster.internal.store.Change;
import io.github.reelay.cluster.internal.store.TaskEnd;
import io.github.reelay.cluster.internal.store.TaskRow;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.VideoTask;
import io.github.reelay.watch.Outcome;
import org.jspecify.annotations.Nullable;

/** Query results and outcomes as rows, and rows as outcomes. */
public final class StoredOutcome {
  /** The most characters that both databases take in one column. */
  private static final int LONGEST = 1_000_000;

  private StoredOutcome() {}

  /** A task that goes on, as a change of its row. */
  static Change seen(VideoTask task, TaskHandle handle, int partition) {
    return found(task, handle, partition, null);
  }

  /** An end as a change of the row; one that is neither finished nor final counts as given up. */
  static Change ended(Outcome outcome, int partition) {
    return switch (outcome.kind()) {
      case FINISHED ->
          found(((Outcome.Finished) outcome).task(), outcome.handle(), partition, TaskEnd.FINISHED);
      case REFUSED, UNREACHABLE, UNFINISHED ->
          outcome.isFinal()
              ? new Change(
                  outcome.handle(),
                  partition,
                  null,
                  null,
                  TaskEnd.REFUSED,
                  json(outcome.lastResult()))
              : new Change(outcome.handle(), partition, null, null, TaskEnd.GAVE_UP, null);
    };
  }

  private static Change found(
      VideoTask task, TaskHandle handle, int partition, @Nullable TaskEnd end) {
    return new Change(
        handle,
        partition,
        task.status().jsonName(),
        task.progressPercent(),
        end,
        json(new QueryResult.Found(task)));
  }

  private static @Nullable String json(@Nullable QueryResult result) {
    String line = result == null ? null : CanonicalJson.line(result);
    if (line != null && line.length() > LONGEST && result instanceof QueryResult.Found found) {
      line = CanonicalJson.line(withoutPrompt(found.task()));
    }
    return line == null || line.length() > LONGEST ? null : line;
  }

  private static VideoTask withoutPrompt(VideoTask task) {
    return VideoTask.builder(task.provider(), task.id(), task.state())
        .reportedId(task.reportedId())
        .providerStatus(task.providerStatus())
        .progressPercent(task.progressPercent())
        .model(task.model())
        .createdAt(task.createdAt())
        .updatedAt(task.updatedAt())
        .completedAt(task.completedAt())
        .findings(task.findings())
        .build();
  }

  /**
   * The query result that was seen last; null if there is none, or none of this task that can be
   * read.
   */
  public static @Nullable QueryResult result(TaskRow row) {
    if (row.answer() == null) {
      return null;
    }
    try {
      QueryResult result = CanonicalJson.read(row.answer());
      return row.handle().equals(result.handle()) ? result : null;
    } catch (IllegalArgumentException ofAnotherVersion) {
      return null;
    }
  }

  /** How the wait for a task has ended; null while it is open. */
  public static @Nullable Outcome of(TaskRow row) {
    if (row.end() == null) {
      return null;
    }
    QueryResult result = result(row);
    return switch (row.end()) {
      case FINISHED ->
          result instanceof QueryResult.Found found && found.task().status().terminal()
              ? new Outcome.Finished(found)
              : unfinished(row, result);
      case REFUSED ->
          result instanceof QueryResult.Failed failed
                  && failed.failure().kind() == FailureKind.NOT_FOUND
              ? new Outcome.Refused(failed, true)
              : unfinished(row, null);
      case GAVE_UP -> unfinished(row, result);
    };
  }

  /** An outcome for those who wait no longer. */
  public static Outcome unfinished(TaskRow row, @Nullable QueryResult result) {
    return new Outcome.Unfinished(
        row.handle(), result instanceof QueryResult.Found found ? found : null, row.changedAt());
  }
}
