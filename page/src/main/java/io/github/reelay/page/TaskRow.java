package io.github.reelay.page;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.VideoTask;
import io.github.reelay.watch.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One task as the page shows it. Guarded by its {@link TaskBoard}. */
final class TaskRow {
  final long number;
  final TaskHandle handle;
  final Instant firstSeen;

  /** Grows with each change; the board sets it. */
  long version;

  @Nullable VideoTask task;
  @Nullable Failure failure;
  boolean suspended;
  @Nullable Outcome outcome;
  @Nullable Instant endedAt;
  @Nullable Instant nextQueryAt;
  @Nullable Instant givenUpAt;
  @Nullable DownloadStatus download;
  private @Nullable String json;

  TaskRow(long number, TaskHandle handle, Instant firstSeen) {
    this.number = number;
    this.handle = handle;
    this.firstSeen = firstSeen;
  }

  boolean isOpen() {
    return outcome == null;
  }

  /** The state in one word, as the page names it. */
  String state() {
    if (outcome != null) {
      return switch (outcome.kind()) {
        case FINISHED -> outcome.finishedOrThrow().status().jsonName();
        case UNFINISHED -> "unfinished";
        case REFUSED -> "refused";
        case UNREACHABLE -> "unreachable";
      };
    }
    if (suspended) {
      return "suspended";
    }
    if (failure != null) {
      return "retrying";
    }
    return task == null ? "waiting" : task.status().jsonName();
  }

  /** Keeps what a query showed, without the response itself, which may be large. */
  void take(QueryResult result) {
    switch (result.kind()) {
      case FOUND -> {
        task = result.taskOrThrow();
        failure = null;
      }
      case FAILED -> failure = ((QueryResult.Failed) result).failure();
    }
  }

  void end(Outcome value, Instant at) {
    outcome = value;
    endedAt = at;
    nextQueryAt = null;
    givenUpAt = null;
    QueryResult last = value.lastResult();
    if (last != null) {
      take(last);
    }
  }

  /** Opens a row that had ended, because its task is watched again. */
  void reopen() {
    outcome = null;
    endedAt = null;
    suspended = false;
    download = null;
  }

  /** Drops the text of the row, which is written again when a stream needs it. */
  void changed(long newVersion) {
    version = newVersion;
    json = null;
  }

  /** The row as a JSON object on one line. */
  String json() {
    String text = json;
    if (text == null) {
      text = RowJson.of(this);
      json = text;
    }
    return text;
  }
}
