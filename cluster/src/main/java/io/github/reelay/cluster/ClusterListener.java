package io.github.reelay.cluster;

import io.github.reelay.task.TaskHandle;
import java.time.Duration;

/**
 * Hears what happens to a replica. Called on its own threads, so nothing here may block; what is
 * thrown is logged. Each method does nothing by default.
 */
public interface ClusterListener {

  /**
   * The replica watches a partition from now on: new, given back by another replica, or left by one
   * that died.
   *
   * @param partition from 0
   * @param tasks how many open tasks it has
   */
  default void partitionAcquired(int partition, int tasks) {}

  /** The replica has given a partition back, because others are to have it or because it stops. */
  default void partitionReleased(int partition) {}

  /** Another replica has taken a partition over, because this one was silent for too long. */
  default void partitionLost(int partition) {}

  /** That many changes were not written, because another replica watches their tasks by now. */
  default void changesRefused(int count) {}

  /** The database cannot be reached: no provider is queried until it is back. */
  default void databaseAway() {}

  /** The database can be reached again, after that time. */
  default void databaseBack(Duration after) {}

  /**
   * What was to be done about the end of a task has failed.
   *
   * @param isLast whether it is not tried again, because the time for follow-ups is over
   */
  default void followUpFailed(TaskHandle handle, Throwable failure, boolean isLast) {}
}
