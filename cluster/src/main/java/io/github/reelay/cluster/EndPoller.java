package io.github.reelay.cluster;

import io.github.reelay.cluster.internal.replica.StoredOutcome;
import io.github.reelay.cluster.internal.store.Database;
import io.github.reelay.cluster.internal.store.DatabaseHealth;
import io.github.reelay.cluster.internal.store.TaskRow;
import io.github.reelay.cluster.internal.store.TaskTable;
import io.github.reelay.internal.DaemonThreads;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Outcome;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Waits for ends: one query for all that are waited for, five times a second. */
final class EndPoller implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ClusterWatcher.class.getName());
  private static final long PAUSE_MILLIS = 200;

  private final Database database;
  private final Supplier<Instant> now;
  private final Map<CompletableFuture<Outcome>, TaskHandle> waiting = new ConcurrentHashMap<>();
  private final AtomicBoolean begun = new AtomicBoolean();
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, DaemonThreads.named("reelay-cluster-ends"));

  EndPoller(Database database, Supplier<Instant> now) {
    this.database = database;
    this.now = now;
  }

  /** Completes with the outcome of a task that is in the database; cancelling it ends the wait. */
  CompletableFuture<Outcome> watch(TaskHandle handle) {
    CompletableFuture<Outcome> future = new CompletableFuture<>();
    waiting.put(future, handle);
    future.whenComplete((outcome, failed) -> waiting.remove(future));
    if (begun.compareAndSet(false, true)) {
      thread.scheduleWithFixedDelay(this::poll, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }
    if (thread.isShutdown()) {
      future.complete(unfinished(handle));
    }
    return future;
  }

  private void poll() {
    if (waiting.isEmpty()) {
      return;
    }
    try {
      HashSet<TaskHandle> handles = new HashSet<>(waiting.values());
      Map<TaskHandle, TaskRow> ended =
          database.inTransaction(connection -> TaskTable.findEnded(connection, handles));
      waiting.forEach(
          (future, handle) -> {
            TaskRow row = ended.get(handle);
            Outcome outcome = row == null ? null : StoredOutcome.of(row);
            if (outcome != null) {
              future.completeAsync(() -> outcome); // what is chained may block
            }
          });
    } catch (SQLException | RuntimeException failed) {
      if (!DatabaseHealth.isConnectionFailure(failed)) {
        LOG.log(
            Level.WARNING,
            "expected to read the ends of tasks from the database, found an exception; they are"
                + " read again later",
            failed);
      }
    }
  }

  private Outcome unfinished(TaskHandle handle) {
    return new Outcome.Unfinished(handle, null, now.get());
  }

  /** Ends all waits as unfinished. */
  @Override
  public void close() {
    thread.shutdown();
    waiting.forEach((future, handle) -> future.completeAsync(() -> unfinished(handle)));
  }
}
