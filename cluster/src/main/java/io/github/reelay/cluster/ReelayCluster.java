package io.github.reelay.cluster;

import io.github.reelay.exchange.QueryFailedException;
import io.github.reelay.internal.Bounds;
import io.github.reelay.internal.Handles;
import io.github.reelay.provider.MissingKeyException;
import io.github.reelay.provider.Providers;
import io.github.reelay.provider.UnknownProviderException;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.VideoTask;
import io.github.reelay.watch.Outcome;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * A client for video-generation tasks as {@link io.github.reelay.Reelay} is one, of which several
 * run at the same time, with a database between them: whichever is alive watches a task, saves its
 * video and shows its end to all.
 *
 * <pre>{@code
 * try (ReelayCluster reelay =
 *     ReelayCluster.builder().database(dataSource).directory(directory).start()) {
 *   reelay.submit("toapis:task_1");
 *   return reelay.await("toapis:task_1", limit);
 * }
 * }</pre>
 *
 * <p>A task is named by its {@link TaskHandle} or by the text of it, {@code provider:id}; a text
 * that is no handle is an {@link IllegalArgumentException}, as {@link TaskHandle#parse} says, and
 * an unknown provider an {@link UnknownProviderException}. While the database cannot be reached,
 * methods throw a {@link ClusterException}.
 *
 * <p>It owns its providers and downloads, and closes them. All its threads are daemons. Safe for
 * use by many threads.
 */
public final class ReelayCluster implements AutoCloseable {
  private final Providers providers;
  private final ClusterWatcher watcher;
  private final Runnable release;

  /**
   * Takes over what the builder made.
   *
   * @param release closes what is its own when the watcher is closed
   */
  ReelayCluster(Providers providers, ClusterWatcher watcher, Runnable release) {
    this.providers = providers;
    this.watcher = watcher;
    this.release = release;
  }

  /** A builder. Everything has a default: a file of H2 in the working directory is the database. */
  public static ReelayClusterBuilder builder() {
    return new ReelayClusterBuilder();
  }

  /** The providers, for what has no method here; closed with this client. */
  public Providers providers() {
    return providers;
  }

  /** The replica, for what has no method here; closed with this client. */
  public ClusterWatcher watcher() {
    return watcher;
  }

  /** As {@link #query(TaskHandle)}, by the text of the handle. */
  public VideoTask query(String handle) {
    return query(TaskHandle.parse(handle));
  }

  /**
   * Queries a task once at its provider, and blocks until that has responded; neither the database
   * nor another replica has part in it. {@link #find} costs the provider nothing.
   *
   * @throws QueryFailedException if the response shows no task, with the result
   * @throws MissingKeyException if there is no key for the provider
   * @throws IllegalArgumentException if the id cannot be queried
   */
  public VideoTask query(TaskHandle handle) {
    return providers.query(handle).taskOrThrow();
  }

  /** As {@link #submit(TaskHandle)}, by the text of the handle. */
  public boolean submit(String handle) {
    return submit(TaskHandle.parse(handle));
  }

  /** Submits a task; see {@link ClusterWatcher#submit(TaskHandle)}. */
  public boolean submit(TaskHandle handle) {
    return watcher.submit(handle);
  }

  /** As {@link #find(TaskHandle)}, by the text of the handle. */
  public Optional<ClusterTask> find(String handle) {
    return find(TaskHandle.parse(handle));
  }

  /** A task as the database has it; see {@link ClusterWatcher#find}. */
  public Optional<ClusterTask> find(TaskHandle handle) {
    return watcher.find(handle);
  }

  /** As {@link #await(TaskHandle, Duration)}, by the text of the handle. */
  public Outcome await(String handle, Duration limit) {
    return await(TaskHandle.parse(handle), limit);
  }

  /** Waits for a task, and submits it if need be; see {@link ClusterWatcher#await}. */
  public Outcome await(TaskHandle handle, Duration limit) {
    return watcher.await(handle, limit);
  }

  /** As {@link #watch(TaskHandle)}, by the text of the handle. */
  public CompletableFuture<Outcome> watch(String handle) {
    return watch(TaskHandle.parse(handle));
  }

  /** Waits for a task without blocking; see {@link ClusterWatcher#watch}. */
  public CompletableFuture<Outcome> watch(TaskHandle handle) {
    return watcher.watch(handle);
  }

  /**
   * Submits tasks, and blocks until all have ended or the time is over. Their videos are saved by
   * whichever replica, in the {@linkplain ReelayClusterBuilder#directory directory} of that one,
   * and perhaps a little later. After a restart or a kill at any moment another call with the same
   * handles goes on; a task that has ended is not queried again.
   *
   * @param handles texts and {@link TaskHandle}s
   * @param limit from now, for all of them
   * @return the outcome of each task, in the order of the handles; {@link Outcome.Unfinished} for
   *     those that have not ended
   * @throws IllegalArgumentException if one of the handles cannot be parsed, or the limit is
   *     negative; nothing is submitted then
   * @throws UnknownProviderException if no provider is known for a handle; nothing is submitted
   *     then
   */
  public Map<TaskHandle, Outcome> collect(Collection<?> handles, Duration limit) {
    Bounds.notNegative(limit, "a limit");
    Set<TaskHandle> all = Handles.of(handles);
    watcher.submitAll(all);
    return watcher.tasks().awaitAll(all, limit);
  }

  /** The tasks of all replicas that a filter lets through; see {@link ClusterTasks#list}. */
  public List<ClusterTask> list(ClusterTaskFilter filter) {
    return watcher.tasks().list(filter);
  }

  /**
   * Gives the partitions of this replica back, ends the waits as {@link Outcome.Unfinished} and the
   * downloads that are under way, and closes everything. Another replica goes on with both; what
   * was downloaded in part is kept. Closing again does nothing.
   */
  @Override
  public void close() {
    try {
      watcher.close();
    } finally {
      release.run();
    }
  }
}
