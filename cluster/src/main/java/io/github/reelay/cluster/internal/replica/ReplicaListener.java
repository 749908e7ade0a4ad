package io.github.reelay.cluster.internal.replica;

import io.github.reelay.task.TaskHandle;

/** Hears what happens to a replica, on the replica's own threads; must not throw. */
public interface ReplicaListener {
  /**
   * A partition is held from now on.
   *
   * @param tasks how many open tasks it has
   */
  void acquired(int partition, int tasks);

  /** A partition is no longer held; it was given back, or lost to another replica. */
  void released(int partition, boolean lost);

  /** That many changes were not written, because another replica holds their partitions by now. */
  void refused(int changes);

  /**
   * What was to be done about an end has failed, and is done again unless that is the last time.
   */
  void followUpFailed(TaskHandle handle, Throwable failure, boolean isLast);
}
