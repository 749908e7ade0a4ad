package io.github.reelay.cluster.internal.replica;

import io.github.reelay.cluster.internal.lease.FollowUpScheduler.Action;
import io.github.reelay.cluster.internal.store.DatabaseHealth;
import io.github.reelay.cluster.internal.store.TaskRow;
import io.github.reelay.cluster.internal.store.TaskTable;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Outcome;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Does what is to be done about an end, on this thread, and says what came of it. */
final class FollowUpRunner implements Action {
  private static final System.Logger LOG =
      System.getLogger("io.github.reelay.cluster.ClusterWatcher");

  /** The time that a follow-up may take even if it is tried again for less time than this. */
  private static final Duration LEAST = Duration.ofHours(1);

  private final ReplicaParts parts;
  private final Function<Outcome, CompletionStage<?>> followUp;
  private final Duration timeout;
  private final Duration longest;
  private final CompletableFuture<Boolean> stopped = new CompletableFuture<>();

  /**
   * One attempt may take as long as the time-out, and an hour in any case.
   *
   * @param timeout for how long after the end it is tried again
   */
  FollowUpRunner(
      ReplicaParts parts, Function<Outcome, CompletionStage<?>> followUp, Duration timeout) {
    this.parts = parts;
    this.followUp = followUp;
    this.timeout = timeout;
    this.longest = timeout.compareTo(LEAST) < 0 ? LEAST : timeout;
  }

  /** Ends the waits for all follow-ups, now and later: another replica does them again. */
  void stop() {
    stopped.complete(true);
  }

  @Override
  public Result run(TaskHandle handle) {
    TaskRow row;
    try {
      row = parts.database().inTransaction(c -> TaskTable.find(c, List.of(handle))).get(handle);
    } catch (SQLException | RuntimeException unread) {
      // The health of the database reports an outage, once for all follow-ups.
      return DatabaseHealth.isConnectionFailure(unread)
          ? Result.FAILED
          : failed(handle, null, unread);
    }
    return row == null ? Result.DONE : followUp(handle, row); // none if deleted by hand
  }

  private Result followUp(TaskHandle handle, TaskRow row) {
    try {
      Outcome outcome = StoredOutcome.of(row);
      if (outcome == null) {
        return Result.DONE; // submitted again after it was deleted by hand
      }
      CompletableFuture<?> done = followUp.apply(outcome).toCompletableFuture();
      CompletableFuture.anyOf(done, stopped).get(longest.toMillis(), TimeUnit.MILLISECONDS);
      if (!done.isDone()) {
        return Result.STOPPED;
      }
      parts.counters().followedUp.increment();
      return Result.DONE;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Result.STOPPED;
    } catch (TimeoutException endless) {
      return failed(handle, row, endless);
    } catch (ExecutionException failed) {
      return failed(handle, row, failed.getCause() == null ? failed : failed.getCause());
    } catch (RuntimeException | Error failed) {
      return failed(handle, row, failed);
    }
  }

  private Result failed(TaskHandle handle, @Nullable TaskRow row, Throwable failure) {
    boolean isLast = row != null && parts.clock().now().isAfter(row.changedAt().plus(timeout));
    parts.counters().followUpsFailed.increment();
    LOG.log(
        Level.WARNING,
        handle
            + ": its follow-up failed"
            + (isLast ? " for too long, and is not repeated" : ", and is repeated later"),
        failure);
    parts.listener().followUpFailed(handle, failure, isLast);
    return isLast ? Result.GAVE_UP : Result.FAILED;
  }
}
