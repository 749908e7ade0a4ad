package io.github.reelay.cluster;

/** Where the wait for a task of a cluster stands. */
public enum ClusterTaskState {
  /** It is waited for, by whichever replica is alive. */
  OPEN,
  /** The task has ended: it succeeded, failed, was cancelled or has expired. */
  FINISHED,
  /** The provider has said for certain that it knows no such task. */
  REFUSED,
  /** The time for waiting is over, or the provider was unreachable or refused it for too long. */
  GAVE_UP
}
