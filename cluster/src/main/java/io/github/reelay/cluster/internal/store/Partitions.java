package io.github.reelay.cluster.internal.store;

import io.github.reelay.task.TaskHandle;

/** Which partition a task belongs to: the same in every replica and in every version. */
public final class Partitions {
  private static final int GOLDEN_RATIO = 0x9e3779b9;

  private Partitions() {}

  /** The partition of a task, from 0 to count - 1. */
  public static int of(TaskHandle handle, int count) {
    return Math.floorMod(handle.toString().hashCode() * GOLDEN_RATIO >>> 7, count);
  }
}
