package io.github.reelay.cluster.internal.lease;

import io.github.reelay.task.TaskHandle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/**
 * One time for which this replica holds one partition, from the acquisition of its lease on. The
 * version of the lease is the fencing token: what a tenure writes counts only while the database
 * has that version.
 */
public final class Tenure {
  /** From which part of the time until it would be taken for dead a lease is not relied on. */
  private static final double TOO_OLD = 0.75;

  private final int partition;
  private final long version;
  private final DoubleSupplier age;
  private final Set<TaskHandle> tasks = ConcurrentHashMap.newKeySet();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile boolean revoked;

  /**
   * A tenure that has begun.
   *
   * @param age how old the last heartbeat is, from 0 to 1, where the lease would be taken for dead
   */
  public Tenure(int partition, long version, DoubleSupplier age) {
    this.partition = partition;
    this.version = version;
    this.age = age;
  }

  /** The number of the partition, from 0 on. */
  public int partition() {
    return partition;
  }

  /** The fencing token: the version that the lease has during this tenure. */
  public long version() {
    return version;
  }

  /** The tasks that are watched in it: the set itself, which may be changed by many threads. */
  public Set<TaskHandle> tasks() {
    return tasks;
  }

  /** Whether it is certain that no other replica holds the partition. */
  public boolean isUsable() {
    return over.getCount() > 0 && age.getAsDouble() < TOO_OLD;
  }

  /** Whether another tenure has begun: nothing is written any more. */
  public boolean isRevoked() {
    return revoked;
  }

  /** Ends it: what it has learned is written, and the lease given back. */
  public void release() {
    over.countDown();
  }

  /** Ends it because the lease is lost: what it has learned is not written any more. */
  public void revoke() {
    revoked = true;
    over.countDown();
  }

  /** Whether it was released or revoked within that time. */
  public boolean awaitOver(long millis) throws InterruptedException {
    return over.await(millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public String toString() {
    return "partition " + partition + ", version " + version;
  }
}
