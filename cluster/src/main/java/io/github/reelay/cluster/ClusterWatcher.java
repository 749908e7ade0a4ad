package io.github.reelay.cluster;

import io.github.reelay.cluster.internal.replica.Replica;
import io.github.reelay.provider.Providers;
import io.github.reelay.provider.UnknownProviderException;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A replica of a cluster that watches tasks together: each living replica watches its share of the
 * tasks at its share of each provider's rate. If one dies, the others watch its tasks a few seconds
 * later. The end of a task becomes visible exactly once; what is to be done about it is done at
 * least once, by one replica, and again by another if that one dies.
 *
 * <pre>{@code
 * try (ClusterWatcher cluster =
 *     ClusterWatcher.builder(providers) // Providers.discover(System.getenv())
 *         .database(dataSource) // PostgreSQL; without it a file of H2, for one process
 *         .whenFinished(downloader.savingTo(directory)) // on one replica, again if that one dies
 *         .start()) {
 *   cluster.submit(handle); // from any replica; true if it is new
 *   cluster.find(handle); // from any replica: state, progress, task, since when
 *   return cluster.await(handle, Duration.ofMinutes(10)); // or watch(handle), a future
 * }
 * }</pre>
 *
 * <p>All its threads are daemons. Safe for use by many threads.
 */
public final class ClusterWatcher implements AutoCloseable {
  private final String name;
  private final Providers providers;
  private final ClusterTasks tasks;
  private final Replica replica;
  private final Runnable release;
  private final AtomicBoolean closed = new AtomicBoolean();

  ClusterWatcher(
      ClusterWatcherBuilder settings, ClusterTasks tasks, Replica replica, Runnable release) {
    this.name = settings.name;
    this.providers = settings.providers;
    this.tasks = tasks;
    this.replica = replica;
    this.release = release;
  }

  /** A builder for a replica that watches those providers' tasks. The caller closes them. */
  public static ClusterWatcherBuilder builder(Providers providers) {
    return new ClusterWatcherBuilder(providers);
  }

  /** The name of this replica, as the database and the log have it. */
  public String name() {
    return name;
  }

  /** The tasks of all replicas, for what has no method here; closed with this replica. */
  public ClusterTasks tasks() {
    return tasks;
  }

  /**
   * Submits a task that its provider has taken just now, to be watched by whichever replica.
   *
   * @return whether it is new; false if it was submitted before, even if it has ended
   * @throws UnknownProviderException if no provider has the handle's provider name
   * @throws IllegalArgumentException as {@link ClusterTasks#submit(TaskHandle)}
   * @throws ClusterException if the database cannot be reached; nothing is half done then
   */
  public boolean submit(TaskHandle handle) {
    providers.get(handle.provider());
    return tasks.submit(handle);
  }

  /**
   * Submits a task that its provider has taken at that time: patience counts from then on.
   *
   * @return as {@link #submit(TaskHandle)}, which also lists what is thrown
   */
  public boolean submit(TaskHandle handle, Instant submittedAt) {
    providers.get(handle.provider());
    return tasks.submit(handle, submittedAt);
  }

  /**
   * Submits many tasks as {@link #submit(TaskHandle)} does, 2,000 in a transaction.
   *
   * @return how many are new
   */
  public int submitAll(Collection<TaskHandle> handles) {
    handles.forEach(handle -> providers.get(handle.provider()));
    return tasks.submitAll(handles);
  }

  /**
   * A task as the database has it, whichever replica watches it.
   *
   * @return empty if it was never submitted
   * @throws ClusterException if the database cannot be reached
   */
  public Optional<ClusterTask> find(TaskHandle handle) {
    return tasks.find(handle);
  }

  /**
   * Waits for a task without blocking, whichever replica watches it; submits it if that has not
   * been done.
   *
   * @return as {@link ClusterTasks#watch}
   * @throws UnknownProviderException and others as {@link #submit(TaskHandle)}
   */
  public CompletableFuture<Outcome> watch(TaskHandle handle) {
    providers.get(handle.provider());
    return tasks.watch(handle);
  }

  /**
   * Waits for a task as {@link #watch} does, but no longer than the limit.
   *
   * @return as {@link ClusterTasks#await}
   * @throws IllegalArgumentException if the limit is negative
   * @throws UnknownProviderException and others as {@link #submit(TaskHandle)}
   */
  public Outcome await(TaskHandle handle, Duration limit) {
    providers.get(handle.provider());
    return tasks.await(handle, limit);
  }

  /**
   * What this replica does now and has done since its start, from memory and not from the database.
   */
  public ClusterMetrics metrics() {
    return ClusterMetrics.of(replica.state());
  }

  /**
   * Gives the partitions of this replica back, so that others acquire them immediately, and ends
   * its threads. Follow-ups that are under way are done again by another replica. Waits end as
   * {@link Outcome.Unfinished}. Closing again does nothing.
   */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    boolean interrupted = Thread.interrupted(); // which would end each wait for what is under way
    try {
      replica.close();
    } finally {
      tasks.close();
      release.run();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Names the replica. */
  @Override
  public String toString() {
    return "ClusterWatcher[" + name + "]";
  }
}
