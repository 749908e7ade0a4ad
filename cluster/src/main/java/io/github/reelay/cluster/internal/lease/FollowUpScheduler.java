package io.github.reelay.cluster.internal.lease;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.github.reelay.cluster.internal.store.Database;
import io.github.reelay.cluster.internal.store.DatabaseClock;
import io.github.reelay.internal.DaemonThreads;
import io.github.reelay.policy.ExponentialBackoff;
import io.github.reelay.task.TaskHandle;
import java.time.Duration;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/**
 * Runs what is to be done about ended tasks, each by one replica, and by another one if that dies.
 */
public final class FollowUpScheduler {
  static final ExponentialBackoff BACKOFF =
      new ExponentialBackoff(Duration.ofSeconds(1), Duration.ofMinutes(5));

  private final Action action;
  private final LeaseSettings settings;
  private final Database database;
  private final DatabaseClock clock;
  private final Scheduler scheduler;

  /** What is to be done about a task that has ended. */
  public interface Action {
    /** How it ended. */
    enum Result {
      DONE,
      /** This replica stops: another one does it again. */
      STOPPED,
      /** It failed, and is done again after a while. */
      FAILED,
      /** It failed for too long, and is not done again. */
      GAVE_UP
    }

    /** Blocks a thread of this scheduler until it is done. */
    Result run(TaskHandle handle);
  }

  /** Starts no thread before {@link #start}. */
  public FollowUpScheduler(
      Database database, DatabaseClock clock, LeaseSettings settings, FollowUps followUps) {
    this.action = followUps.action();
    this.settings = settings;
    this.database = database;
    this.clock = clock;
    this.scheduler =
        build(new WaitingDataSource(database.source(), database.health()), followUps.threads());
  }

  /**
   * What is run.
   *
   * @param threads how many at a time; at least 1
   */
  public record FollowUps(Action action, int threads) {}

  private Scheduler build(DataSource source, int threads) {
    CustomTask<Void> followUp =
        Tasks.custom("follow-up", Void.class)
            .onFailure((done, row) -> row.reschedule(done, clock.now().plus(BACKOFF.longest())))
            .onDeadExecution(this::revive)
            .execute(this::run);
    SchedulerBuilder builder =
        Scheduler.create(source, followUp)
            .tableName("reelay_follow_up")
            .threads(threads)
            .executorService(
                Executors.newFixedThreadPool(threads, DaemonThreads.numbered("reelay-follow-up-")))
            .pollingInterval(Duration.ofMillis(500));
    if (database.dialect().isShared()) {
      builder.pollUsingLockAndFetch(0.5, 1.0);
    } else {
      // The rows that other threads are about to pick are fetched again: with the default of three
      // rows for each thread all threads came to wait for the same few rows of a slow disk.
      builder.pollUsingFetch(0.5, 1.0);
    }
    return new SchedulerSetup("reelay-follow-up", database, clock, settings).build(builder);
  }

  /** Begins to look for follow-ups that are due, twice a second. */
  public void start() {
    scheduler.start();
  }

  /** Ends all threads. */
  public void stop() {
    scheduler.stop();
  }

  private CompletionHandler<Void> run(TaskInstance<Void> row, ExecutionContext context) {
    Action.Result result = action.run(TaskHandle.parse(row.getId()));
    int failures = context.getExecution().consecutiveFailures;
    return (done, given) -> complete(result, failures, done, given);
  }

  private void complete(
      Action.Result result, int failures, ExecutionComplete done, ExecutionOperations<Void> row) {
    switch (result) {
      case DONE, GAVE_UP -> row.remove();
      case STOPPED -> row.reschedule(done, clock.now());
      case FAILED ->
          row.reschedule(
              ExecutionComplete.failure(
                  done.getExecution(), done.getTimeDone(), done.getTimeDone(), null),
              clock.now().plus(BACKOFF.delay(failures)));
    }
  }

  private void revive(ExecutionComplete dead, ExecutionOperations<Void> row) {
    if (!database.health().isBackFor(settings.gracePeriod())) {
      row.reschedule(dead, clock.now());
    }
  }
}
