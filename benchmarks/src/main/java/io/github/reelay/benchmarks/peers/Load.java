package io.github.reelay.benchmarks.peers;

/**
 * What one client does as fast as it can, from {@link #begin} to the closing of what that gives.
 */
interface Load {
  /** Begins; the caller closes what it gets, which ends the load and waits for its threads. */
  AutoCloseable begin(Counts counts);

  /** A name for the table, such as {@code queryAsync, 64 in flight}. */
  String name();
}
