package io.github.reelay.cluster.internal.replica;

import io.github.reelay.cluster.internal.store.DatabaseHealth;
import io.github.reelay.internal.DaemonThreads;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a replica does again and again, on threads of its own. */
final class Chores {
  private static final System.Logger LOG =
      System.getLogger("io.github.reelay.cluster.ClusterWatcher");

  private final ScheduledThreadPoolExecutor threads;
  private final DatabaseHealth health;

  /** The last failure that was logged; the same one is not logged again and again. */
  private volatile @Nullable String said;

  /** One repeated piece of work; a failure is logged, and the next turn comes as usual. */
  interface Chore {
    void run() throws SQLException;
  }

  Chores(int count, DatabaseHealth health) {
    this.threads = new ScheduledThreadPoolExecutor(count, DaemonThreads.numbered("reelay-chore-"));
    this.health = health;
    threads.setRemoveOnCancelPolicy(true);
    threads.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
  }

  /** Does it with that pause, while the database can be reached. */
  void every(Duration pause, Chore chore) {
    Runnable work =
        () -> {
          if (health.isUp()) {
            carryOut(chore);
          }
        };
    schedule(pause, work);
  }

  /** Does it with that pause, in an outage too: it finds out when the database is back. */
  void always(Duration pause, Chore chore) {
    schedule(pause, () -> carryOut(chore));
  }

  private void schedule(Duration pause, Runnable work) {
    threads.scheduleWithFixedDelay(work, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Logs no outage: the health of the database reports it. */
  private void carryOut(Chore chore) {
    try {
      chore.run();
    } catch (SQLException | RuntimeException failed) {
      String sentence = failed.toString();
      if (!DatabaseHealth.isConnectionFailure(failed) && !sentence.equals(said)) {
        said = sentence;
        LOG.log(
            Level.WARNING,
            "expected to do a chore of the replica, found that it failed; it is tried again",
            failed);
      }
    }
  }

  /** Ends the threads; what is under way is waited for up to the limit, and then interrupted. */
  void stop(Duration limit) {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
