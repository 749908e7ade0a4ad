package io.github.reelay.cluster;

import io.github.reelay.cluster.internal.replica.ReplicaListener;
import io.github.reelay.cluster.internal.store.DatabaseHealth;
import io.github.reelay.contract.PrintableText;
import io.github.reelay.internal.LoggedCalls;
import io.github.reelay.task.TaskHandle;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Reports to listeners what happens to a replica, and to the log what concerns its operator. */
final class ListenerCalls implements ReplicaListener {
  private static final System.Logger LOG = System.getLogger(ClusterWatcher.class.getName());
  private static final LoggedCalls CALLS =
      new LoggedCalls(
          System.getLogger(ClusterListener.class.getName()), "the listener for replica");

  private final String replica;
  private final List<ClusterListener> listeners;

  ListenerCalls(String replica, List<ClusterListener> listeners) {
    this.replica = replica;
    this.listeners = List.copyOf(listeners);
  }

  @Override
  public void acquired(int partition, int tasks) {
    call(each -> each.partitionAcquired(partition, tasks));
  }

  @Override
  public void released(int partition, boolean lost) {
    call(lost ? each -> each.partitionLost(partition) : each -> each.partitionReleased(partition));
  }

  @Override
  public void refused(int changes) {
    call(each -> each.changesRefused(changes));
  }

  /** The same for the health of the database. */
  DatabaseHealth.Listener ofDatabase() {
    return new DatabaseHealth.Listener() {
      @Override
      public void away(Throwable failure) {
        databaseAway(failure);
      }

      @Override
      public void back(Duration after) {
        databaseBack(after);
      }
    };
  }

  private void databaseAway(Throwable failure) {
    LOG.log(
        Level.WARNING,
        replica
            + ": expected to reach the database, found it away; no provider is queried until it is"
            + " back: "
            + PrintableText.of(String.valueOf(failure.getMessage())));
    call(ClusterListener::databaseAway);
  }

  private void databaseBack(Duration after) {
    String seconds = String.format(Locale.ROOT, "%.1f", after.toMillis() / 1000.0);
    LOG.log(Level.WARNING, replica + ": the database is back after " + seconds + " s");
    call(each -> each.databaseBack(after));
  }

  @Override
  public void followUpFailed(TaskHandle handle, Throwable failure, boolean isLast) {
    call(each -> each.followUpFailed(handle, failure, isLast));
  }

  private void call(Consumer<ClusterListener> call) {
    for (ClusterListener each : listeners) {
      CALLS.run(replica, () -> call.accept(each));
    }
  }
}
