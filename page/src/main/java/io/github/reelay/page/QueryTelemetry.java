package io.github.reelay.page;

import io.github.reelay.task.TaskHandle;
import io.github.reelay.telemetry.TelemetryListener;
import io.github.reelay.time.Scheduler;
import java.time.Duration;
import java.time.Instant;

/** Counts the queries of each provider, and notes when each task is queried next. */
final class QueryTelemetry implements TelemetryListener {
  private final TaskBoard board;
  private final Scheduler scheduler;

  QueryTelemetry(TaskBoard board, Scheduler scheduler) {
    this.board = board;
    this.scheduler = scheduler;
  }

  @Override
  public QueryObserver queryStarted(String provider) {
    long begun = scheduler.nanoTime();
    return result ->
        board.queried(provider, result, Duration.ofNanos(scheduler.nanoTime() - begun));
  }

  @Override
  public void queryPlanned(TaskHandle task, Instant nextQueryAt, Instant givenUpAt) {
    board.plan(task, nextQueryAt, givenUpAt);
  }
}
