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
import io.github.reelay.cluster.internal.store.LeaseTable;
import io.github.reelay.internal.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Acquires leases and keeps them: the lease of a partition is an execution of db-scheduler that
 * lasts as long as the tenure.
 */
public final class LeaseScheduler {
  /** How long a lease that could not be used is left to others. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final LeaseSettings settings;
  private final Database database;
  private final DatabaseClock clock;
  private final Consumer<Tenure> holder;
  private final AtomicLong revived = new AtomicLong();
  private final Scheduler scheduler;

  /**
   * A scheduler that has not begun.
   *
   * @param holder does what is to be done with a partition, and returns when the tenure is over
   */
  public LeaseScheduler(
      Database database, DatabaseClock clock, LeaseSettings settings, Consumer<Tenure> holder) {
    this.settings = settings;
    this.database = database;
    this.clock = clock;
    this.holder = holder;
    this.scheduler = build(new WaitingDataSource(database.source(), database.health()));
  }

  private Scheduler build(DataSource source) {
    CustomTask<Void> partition =
        Tasks.custom(LeaseTable.TASK, Void.class)
            .onFailure((done, lease) -> lease.reschedule(done, clock.now().plus(PAUSE)))
            .onDeadExecution(this::revive)
            .execute(this::hold);
    int partitions = database.partitions();
    SchedulerBuilder builder =
        Scheduler.create(source, partition)
            .tableName("reelay_lease")
            .threads(partitions)
            .executorService(
                Executors.newFixedThreadPool(partitions, DaemonThreads.numbered("reelay-lease-")))
            .pollingInterval(Duration.ofMillis(500));
    if (database.dialect().isShared()) {
      builder.pollUsingLockAndFetch(0.5, 1.0);
    }
    return new SchedulerSetup("reelay-lease", database, clock, settings).build(builder);
  }

  /** Begins to acquire leases. */
  public void start() {
    scheduler.start();
  }

  /** Whether leases are acquired; those that are held stay. */
  public void acquire(boolean wanted) {
    if (wanted) {
      scheduler.resume();
    } else {
      scheduler.pause();
    }
  }

  /** How many leases of the dead this replica has made free. */
  public long revived() {
    return revived.get();
  }

  /** Gives all leases back whose tenures are over, and ends all threads. */
  public void stop() {
    scheduler.stop();
  }

  private CompletionHandler<Void> hold(TaskInstance<Void> lease, ExecutionContext context) {
    int partition = Integer.parseInt(lease.getId());
    Tenure tenure =
        new Tenure(
            partition,
            context.getExecution().version,
            () -> context.getCurrentlyExecuting().getHeartbeatState().getFractionDead());
    if (!context.getSchedulerState().isShuttingDown()) {
      holder.accept(tenure);
    }
    // A lease that is lost is another replica's by now, or this one's in another tenure.
    return (done, given) -> {
      if (!tenure.isRevoked()) {
        given.reschedule(done, clock.now());
      }
    };
  }

  /** Not by the library's own handler, which takes this machine's clock. */
  private void revive(ExecutionComplete dead, ExecutionOperations<Void> lease) {
    if (!database.health().isBackFor(settings.gracePeriod())) {
      revived.incrementAndGet();
      lease.reschedule(dead, clock.now());
    }
  }
}
